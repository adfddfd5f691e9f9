import type { Fact } from '@tenure/core/shared'
import { projectPublished } from '../project-published.ts'
import type { ReadModel, Rows } from '../read-model.ts'
import { choicesFrom } from './choices.ts'
import type { Law } from './law.ts'
import { mustBeSame, rowsAt, type Facts } from './law-rows.ts'

/** The facts that the model consumes: the history's store would give it no others. */
const eventsFor = <Event extends Fact, Row>(
  model: ReadModel<Event, Row>,
  history: Facts,
): ReadonlyArray<Event> => {
  const types = new Set(model.consumes.map(({ type }) => type))
  // A fact whose type the model consumes is an event of the model.
  return history
    .map(({ body }) => body)
    .filter(({ type }) => types.has(type)) as unknown as ReadonlyArray<Event>
}

const published = <Event extends Fact, Row>(
  model: ReadModel<Event, Row>,
  start: Rows<Row>,
  history: Facts,
): Rows<Row> => eventsFor(model, history).reduce(projectPublished(model), start)

export const ownedEqualsDrafted: Law = {
  title: 'rows changed in place equal rows drafted by Immer',
  holds: async (model, history) =>
    mustBeSame(
      await rowsAt(model, history),
      published(model, new Map(), history),
      'owned and drafted rows',
    ),
}

export const snapshotPlusTail: Law = {
  title: 'published rows of the past, and the tail on top of them, equal the whole',
  holds: async (model, history, seed) => {
    const split = choicesFrom(seed).below(history.length + 1)
    const past = await rowsAt(model, history.slice(0, split))
    mustBeSame(
      await rowsAt(model, history),
      published(model, past, history.slice(split)),
      'the whole and past plus tail',
    )
  },
}

export const readsOnly: Law = {
  title: 'an event is only read, and no row keeps a reference into it',
  holds: async (model, history) =>
    mustBeSame(
      await rowsAt(model, history),
      await rowsAt(model, history, undefined, true),
      'rows of free and of guarded events',
    ),
}

export const emptyRowIsNew: Law = {
  title: 'an empty row is a new one each time',
  holds: async (model, history) => {
    for (const event of eventsFor(model, history)) {
      for (const key of model.keysOf(event)) {
        const [a, b] = [model.emptyRow(key), model.emptyRow(key)]
        mustBeSame(a, b, 'two empty rows')
        if (typeof a === 'object' && a !== null && a === b)
          throw new Error(`emptyRow gives the same object twice for ${key}`)
      }
    }
  },
}
