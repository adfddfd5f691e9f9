import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { playLife, lifeCommands, type Life } from '@tenure/testing/life'
import { runs } from '@tenure/house-rules/runs'
import { catalogue } from '../src/catalogue.ts'
import { keepDossier, roomOf, type Dossier } from '../src/policies/index.ts'
import { rooms, type RoomName, type TradeEvent } from '../src/rooms.ts'
import { evolvePublished, fold, isPersonal, publish, type Decider } from '../src/shared/index.ts'
import { inEveryLife, wasAccepted } from './life-words.ts'

const codecs = new Map(catalogue.map(({ type, codec }) => [type, codec]))
const codecOf = ({ type }: TradeEvent): t.Mixed => {
  const codec = codecs.get(type)
  if (codec === undefined) throw new Error(`${type} stands in no catalogue`)
  return codec
}
// A stream's facts and its decider belong to one room: the compiler cannot follow the name through both.
const deciderOf = (event: TradeEvent): Decider<never, TradeEvent, unknown, unknown> =>
  rooms[roomOf(event)].decider as unknown as Decider<never, TradeEvent, unknown, unknown>

const streams = ({ world }: Life): ReadonlyMap<string, ReadonlyArray<TradeEvent>> => {
  const facts = new Map<string, Array<TradeEvent>>()
  for (const { stream, event } of world.log)
    facts.set(stream, [...(facts.get(stream) ?? []), event])
  return facts
}

/** Whether a codec, or the one within it, marks what is personal. */
const marks = (codec: unknown): boolean =>
  isPersonal(codec) || (codec instanceof t.UnionType && codec.types.some(marks))

/** A fact as it stands once its person was erased: what is personal reads as nothing, or as a blank. */
const erased = (event: TradeEvent): { readonly event: TradeEvent; readonly fields: number } => {
  const codec = codecOf(event)
  const inner: unknown = codec instanceof t.ExactType ? codec.type : codec
  const props = inner instanceof t.InterfaceType ? Object.entries(inner.props) : []
  const personal = props.filter(([, field]) => marks(field)).map(([name]) => name)
  const known: Record<string, unknown> = { ...event }
  for (const name of personal) known[name] = known[name] === null ? null : 'erased'
  // Only texts were replaced by texts: the fact has the shape it had, which its codec confirms.
  if (!codec.is(known)) throw new Error(`${event.type} is no ${event.type} without its person`)
  return { event: known as unknown as TradeEvent, fields: personal.length }
}

/** The rooms in which money, credit, points or goods stand. */
const moneyRooms: ReadonlyArray<RoomName> = [
  'credit',
  'order',
  'invoice',
  'receivables',
  'collections',
  'dispute',
  'financing',
  'returns',
  'subscription',
  'loyalty',
  'agreement',
]
const moneyOf = ({ states }: Dossier) =>
  moneyRooms.flatMap((name) => [...states[name]].map(([stream, state]) => ({ stream, state })))

describe('in every life of two customers', () => {
  it('each command that is given once more at the end says nothing new [inv 40]', () => {
    inEveryLife(({ world, steps }) => {
      const before = world.log.length
      for (const step of steps.filter(wasAccepted)) {
        const { given } = step
        const again = world.tell(given)
        expect([given, again]).toEqual([given, E.right([])])
      }
      expect(world.log.length).toBe(before)
    })
  })

  it('each fact reads back from JSON as it was written [inv 48]', () => {
    inEveryLife(({ world }) => {
      for (const { event } of world.log) {
        const codec = codecOf(event)
        const read = codec.decode(JSON.parse(JSON.stringify(codec.encode(event))))
        expect(read).toEqual(E.right(event))
      }
    })
  })

  it('a state that was published and goes on is the state of the whole history [inv 37]', () => {
    fc.assert(
      fc.property(lifeCommands(), fc.nat(100), (commands, cut) => {
        for (const events of streams(playLife(commands)).values()) {
          const [first] = events
          if (first === undefined) continue
          const decider = deciderOf(first)
          const at = cut % (events.length + 1)
          let state = publish(fold(decider, events.slice(0, at)))
          for (const event of events.slice(at))
            state = evolvePublished(decider.evolve, state, event)
          expect(state).toEqual(fold(decider, events))
        }
      }),
      { numRuns: runs(100) },
    )
  })

  it('erasing what is personal changes no sum, no bill and nobody’s points [inv 49]', () => {
    let fields = 0
    inEveryLife(({ world }) => {
      for (const customerId of new Set(world.log.map(({ event }) => event.customerId))) {
        if (customerId === null) continue
        const keeper = keepDossier(customerId)
        for (const { stream, event } of world.log) {
          if (event.customerId !== customerId) continue
          const without = erased(event)
          fields += without.fields
          expect(JSON.stringify(without.event)).not.toContain('Ada Lovelace')
          keeper.meet(stream, without.event)
        }
        expect(moneyOf(keeper.dossier)).toEqual(moneyOf(world.dossier(customerId)))
      }
    })
    expect(fields).toBeGreaterThan(0)
  })

  it('the zone of the process changes no fact [inv 21]', () => {
    const home = process.env['TZ']
    const inZone = (zone: string | undefined, commands: Parameters<typeof playLife>[0]) => {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
      try {
        return { log: playLife(commands).world.log, hour: new Date(0).getHours() }
      } finally {
        if (home === undefined) delete process.env['TZ']
        else process.env['TZ'] = home
      }
    }
    fc.assert(
      fc.property(lifeCommands(), (commands) => {
        const east = inZone('Pacific/Kiritimati', commands)
        const west = inZone('America/St_Johns', commands)
        expect(east.hour).not.toBe(west.hour)
        expect(east.log).toEqual(west.log)
      }),
      { numRuns: runs(100) },
    )
  })
})
