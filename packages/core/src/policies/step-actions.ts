import type { CollectionsEvent } from '../collections/index.ts'
import { openMinor, type ReceivablesEvent } from '../receivables/index.ts'
import {
  minorUnits,
  subscriptionId,
  unreachable,
  writeOffId,
  type ItemId,
} from '../shared/index.ts'
import { askFees } from './ask-fees.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked } from './policy.ts'
import { collectionsOf, creditOf, findItem } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

type StepDue = Extract<CollectionsEvent, { type: 'StepDue' }>
type Proposed = Extract<CollectionsEvent, { type: 'WriteOffProposed' }>

const itemsOf = ({ items }: StepDue): ReadonlyArray<ItemId> => [
  ...new Set(items.map(({ itemId }) => itemId)),
]

const subscriptionCategory = 'subscription-'

/** Stops the customer's subscriptions that run in this currency. */
const suspendSubscriptions = (
  { cycle, currency, effectiveOn }: StepDue,
  { customerId, states }: Dossier,
): ReadonlyArray<Asked> =>
  [...states.subscription].flatMap(([stream, state]): ReadonlyArray<Asked> => {
    const { status, plan, changedOn, endsOn, changes } = state
    const isRunning = status === 'active' || status === 'pastDue'
    if (!isRunning || plan?.currency !== currency) return []
    const named = subscriptionId(stream.slice(subscriptionCategory.length))
    const changeId = causedBy('dunning', 'suspend', currency, cycle, named)
    if (changes.has(changeId) || (endsOn !== null && endsOn <= effectiveOn)) return []
    if (changedOn !== null && effectiveOn < changedOn) return []
    const about = { effectiveOn, customerId, subscriptionId: named, changeId, reason: null }
    return [
      {
        room: 'subscription',
        key: changeId,
        command: { type: 'SuspendSubscription', ...about },
      },
    ]
  })

/** Stops the service, the customer's subscriptions, and new orders on credit. */
const suspend = (event: StepDue, dossier: Dossier): ReadonlyArray<Asked> => {
  const { cycle, currency, effectiveOn } = event
  const state = collectionsOf(dossier, currency)
  const { customerId } = dossier
  const changeId = causedBy('dunning', 'suspend', customerId, currency, cycle)
  const holdId = causedBy('dunning', 'hold', customerId, currency, cycle)
  const credit = creditOf(dossier)
  const isStopped = state === undefined || state.suspension !== null || state.changes.has(changeId)
  if (isStopped || state.openCase?.cycle !== cycle) return []
  const about = { effectiveOn, customerId }
  const service = { type: 'SuspendService', ...about, currency, changeId } as const
  const hold = { type: 'PlaceHold', ...about, changeId: holdId, reason: 'dunning' } as const
  return [
    { room: 'collections', key: changeId, command: service },
    ...suspendSubscriptions(event, dossier),
    ...(credit === undefined || credit.changes.has(holdId)
      ? []
      : [{ room: 'credit', key: holdId, command: { ...hold, note: null } } as const]),
  ]
}

/** Whether an item may be given up or away: it is open, not contested, and no agency has it. */
const isOurs = (event: StepDue, dossier: Dossier, itemId: ItemId): boolean => {
  const state = collectionsOf(dossier, event.currency)
  const found = findItem(dossier, itemId)
  if (state === undefined || found === undefined || openMinor(found.item) === 0) return false
  const isContested = [...state.disputes.values()].some(
    (dispute) => dispute.itemId === itemId && dispute.resolved === null,
  )
  return !isContested && !state.handedOver.has(itemId)
}

const propose = (event: StepDue, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> =>
  itemsOf(event).flatMap((itemId): ReadonlyArray<Asked> => {
    const found = findItem(dossier, itemId)
    if (found === undefined || !isOurs(event, dossier, itemId)) return []
    const { effectiveOn, currency, cycle, stepId } = event
    const { customerId } = dossier
    const changeId = causedBy('dunning', 'give up', customerId, currency, cycle, stepId, itemId)
    if (collectionsOf(dossier, currency)?.changes.has(changeId) === true) return []
    const open = minorUnits(openMinor(found.item))
    const about = { effectiveOn, customerId, currency, changeId, itemId }
    const sums = { amountMinor: open, openMinor: open, limitMinor: rules.writeOffLimitMinor }
    const command = { type: 'ProposeWriteOff', ...about, ...sums } as const
    return [{ room: 'collections', key: changeId, command }]
  })

const handOver = (event: StepDue, dossier: Dossier, { agency }: TradeRules) =>
  itemsOf(event).flatMap((itemId): ReadonlyArray<Asked> => {
    if (!isOurs(event, dossier, itemId)) return []
    const { effectiveOn, currency, cycle, stepId } = event
    const { customerId } = dossier
    const changeId = causedBy('dunning', 'agency', customerId, currency, cycle, stepId, itemId)
    const about = { effectiveOn, customerId, currency, changeId, itemId }
    const command = { type: 'HandOver', ...about, agency } as const
    return [{ room: 'collections', key: changeId, command }]
  })

/** Does what a step calls for beside words. A call is for a person. */
export const actOnStep = (
  event: StepDue,
  dossier: Dossier,
  rules: TradeRules,
): ReadonlyArray<Asked> => {
  switch (event.action) {
    case 'notify':
    case 'call':
      return []
    case 'fee':
      return askFees(dossier, rules, itemsOf(event), event.effectiveOn)
    case 'suspend':
      return suspend(event, dossier)
    case 'writeOffProposal':
      return propose(event, dossier, rules)
    case 'handOff':
      return handOver(event, dossier, rules)
    default:
      return unreachable(event.action)
  }
}

/** Writes off what a rule may give up. Above the limit a person does it, or does not. */
export const giveUp = (event: Proposed, dossier: Dossier): ReadonlyArray<Asked> => {
  const { itemId, changeId, effectiveOn, currency, decidedBy } = event
  const found = findItem(dossier, itemId)
  const id = writeOffId(changeId)
  if (decidedBy !== 'rule' || found === undefined || openMinor(found.item) === 0) return []
  if (found.account.writeOffs.has(id) || openMinor(found.item) > event.amountMinor) return []
  const about = { effectiveOn, customerId: dossier.customerId, currency, itemId }
  const command = { type: 'WriteOff', ...about, writeOffId: id, reason: null } as const
  return [{ room: 'receivables', key: causedBy('dunning', 'write off', changeId), command }]
}

/** Who did not pay what was given up gets no more on credit, until a person lifts the hold. */
export const holdForBadDebt = (
  event: Extract<ReceivablesEvent, { type: 'ItemWrittenOff' }>,
  dossier: Dossier,
): ReadonlyArray<Asked> => {
  const credit = creditOf(dossier)
  const changeId = causedBy('dunning', 'bad debt', event.writeOffId)
  if (event.kind !== 'badDebt' || credit === undefined || credit.changes.has(changeId)) return []
  const { effectiveOn } = event
  const about = { effectiveOn, customerId: dossier.customerId, changeId }
  const command = { type: 'PlaceHold', ...about, reason: 'badDebt', note: null } as const
  return [{ room: 'credit', key: changeId, command }]
}
