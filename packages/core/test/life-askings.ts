import { expect } from 'vitest'
import {
  collectionsRoom,
  pausedUntil,
  type Collections,
  type CollectionsEvent,
} from '../src/collections/index.ts'
import { itemOf, openMinor, receivablesRoom, type Receivables } from '../src/receivables/index.ts'
import type { TradeEvent } from '../src/rooms.ts'
import { addDays, evolvePublished, type CivilDate } from '../src/shared/index.ts'
import { remindersOfLife, type Life } from '@tenure/testing/life'
import { sum } from './life-words.ts'

const of = <Event extends TradeEvent>(room: { events: ReadonlyArray<{ type: string }> }) => {
  const types: ReadonlySet<string> = new Set(room.events.map(({ type }) => type))
  return (event: TradeEvent): event is Event => types.has(event.type)
}
export const isOfCollections = of<CollectionsEvent>(collectionsRoom)
const isOfReceivables = of<Extract<TradeEvent, { type: 'ItemOpened' }>>(receivablesRoom)

type Asking = Extract<CollectionsEvent, { type: 'ReminderSent' | 'StepDue' }>
interface At {
  readonly stream: string
  readonly asking: Asking
  readonly before: Collections
  readonly account: Receivables
  /** What stood contested by then, by item, read from the facts alone. */
  readonly disputes: ReadonlyArray<Contested>
}
interface Contested {
  readonly disputeId: string
  readonly itemId: string
  readonly amountMinor: number
  readonly from: CivilDate
  readonly until: CivilDate | null
}

/** Each reminder of a life, with what stood when it was sent. */
const askings = ({ world }: Life): ReadonlyArray<At> => {
  const cases = new Map<string, Collections>()
  const accounts = new Map<string, Receivables>()
  const contested = new Map<string, ReadonlyArray<Contested>>()
  const found: Array<At> = []
  for (const { stream, event } of world.log) {
    if (isOfReceivables(event)) {
      const { initial, evolve } = receivablesRoom.decider
      accounts.set(stream, evolvePublished(evolve, accounts.get(stream) ?? initial(), event))
    }
    if (!isOfCollections(event)) continue
    const { initial, evolve } = collectionsRoom.decider
    const before = cases.get(stream) ?? initial()
    const account = accounts.get(stream.replace('collections', 'receivables'))
    const disputes = contested.get(stream) ?? []
    if ((event.type === 'ReminderSent' || event.type === 'StepDue') && account !== undefined)
      found.push({ stream, asking: event, before, account, disputes })
    if (event.type === 'DisputeRaised')
      contested.set(stream, [...disputes, { ...event, from: event.effectiveOn, until: null }])
    if (event.type === 'DisputeResolved')
      contested.set(
        stream,
        disputes.map((one) =>
          one.disputeId === event.disputeId ? { ...one, until: event.effectiveOn } : one,
        ),
      )
    cases.set(stream, evolvePublished(evolve, before, event))
  }
  return found
}
export const offsetOf = (stepId: string): number =>
  remindersOfLife.steps.find((step) => step.stepId === stepId)?.offsetDays ?? Number.NaN

/** Each step once for an item and case, in order, none early, while paused, or for what is closed. Counts them. */
export const stepsKeepTheirOrder = (life: Life): number => {
  let sent = 0
  const steps = new Set<string>()
  const lastOffset = new Map<string, number>()
  for (const { stream, asking, before, account } of askings(life)) {
    sent += 1
    const { cycle, stepId, type, effectiveOn } = asking
    for (const { itemId, instalment, dueOn } of asking.items) {
      const name = JSON.stringify([stream, cycle, type, stepId, itemId, instalment])
      expect(steps.has(name)).toBe(false)
      steps.add(name)
      const item = itemOf(account, itemId)
      expect(item === undefined ? 0 : openMinor(item)).toBeGreaterThan(0)
      expect(dueOn <= addDays(effectiveOn, 3)).toBe(true)
    }
    const firstDueOn = asking.items.map(({ dueOn }) => dueOn).toSorted()[0] ?? effectiveOn
    expect(addDays(firstDueOn, offsetOf(stepId)) <= effectiveOn).toBe(true)
    const inCase = JSON.stringify([stream, cycle])
    expect(offsetOf(stepId)).toBeGreaterThanOrEqual(lastOffset.get(inCase) ?? -99)
    lastOffset.set(inCase, offsetOf(stepId))
    expect(pausedUntil(before, effectiveOn)).toBeUndefined()
  }
  return sent
}

/** Each message asks for what is open less what is disputed, as both stand when it is sent. */
export const messagesAskForWhatIsOpen = (life: Life): void => {
  for (const { asking, account, disputes } of askings(life)) {
    const { effectiveOn, items } = asking
    for (const id of new Set(items.map(({ itemId }) => itemId))) {
      const item = itemOf(account, id)
      const parts = items.filter(({ itemId }) => itemId === id)
      const openAll = item === undefined ? 0 : openMinor(item)
      const contested = sum(
        disputes
          .filter(
            ({ itemId, from, until }) =>
              itemId === id && from <= effectiveOn && (until === null || until > effectiveOn),
          )
          .map(({ amountMinor }) => amountMinor),
      )
      expect(sum(parts.map((part) => part.openMinor))).toBeLessThanOrEqual(openAll)
      expect(sum(parts.map((part) => part.disputedMinor))).toBeLessThanOrEqual(contested)
      if (contested === 0 || parts.length > 1 || parts[0]?.openMinor !== openAll) continue
      expect(parts[0].disputedMinor).toBe(Math.min(contested, openAll))
    }
    expect(asking.askedMinor).toBe(sum(items.map((part) => part.openMinor - part.disputedMinor)))
  }
}
