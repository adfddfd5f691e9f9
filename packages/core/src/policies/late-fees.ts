import * as E from 'fp-ts/lib/Either.js'
import type { Collections, ReminderPolicySet } from '../collections/index.ts'
import { openItems, receivablesRoom } from '../receivables/index.ts'
import { addDays, type CivilDate, type ItemId, type LateFeeRule } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { agreedFor, feeQuestion } from './fee-evidence.ts'
import { causedBy } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import {
  collectionsOf,
  currenciesOf,
  findItem,
  invoiceOfItem,
  receivablesOf,
} from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

/** Asks for the fees of an item that the agreed rules make due by a day, where there are any. */
export const askFee = (
  dossier: Dossier,
  rules: TradeRules,
  itemId: ItemId,
  day: CivilDate,
): ReadonlyArray<Asked> => {
  const found = findItem(dossier, itemId)
  if (found === undefined) return []
  const command = feeQuestion(dossier, rules, found, day)
  if (command.rules.length === 0 || found.account.charges.has(command.chargeId)) return []
  // Which fees are due is the room's own knowledge: it is asked, and only then told.
  const answer = receivablesRoom.decider.decide(command)(found.account)
  if (E.isLeft(answer) || answer.right.length === 0) return []
  return [{ room: 'receivables', key: causedBy('late fees', command.chargeId), command }]
}

const countsByOrder = ({ per, caps }: LateFeeRule): boolean =>
  per === 'order' || caps.percentOfOrderBasisPoints !== null || caps.absoluteMinor !== null

/**
 * The items to be asked about at one time: of an order whose fees count together only the first, since what
 * it bears belongs to the question about the next. That one is asked about at the next look.
 */
export const oneEach = (
  dossier: Dossier,
  itemIds: ReadonlyArray<ItemId>,
): ReadonlyArray<ItemId> => {
  const asked = new Set<string>()
  return itemIds.filter((itemId) => {
    const item = findItem(dossier, itemId)?.item
    const orderId = item === undefined ? null : (invoiceOfItem(dossier, item)?.orderId ?? null)
    if (item === undefined || orderId === null) return true
    if (!agreedFor(dossier, item).rules.some(countsByOrder)) return true
    const isFirst = !asked.has(orderId)
    asked.add(orderId)
    return isFirst
  })
}

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
      const items = openItems(account)
      return oneEach(
        dossier,
        items.map(({ itemId }) => itemId),
      ).flatMap((itemId) => askFee(dossier, rules, itemId, day))
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
