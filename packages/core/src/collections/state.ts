import type { Draft } from 'immer'
import {
  laterDay,
  unreachable,
  type ChangeId,
  type CivilDate,
  type Currency,
  type CustomerId,
  type DisputeId,
  type ItemId,
  type Text,
} from '../shared/index.ts'
import type { CollectionsEvent } from './events.ts'

/** What is done to collect one customer's debts in one currency. */
export interface Collections {
  /** Whose stream this is, from its first event on. */
  readonly owner: { readonly customerId: CustomerId | null; readonly currency: Currency } | null
  /** The number of the newest case, from 1; 0 before the first. */
  readonly cycle: number
  readonly openCase: Case | null
  /** The day of the newest closing: cases do not overlap. */
  readonly closedOn: CivilDate | null
  /** The day of the newest reminder, by whichever door. */
  readonly lastSentOn: CivilDate | null
  /** On which days a policy's step was sent, or passed over: what happened on a day does not happen again. */
  readonly sentOn: ReadonlyMap<Text, ReadonlySet<CivilDate>>
  readonly skippedOn: ReadonlyMap<Text, ReadonlySet<CivilDate>>
  /** Reminders sent elsewhere, by their own id. */
  readonly recordedReminders: ReadonlyMap<Text, RecordedReminder>
  /** Items that some reminder named, in any case. */
  readonly remindedItems: ReadonlySet<ItemId>
  readonly disputes: ReadonlyMap<DisputeId, Dispute>
  readonly handedOver: ReadonlyMap<ItemId, CivilDate>
  readonly handOvers: ReadonlyMap<ChangeId, ItemId>
}

export interface RecordedReminder {
  readonly on: CivilDate
  readonly askedMinor: number
}

/** A case that is open. */
export interface Case {
  readonly cycle: number
  readonly openedOn: CivilDate
  /** The steps that were sent in this case, and the greatest offset among those a policy sent. */
  readonly sentSteps: ReadonlySet<Text>
  readonly lastOffsetDays: number | null
  /** Lines that a reminder of this case named, by item: the due days named. */
  readonly named: ReadonlyMap<ItemId, ReadonlySet<CivilDate>>
  /** Why a step was passed over, by step. */
  readonly skipped: ReadonlyMap<Text, ReadonlySet<string>>
}

export interface Dispute {
  readonly itemId: ItemId
  readonly amountMinor: number
  readonly raisedOn: CivilDate
  readonly resolved: {
    readonly on: CivilDate
    readonly outcome: 'accepted' | 'rejected' | 'split'
  } | null
}

export const initial = (): Collections => ({
  owner: null,
  cycle: 0,
  openCase: null,
  closedOn: null,
  lastSentOn: null,
  sentOn: new Map(),
  skippedOn: new Map(),
  recordedReminders: new Map(),
  remindedItems: new Set(),
  disputes: new Map(),
  handedOver: new Map(),
  handOvers: new Map(),
})

type Sent = Extract<CollectionsEvent, { type: 'ReminderSent' }>

const addTo = <K, V>(sets: Map<K, Set<V>>, key: K, value: V): void => {
  const known = sets.get(key)
  if (known === undefined) sets.set(key, new Set([value]))
  else known.add(value)
}

/** The case that an event belongs to; made by whichever event names it first. */
const caseOf = (
  state: Draft<Collections>,
  cycle: number,
  on: CivilDate,
): Draft<Case> | undefined => {
  if (state.openCase?.cycle === cycle) return state.openCase
  if (cycle <= state.cycle) return undefined
  state.cycle = cycle
  state.openCase = {
    cycle,
    openedOn: on,
    sentSteps: new Set(),
    lastOffsetDays: null,
    named: new Map(),
    skipped: new Map(),
  }
  return state.openCase
}

const sent = (state: Draft<Collections>, event: Sent): void => {
  const { cycle, stepId, offsetDays, effectiveOn } = event
  if (event.policyId !== null) addTo(state.sentOn, stepId, effectiveOn)
  else state.recordedReminders.set(stepId, { on: effectiveOn, askedMinor: event.askedMinor })
  state.lastSentOn = laterDay(state.lastSentOn ?? effectiveOn, effectiveOn)
  for (const { itemId } of event.items) state.remindedItems.add(itemId)
  const current = caseOf(state, cycle, effectiveOn)
  if (current === undefined) return
  current.sentSteps.add(stepId)
  if (offsetDays !== null)
    current.lastOffsetDays = Math.max(current.lastOffsetDays ?? offsetDays, offsetDays)
  for (const { itemId, dueOn } of event.items) addTo(current.named, itemId, dueOn)
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (state: Draft<Collections>, event: CollectionsEvent): void => {
  state.owner ??= { customerId: event.customerId, currency: event.currency }
  switch (event.type) {
    case 'CaseOpened':
      caseOf(state, event.cycle, event.effectiveOn)
      return
    case 'ReminderSent':
      return sent(state, event)
    case 'StepSkipped': {
      addTo(state.skippedOn, event.stepId, event.effectiveOn)
      const current = caseOf(state, event.cycle, event.effectiveOn)
      if (current !== undefined) addTo(current.skipped, event.stepId, event.why)
      return
    }
    case 'CaseClosed':
      state.cycle = Math.max(state.cycle, event.cycle)
      state.closedOn = laterDay(state.closedOn ?? event.effectiveOn, event.effectiveOn)
      if (state.openCase !== null && state.openCase.cycle <= event.cycle) state.openCase = null
      return
    case 'DisputeRaised':
    case 'DisputeResolved':
      return disputed(state, event)
    case 'ItemHandedOver':
      state.handOvers.set(event.changeId, event.itemId)
      if (!state.handedOver.has(event.itemId)) state.handedOver.set(event.itemId, event.effectiveOn)
      return
    default:
      return unreachable(event)
  }
}

/** A resolution that is known before its dispute makes a mark that is already taken off. */
const disputed = (
  state: Draft<Collections>,
  event: Extract<CollectionsEvent, { type: 'DisputeRaised' | 'DisputeResolved' }>,
): void => {
  const { disputeId, itemId, amountMinor, effectiveOn: on } = event
  const known = state.disputes.get(disputeId)
  if (event.type === 'DisputeRaised') {
    const resolved = known?.resolved ?? null
    state.disputes.set(disputeId, { itemId, amountMinor, raisedOn: on, resolved })
    return
  }
  const raisedOn = known?.raisedOn ?? on
  const resolved = known?.resolved ?? { on, outcome: event.outcome }
  state.disputes.set(disputeId, { itemId, amountMinor, raisedOn, resolved })
}

const standsOn = ({ raisedOn, resolved }: Dispute, asOf: CivilDate | undefined): boolean =>
  asOf === undefined
    ? resolved === null
    : raisedOn <= asOf && (resolved === null || resolved.on > asOf)

/**
 * What is contested on an item: the sum of its disputes that stand, on a day or after all that is known.
 *
 * Units: minor units of the stream's currency. May exceed what is open by now: clamp where it is used.
 */
export const disputedMinor = (state: Collections, itemId: ItemId, asOf?: CivilDate): number => {
  let sum = 0
  for (const dispute of state.disputes.values())
    if (dispute.itemId === itemId && standsOn(dispute, asOf)) sum += dispute.amountMinor
  return sum
}

/** The dispute that stands on an item, where there is one. */
export const standingDispute = (state: Collections, itemId: ItemId): DisputeId | undefined => {
  for (const [disputeId, dispute] of state.disputes)
    if (dispute.itemId === itemId && dispute.resolved === null) return disputeId
  return undefined
}
