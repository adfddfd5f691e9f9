import { civilDate, customerId, endOfDay, type CivilDate, type Fact } from '@tenure/core/shared'
import * as t from 'io-ts'
import { knownFact, readModel, type Known } from '../src/index.ts'

/** A fact of no trade, so that the engines are tested without any room. */
export interface Counted extends Fact {
  readonly type: 'Counted'
  readonly amount: number
  readonly tags: ReadonlyArray<string>
}

const definition = (type: string) => ({ type, version: 1, codec: t.unknown })

export interface Tally {
  count: number
  sum: number
  byTag: Map<string, number>
  first: CivilDate | undefined
}

/** Per customer: how many, how much, by tag, and since when. */
export const tally = readModel<Counted, Tally>({
  name: 'tally',
  version: 1,
  consumes: [definition('Counted')],
  keysOf: (event) => [event.customerId ?? ''],
  emptyRow: () => ({ count: 0, sum: 0, byTag: new Map(), first: undefined }),
  recipe: (row, event) => {
    row.count += 1
    row.sum += event.amount
    for (const tag of event.tags) row.byTag.set(tag, (row.byTag.get(tag) ?? 0) + event.amount)
    if (row.first === undefined || event.effectiveOn < row.first) row.first = event.effectiveOn
  },
  combine: (a, b) => ({
    count: a.count + b.count,
    sum: a.sum + b.sum,
    byTag: new Map(
      [...a.byTag.keys(), ...b.byTag.keys()].map((tag) => [
        tag,
        (a.byTag.get(tag) ?? 0) + (b.byTag.get(tag) ?? 0),
      ]),
    ),
    first: [a.first, b.first].filter((day) => day !== undefined).toSorted()[0],
  }),
})

/** Over everybody: one row that is a number, so that recipes which return the next value run too. */
export const total = readModel<Counted, number>({
  name: 'total',
  version: 1,
  consumes: [definition('Counted')],
  keysOf: () => ['all'],
  emptyRow: () => 0,
  recipe: (row, event) => row + event.amount,
  combine: (a, b) => a + b,
})

export const counted = (
  customer: string,
  amount: number,
  effectiveOn: string,
  tags: ReadonlyArray<string> = [],
): Counted => ({
  type: 'Counted',
  effectiveOn: civilDate(effectiveOn),
  customerId: customerId(customer),
  amount,
  tags,
})

/** Learned at the end of `knownOn`, in UTC. */
export const learned = (body: Fact, knownOn: string, place = 0): Known =>
  knownFact(body, endOfDay(civilDate(knownOn), 'UTC'), place)
