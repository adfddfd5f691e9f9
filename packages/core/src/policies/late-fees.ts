import * as E from 'fp-ts/lib/Either.js'
import type { Collections, ReminderPolicySet } from '../collections/index.ts'
import { openItems, receivablesRoom } from '../receivables/index.ts'
import { addDays } from '../shared/index.ts'
import { askFees } from './ask-fees.ts'
import { feeQuestion } from './fee-evidence.ts'
import type { Policy } from './policy.ts'
import { collectionsOf, currenciesOf, receivablesOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

/** The steps of the house that call for a fee. */
const feeSteps = ({ variants, otherwise }: ReminderPolicySet): ReadonlySet<string> =>
  new Set(
    [otherwise, ...variants.map(({ policy }) => policy)].flatMap(({ steps }) =>
      steps.flatMap(({ stepId, action }) => (action === 'fee' ? [stepId] : [])),
    ),
  )

/** Whether fees run: from the step of the open case that called for one on, or always where no step does. */
const feesRun = ({ reminders }: TradeRules, state: Collections | undefined): boolean => {
  const steps = reminders === null ? new Set<string>() : feeSteps(reminders)
  if (steps.size === 0) return true
  return [...(state?.openCase?.actions ?? [])].some((stepId) => steps.has(stepId))
}

/**
 * Assesses the late fees that were agreed, as their days come. Where the reminders name a step that calls for
 * a fee, fees begin with that step, and run on all that is overdue while its case is open.
 *
 * Shape: each fee bears its own day, so it makes no difference when one looks. Contested parts bear none,
 * and what falls into a time of hardship is not made up for.
 * Source: domain 3.3, policy 5; rows 2-07 and 4-11; edge cases 47, 49, 50 and 59.
 */
export const lateFees: Policy = {
  name: 'late fees',
  due: (day, dossier, rules) =>
    currenciesOf(dossier).flatMap((currency) => {
      const account = receivablesOf(dossier, currency)
      if (account === undefined) return []
      if (!feesRun(rules, collectionsOf(dossier, currency))) return []
      const items = openItems(account).map(({ itemId }) => itemId)
      return askFees(dossier, rules, items, day)
    }),
  next: (day, dossier, rules) => {
    const days = currenciesOf(dossier).flatMap((currency) => {
      const account = receivablesOf(dossier, currency)
      const items = account === undefined ? [] : openItems(account)
      return items.flatMap((item) => {
        if (account === undefined) return []
        const command = feeQuestion(dossier, rules, { account, item, currency }, day)
        if (command.rules.length === 0) return []
        const answer = receivablesRoom.decider.decide(command)(account)
        if (E.isRight(answer)) return [addDays(day, 1)]
        const why = answer.left
        if (why.type === 'NotYetLate') return why.dueFrom ?? []
        return why.type === 'FeesArePaused' && why.until !== null ? [addDays(why.until, 1)] : []
      })
    })
    return days.filter((on) => on > day).toSorted()[0] ?? null
  },
}
