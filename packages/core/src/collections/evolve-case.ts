import type { Draft } from 'immer'
import { laterDay, type CivilDate, type ItemId } from '../shared/index.ts'
import type { CollectionsEvent } from './events.ts'
import type { Case, Collections } from './state.ts'

type Of<T extends CollectionsEvent['type']> = Extract<CollectionsEvent, { readonly type: T }>

export const addTo = <K, V>(sets: Map<K, Set<V>>, key: K, value: V): void => {
  const known = sets.get(key)
  if (known === undefined) sets.set(key, new Set([value]))
  else known.add(value)
}

const begin = (cycle: number, openedOn: CivilDate): Draft<Case> => ({
  cycle,
  openedOn,
  sentSteps: new Set(),
  lastOffsetDays: null,
  sentCount: 0,
  lastStepOn: null,
  deadlineOn: null,
  named: new Map(),
  skipped: new Map(),
  failed: new Map(),
  sentBy: new Map(),
  actions: new Set(),
  manual: new Map(),
  suspends: null,
})

/** The case that an event belongs to; made by whichever event names it first. */
const caseOf = (
  state: Draft<Collections>,
  cycle: number,
  on: CivilDate,
): Draft<Case> | undefined => {
  if (state.openCase?.cycle === cycle) return state.openCase
  if (cycle <= state.cycle) return undefined
  state.cycle = cycle
  state.openCase = begin(cycle, on)
  return state.openCase
}

/** A case that goes on where another had stopped counts that one's steps as its own. */
export const opened = (state: Draft<Collections>, event: Of<'CaseOpened'>): void => {
  const current = caseOf(state, event.cycle, event.effectiveOn)
  const { lastCase } = state
  if (current === undefined || lastCase === null || lastCase.cycle !== event.continuesCycle) return
  current.sentSteps = new Set(lastCase.sentSteps)
  current.lastOffsetDays = lastCase.lastOffsetDays
  current.sentCount = lastCase.sentCount
  current.lastStepOn = lastCase.lastStepOn
}

export const closed = (state: Draft<Collections>, event: Of<'CaseClosed'>): void => {
  state.cycle = Math.max(state.cycle, event.cycle)
  state.closedOn = laterDay(state.closedOn ?? event.effectiveOn, event.effectiveOn)
  if (state.openCase === null || state.openCase.cycle > event.cycle) return
  state.lastCase = state.openCase
  state.openCase = null
}

/** A step counts as taken: by a message, by its action, or by hand. */
const taken = (
  state: Draft<Collections>,
  event: Of<'ReminderSent' | 'StepDue'>,
): Draft<Case> | undefined => {
  const { cycle, stepId, offsetDays, effectiveOn } = event
  if (event.policyId !== null) addTo(state.answeredOn, stepId, effectiveOn)
  state.lastSentOn = laterDay(state.lastSentOn ?? effectiveOn, effectiveOn)
  for (const { itemId } of event.items) state.remindedItems.add(itemId)
  const current = caseOf(state, cycle, effectiveOn)
  if (current === undefined) return undefined
  current.sentSteps.add(stepId)
  if (offsetDays !== null)
    current.lastOffsetDays = Math.max(current.lastOffsetDays ?? offsetDays, offsetDays)
  current.lastStepOn = laterDay(current.lastStepOn ?? effectiveOn, effectiveOn)
  for (const { itemId, dueOn } of event.items) addTo(current.named, itemId, dueOn)
  const { newDeadlineOn } = event
  if (newDeadlineOn !== null)
    current.deadlineOn = laterDay(current.deadlineOn ?? newDeadlineOn, newDeadlineOn)
  return current
}

export const sent = (state: Draft<Collections>, event: Of<'ReminderSent'>): void => {
  const { stepId, effectiveOn: on, askedMinor } = event
  if (event.policyId === null) state.recordedReminders.set(stepId, { on, askedMinor })
  const current = taken(state, event)
  if (current === undefined) return
  current.sentCount += 1
  current.sentBy.set(stepId, event.channel)
  current.manual.delete(stepId)
}

export const stepDue = (state: Draft<Collections>, event: Of<'StepDue'>): void => {
  const { stepId, action, items } = event
  const current = taken(state, event)
  if (current === undefined) return
  if (!current.sentBy.has(stepId)) current.sentCount += 1
  current.actions.add(stepId)
  if (action !== 'suspend') return
  const itemIds = new Set<ItemId>(current.suspends?.itemIds)
  for (const { itemId } of items) itemIds.add(itemId)
  current.suspends = { stepId, itemIds }
}

export const skipped = (state: Draft<Collections>, event: Of<'StepSkipped'>): void => {
  const { stepId, effectiveOn, cycle } = event
  addTo(state.answeredOn, stepId, effectiveOn)
  const current = caseOf(state, cycle, effectiveOn)
  if (current !== undefined) addTo(current.skipped, stepId, event.why)
}

/** The step is open again, and the deadline that nobody read is void. What it called for beside writing was called for all the same. */
export const failed = (state: Draft<Collections>, event: Of<'StepFailed'>): void => {
  const { stepId, effectiveOn, cycle, channel } = event
  const current = caseOf(state, cycle, effectiveOn)
  if (current === undefined) return
  addTo(current.failed, stepId, channel)
  if (current.sentBy.get(stepId) !== channel) return
  current.sentBy.delete(stepId)
  current.sentSteps.delete(stepId)
  current.sentCount = Math.max(0, current.sentCount - 1)
  current.deadlineOn = null
}

export const manual = (state: Draft<Collections>, event: Of<'ManualTaskRaised'>): void => {
  const { stepId, effectiveOn, cycle } = event
  addTo(state.answeredOn, stepId, effectiveOn)
  const current = caseOf(state, cycle, effectiveOn)
  if (current === undefined) return
  const { policyId, policyVersion, offsetDays, action } = event
  current.manual.set(stepId, { policyId, policyVersion, offsetDays, action })
  for (const { itemId, dueOn } of event.items) addTo(current.named, itemId, dueOn)
}
