import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Draft } from 'immer'
import {
  ChangeId,
  CivilDate,
  CustomerId,
  nullable,
  type Decider,
  type Room,
} from '@tenure/core/shared'
import { changeIds, civilDay } from '../src/arbitraries/index.ts'

/** A room made to be broken: it counts marks, each named by its change. */
export const Marked = t.strict({
  type: t.literal('Marked'),
  effectiveOn: CivilDate,
  customerId: nullable(CustomerId),
  changeId: ChangeId,
  marks: t.number,
  labels: t.array(t.string),
})
export type Marked = t.TypeOf<typeof Marked>

export interface Mark {
  readonly type: 'Mark'
  readonly effectiveOn: CivilDate
  readonly changeId: ChangeId
  readonly marks: number
}

export interface Tally {
  total: number
  labels: ReadonlyArray<string>
  changes: ReadonlyMap<ChangeId, number>
}

export interface TooMany {
  readonly type: 'TooMany' | 'ConflictingDuplicate'
  readonly marks: number
}

export type ToyRoom = Room<Mark, Marked, Tally, TooMany>

export const markedBy = ({ effectiveOn, changeId, marks }: Mark): Marked => ({
  type: 'Marked',
  effectiveOn,
  customerId: null,
  changeId,
  marks,
  labels: ['a', 'b'],
})

export const decideSoundly: ToyRoom['decider']['decide'] = (command) => (tally) => {
  const known = tally.changes.get(command.changeId)
  if (known !== undefined)
    return known === command.marks
      ? E.right([])
      : E.left({ type: 'ConflictingDuplicate', marks: command.marks })
  if (command.marks > 5) return E.left({ type: 'TooMany', marks: command.marks })
  return E.right([markedBy(command)])
}

export const evolveSoundly = (tally: Draft<Tally>, event: Marked): void => {
  tally.total += event.marks
  tally.labels = [...event.labels]
  tally.changes.set(event.changeId, event.marks)
}

export const soundToy: ToyRoom = {
  category: 'toy',
  decider: {
    initial: () => ({ total: 0, labels: [], changes: new Map() }),
    decide: decideSoundly,
    evolve: evolveSoundly,
  },
  events: [{ type: 'Marked', version: 1, codec: Marked }],
  streamOf: () => 'toy-1',
  doorOf: () => 'ask',
  explain: ({ type, marks }) => `${type}: ${marks} marks were refused.`,
}

/** The sound toy with something of its decider replaced. */
export const toyWith = (changes: Partial<Decider<Mark, Marked, Tally, TooMany>>): ToyRoom => ({
  ...soundToy,
  decider: { ...soundToy.decider, ...changes },
})

export const mark: fc.Arbitrary<Mark> = fc.record({
  type: fc.constant('Mark' as const),
  effectiveOn: civilDay,
  changeId: changeIds(4),
  marks: fc.integer({ min: 1, max: 6 }),
})
