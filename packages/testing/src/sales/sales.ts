import * as E from 'fp-ts/lib/Either.js'
import { orderRoom, type OrderCommand, type OrderEvent } from '@tenure/core/order'
import {
  changeId,
  civilDate,
  currency,
  customerId,
  endOfDay,
  fold,
  minorUnits,
  orderId,
  type Fact,
} from '@tenure/core/shared'
import { knownFact, type Known } from '@tenure/projection'

/** A sale as the record door takes it. `by: null` names nobody. */
export const sale = (
  by: string | null,
  on: string,
  netMinor: number,
  more: { readonly id?: string; readonly in?: string } = {},
): OrderCommand => ({
  type: 'RecordSale',
  effectiveOn: civilDate(on),
  customerId: by === null ? null : customerId(by),
  orderId: orderId(more.id ?? `${by} ${on} ${netMinor}`),
  currency: currency(more.in ?? 'EUR'),
  netMinor: minorUnits(netMinor),
  lines: [],
})

/** A sale called off elsewhere. */
export const callOff = (by: string | null, on: string, id: string): OrderCommand => ({
  type: 'RecordCancellation',
  effectiveOn: civilDate(on),
  customerId: by === null ? null : customerId(by),
  orderId: orderId(id),
  changeId: changeId(`${id} off`),
  reason: null,
})

/** What the rules make of commands, each known at the end of the day it is about. Refusals are dropped. */
export const decided = (commands: ReadonlyArray<OrderCommand>): ReadonlyArray<Known> => {
  const streams = new Map<string, Array<OrderEvent>>()
  const facts: Array<OrderEvent> = []
  for (const command of commands) {
    const stream = streams.get(orderRoom.streamOf(command)) ?? []
    const answer = orderRoom.decider.decide(command)(fold(orderRoom.decider, stream))
    if (E.isLeft(answer)) continue
    stream.push(...answer.right)
    facts.push(...answer.right)
    streams.set(orderRoom.streamOf(command), stream)
  }
  return known(facts)
}

/** Facts as a history: each known at the end of the day it is about, in UTC. */
export const known = (facts: ReadonlyArray<Fact>): ReadonlyArray<Known> =>
  facts.map((body, place) => knownFact(body, endOfDay(body.effectiveOn, 'UTC'), place))
