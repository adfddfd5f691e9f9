import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { CivilDate, type Fact, type Room } from '@tenure/core/shared'
import { assertSame } from '../difference.ts'
import { ownCommands, reach } from '../history.ts'
import { show } from '../show.ts'
import type { Ground, Law } from './law.ts'

const codecOf = <C, V extends Fact, S, R>(room: Room<C, V, S, R>, event: V) => {
  const definition = room.events.find(({ type }) => type === event.type)
  if (definition === undefined)
    throw new Error(`${event.type} is not among the events of the room ${room.category}`)
  return definition.codec
}

/** The round trip through the stored form: what is read is what was written. */
export const readsBack = <C, V extends Fact, S, R>(ground: Ground<C, V, S, R>): Law => ({
  title: 'reads every event back from JSON as itself [inv 48]',
  check: () => {
    const { room, commands, numRuns } = ground
    fc.assert(
      fc.property(commands, (offered) => {
        for (const event of reach(room)(offered)) {
          const codec = codecOf(room, event)
          const stored: unknown = JSON.parse(JSON.stringify(codec.encode(event)))
          assertSame(E.right(event), codec.decode(stored), `${event.type} came back another`)
        }
      }),
      { numRuns },
    )
  },
})

/** What the store and the command make of a fact stands in the envelope, and nowhere else. */
const envelopeFields = [
  'id',
  'stream',
  'revision',
  'position',
  'recordedAt',
  'declaredAt',
  'schemaVersion',
  'commandId',
  'actor',
  'onBehalfOf',
  'via',
  'correlationId',
  'causationId',
  'door',
] as const

export const keepsTheEnvelopeOut = <C, V extends Fact, S, R>(ground: Ground<C, V, S, R>): Law => ({
  title: 'dates every event with a civil day, and leaves the envelope to the store',
  check: () => {
    const { room, commands, numRuns } = ground
    fc.assert(
      fc.property(commands, (offered) => {
        for (const event of reach(room)(offered)) {
          if (!CivilDate.is(event.effectiveOn))
            throw new Error(`${event.type} has no civil day: ${show(event)}`)
          const doubled = envelopeFields.find((field) => Object.hasOwn(event, field))
          if (doubled !== undefined)
            throw new Error(`${event.type} holds "${doubled}", which belongs to the envelope`)
        }
      }),
      { numRuns },
    )
  },
})

export const knowsItsStream = <C, V extends Fact, S, R>(ground: Ground<C, V, S, R>): Law => ({
  title: 'sends every command to one stream of its category, through one of two doors',
  check: () => {
    const { room, commands, numRuns } = ground
    if (room.category.length === 0 || room.category.includes('-'))
      throw new Error(`a category is a word without a dash: "${room.category}"`)
    fc.assert(
      fc.property(commands, (offered) => {
        for (const command of ownCommands(room)(offered)) {
          const stream = room.streamOf(command)
          assertSame(stream, room.streamOf(command), 'two streams for one command')
          if (!stream.startsWith(`${room.category}-`) || stream === `${room.category}-`)
            throw new Error(`not a stream of ${room.category}: "${stream}"`)
          if (!stream.isWellFormed()) throw new Error(`a stream's name is broken text: "${stream}"`)
          const door = room.doorOf(command)
          if (door !== 'ask' && door !== 'record') throw new Error(`no such door: ${show(door)}`)
          assertSame(door, room.doorOf(command), 'two doors for one command')
        }
      }),
      { numRuns },
    )
  },
})
