import * as E from 'fp-ts/lib/Either.js'
import {
  collectionsRoom,
  dueStep,
  policyFor,
  type Collections,
  type DueStep,
  type OpenLine,
  type ReminderChannel,
  type ReminderPolicy,
} from '../collections/index.ts'
import { consentedChannels } from '../customer/index.ts'
import type { TradeEvent } from '../rooms.ts'
import { addDays, type CivilDate, type Currency } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import { actOnStep, giveUp, holdForBadDebt } from './step-actions.ts'
import { behaviourOf, openLines } from './open-lines.ts'
import type { Asked, Policy } from './policy.ts'
import { collectionsOf, currenciesOf, customerOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'
import { isSettling } from './settled-item.ts'

const name = 'dunning'

interface Question {
  readonly policy: ReminderPolicy
  readonly state: Collections
  readonly items: ReadonlyArray<OpenLine>
  readonly channels: ReadonlyArray<ReminderChannel>
  readonly step: DueStep
}

/** What the policy for this customer says on a day about one currency; undefined where nothing is owed. */
const ask = (
  day: CivilDate,
  dossier: Dossier,
  rules: TradeRules,
  currency: Currency,
): Question | undefined => {
  const { reminders } = rules
  if (reminders === null) return undefined
  const items = openLines(dossier, currency, rules)
  const state = collectionsOf(dossier, currency) ?? collectionsRoom.decider.initial()
  if (items.length === 0 && state.openCase === null) return undefined
  const policy = policyFor(reminders, behaviourOf(dossier, rules, day))
  const customer = customerOf(dossier)
  const channels = customer === undefined ? [] : consentedChannels(customer)
  const step = dueStep(policy, state, { items, channels }, day)
  return { policy, state, items, channels, step }
}

/** Whether a step that has nothing to ask for is still to be noted in its case. */
const isToBeNoted = (
  { stepId, why }: Extract<DueStep, { type: 'NothingToAsk' }>,
  { openCase }: Collections,
): boolean => openCase !== null && openCase.skipped.get(stepId)?.has(why) !== true

/** At most one step, or the end of a case. */
const evaluate = (
  day: CivilDate,
  dossier: Dossier,
  rules: TradeRules,
  currency: Currency,
): ReadonlyArray<Asked> => {
  const question = ask(day, dossier, rules, currency)
  if (question === undefined) return []
  const { policy, state, items, channels, step } = question
  const about = { effectiveOn: day, customerId: dossier.customerId, currency, items }
  if (step.type === 'NothingOverdue') {
    if (step.closes === null) return []
    const { closes: cycle } = step
    const key = causedBy(name, 'close', dossier.customerId, currency, cycle)
    return [{ room: 'collections', key, command: { type: 'CloseCase', ...about, cycle } }]
  }
  const isAct = step.type === 'Due' || (step.type === 'NothingToAsk' && isToBeNoted(step, state))
  if (!isAct || state.answeredOn.get(step.stepId)?.has(day) === true) return []
  const { stepId } = step
  const key = causedBy(name, 'step', dossier.customerId, currency, state.cycle, stepId, day)
  return [
    { room: 'collections', key, command: { type: 'RunStep', ...about, policy, stepId, channels } },
  ]
}

/**
 * Closes the case of a currency with the fact that settled the last of it, not with the next look: else it
 * would depend on the look whether what falls due in between belongs to this case or to a new one.
 */
const closeWith = (
  { effectiveOn, currency }: { readonly effectiveOn: CivilDate; readonly currency: Currency },
  dossier: Dossier,
  rules: TradeRules,
): ReadonlyArray<Asked> => {
  const state = collectionsOf(dossier, currency)
  if (state === undefined || state.openCase === null) return []
  const { cycle } = state.openCase
  const { customerId } = dossier
  const items = openLines(dossier, currency, rules)
  const command = {
    type: 'CloseCase',
    effectiveOn,
    customerId,
    currency,
    cycle,
    items,
  } as const
  if (E.isLeft(collectionsRoom.decider.decide(command)(state))) return []
  return [
    { room: 'collections', key: causedBy(name, 'close', customerId, currency, cycle), command },
  ]
}

const later = (day: CivilDate): CivilDate => addDays(day, 1)

/** The day from which a currency may have something to say, as far as its answer of today tells. */
const nextDay = (
  day: CivilDate,
  dossier: Dossier,
  rules: TradeRules,
  currency: Currency,
): ReadonlyArray<CivilDate> => {
  const question = ask(day, dossier, rules, currency)
  if (question === undefined) return []
  const { step, items } = question
  const dues = items.map(({ dueOn }) => later(dueOn))
  switch (step.type) {
    case 'NotDue':
      return [...dues, step.dueFrom]
    case 'TooSoon':
      return [...dues, step.notBefore]
    case 'Paused':
      return [...dues, later(step.untilOn)]
    case 'NoStepLeft':
    case 'AwaitsPerson':
      return dues
    default:
      // A step is due or passed over, a case may be closed, or a new one may begin: look again tomorrow.
      return items.length === 0 && step.type === 'NothingOverdue' && step.closes === null
        ? []
        : [later(day)]
  }
}

/** Does what a step calls for, and what a proposal to give up allows. */
const answer = (event: TradeEvent, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> => {
  switch (event.type) {
    case 'StepDue':
      return actOnStep(event, dossier, rules)
    case 'WriteOffProposed':
      return giveUp(event, dossier)
    case 'ItemWrittenOff':
      return holdForBadDebt(event, dossier)
    default:
      return []
  }
}

/**
 * Reminds by the policy for the customer's way of paying, one step at most a look, and does what a step calls
 * for: a fee, a suspension, an agency, giving up.
 *
 * Shape: memoryless. What is due follows from the due days and from what was sent, so that looking hourly or
 * daily sends the same steps, and a step that was missed goes out late, once. A case is closed by the fact after which nothing is overdue.
 * Source: domain 3.3, policies 3 and 5; invariants 22 to 26.
 */
export const dunning: Policy = {
  name,
  react: ({ event }, dossier, rules) => [
    ...(isSettling(event) ? closeWith(event, dossier, rules) : []),
    ...answer(event, dossier, rules),
  ],
  due: (day, dossier, rules) =>
    currenciesOf(dossier).flatMap((currency) => evaluate(day, dossier, rules, currency)),
  next: (day, dossier, rules) =>
    currenciesOf(dossier)
      .flatMap((currency) => nextDay(day, dossier, rules, currency))
      .filter((on) => on > day)
      .toSorted()[0] ?? null,
}
