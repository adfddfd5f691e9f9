import * as E from 'fp-ts/lib/Either.js'
import { orderRoom, reservedCredit, type OrderCommand, type OrderEvent } from '@tenure/core/order'
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
  type Instant,
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

/** A sale that goes on after it was called off, or closed. */
export const reopen = (by: string | null, on: string, id: string): OrderCommand => ({
  type: 'ReopenOrder',
  effectiveOn: civilDate(on),
  customerId: by === null ? null : customerId(by),
  orderId: orderId(id),
  changeId: changeId(`${id} on again`),
  reason: null,
  credit: reservedCredit(0, civilDate(on)),
  hold: null,
})

/** A command with the instant at which it was given: when its facts were learned. */
export interface GivenCommand {
  readonly command: OrderCommand
  readonly at: Instant
}

/** What the rules make of commands, in the order given. Refusals are dropped. */
export const logOf = (given: ReadonlyArray<GivenCommand>): ReadonlyArray<Known> => {
  const streams = new Map<string, Array<OrderEvent>>()
  const log: Array<Known> = []
  for (const { command, at } of given) {
    const stream = streams.get(orderRoom.streamOf(command)) ?? []
    const answer = orderRoom.decider.decide(command)(fold(orderRoom.decider, stream))
    if (E.isLeft(answer)) continue
    stream.push(...answer.right)
    for (const event of answer.right) log.push(knownFact(event, at, log.length))
    streams.set(orderRoom.streamOf(command), stream)
  }
  return log
}

/** What the rules make of commands, each known at the end of the day it is about. Refusals are dropped. */
export const decided = (commands: ReadonlyArray<OrderCommand>): ReadonlyArray<Known> =>
  logOf(commands.map((command) => ({ command, at: endOfDay(command.effectiveOn, 'UTC') })))

/** Facts as a history: each known at the end of the day it is about, in UTC. */
export const known = (facts: ReadonlyArray<Fact>): ReadonlyArray<Known> =>
  facts.map((body, place) => knownFact(body, endOfDay(body.effectiveOn, 'UTC'), place))
