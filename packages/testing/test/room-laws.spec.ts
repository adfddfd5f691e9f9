import * as E from 'fp-ts/lib/Either.js'
import { isDraft } from 'immer'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import type { Door } from '@tenure/core/shared'
import { roomLaws } from '../src/index.ts'
import {
  decideSoundly,
  evolveSoundly,
  mark,
  markedBy,
  soundToy,
  toyWith,
  type Marked,
  type Tally,
  type ToyRoom,
} from './toy.ts'

const laws = {
  answers: 'answers every command with events or a refusal, and words every refusal',
  pure: 'gives the same answer twice, and changes nothing it was given [inv 38]',
  once: 'says nothing to a command that it accepted before, whatever happened in between [inv 40]',
  readsBack: 'reads every event back from JSON as itself [inv 48]',
  eitherWay: 'evolves in place, under Immer and in one fold to the same state',
  keepsNone: 'only reads an event, and keeps no reference into it',
  anyPart: 'evolves over any part of a history, in any order, without a throw or a NaN',
  afresh: 'starts every stream from a state of its own',
  stream: 'sends every command to one stream of its category, through one of two doors',
  envelope: 'dates every event with a civil day, and leaves the envelope to the store',
} as const

/** Which laws a room breaks. */
const brokenBy = (room: ToyRoom): ReadonlyArray<string> =>
  roomLaws({ room, command: mark })
    .filter(({ check }) => {
      try {
        check()
        return false
      } catch {
        return true
      }
    })
    .map(({ title }) => title)

describe('the laws of a room', () => {
  it('are these, and a sound room keeps every one', () => {
    expect(roomLaws({ room: soundToy, command: mark }).map(({ title }) => title)).toEqual(
      Object.values(laws),
    )
    expect(brokenBy(soundToy)).toEqual([])
  })

  it('catch a rule that throws', () => {
    const decide: typeof decideSoundly = (command) => (tally) => {
      if (tally.total > 3) throw new Error('lost')
      return decideSoundly(command)(tally)
    }
    expect(brokenBy(toyWith({ decide }))).toContain(laws.answers)
  })

  it('catch a refusal without words', () => {
    expect(brokenBy({ ...soundToy, explain: () => ' ' })).toEqual([laws.answers])
    expect(brokenBy({ ...soundToy, explain: () => `${undefined} marks` })).toEqual([laws.answers])
  })

  it('catch an answer that hangs on something beside state and command', () => {
    let asked = 0
    const decide: typeof decideSoundly = (command) => (tally) => {
      asked += 1
      const answer = decideSoundly(command)(tally)
      return E.isRight(answer) && answer.right.length > 0
        ? E.right([{ ...markedBy(command), marks: asked }])
        : answer
    }
    expect(brokenBy(toyWith({ decide }))).toContain(laws.pure)
  })

  it('catch a rule that writes into its command or its state', () => {
    const intoCommand: typeof decideSoundly = (command) => (tally) => {
      const answer = decideSoundly(command)(tally)
      Object.assign(command, { marks: command.marks })
      return answer
    }
    expect(brokenBy(toyWith({ decide: intoCommand }))).toContain(laws.pure)
    const intoState: typeof decideSoundly = (command) => (tally) => {
      tally.total = 0
      return decideSoundly(command)(tally)
    }
    expect(brokenBy(toyWith({ decide: intoState }))).toContain(laws.pure)
  })

  it('catch a command that writes twice', () => {
    const decide: typeof decideSoundly = (command) => () => E.right([markedBy(command)])
    expect(brokenBy(toyWith({ decide }))).toEqual([laws.once])
  })

  it('catch a memory that reaches back one command only', () => {
    const evolve: typeof evolveSoundly = (tally, event) => {
      evolveSoundly(tally, event)
      for (const changeId of tally.changes.keys())
        if (changeId !== event.changeId) tally.changes.delete(changeId)
    }
    expect(brokenBy(toyWith({ evolve }))).toEqual([laws.once])
  })

  it('catch an event that JSON does not carry', () => {
    // JSON has no minus zero.
    const decide: typeof decideSoundly = (command) => (tally) =>
      E.map((events: ReadonlyArray<Marked>) => events.map((event) => ({ ...event, marks: -0 })))(
        decideSoundly(command)(tally),
      )
    expect(brokenBy(toyWith({ decide }))).toContain(laws.readsBack)
  })

  it('catch a codec that drops a field, and an event that the room does not list', () => {
    const codec = t.strict({ type: t.literal('Marked') })
    const dropping: ToyRoom = { ...soundToy, events: [{ type: 'Marked', version: 1, codec }] }
    expect(brokenBy(dropping)).toEqual([laws.readsBack])
    expect(brokenBy({ ...soundToy, events: [] })).toEqual([laws.readsBack])
  })

  it('catch a recipe that means one thing in place and another under Immer', () => {
    const evolve: typeof evolveSoundly = (tally, event) => {
      evolveSoundly(tally, event)
      // Only Immer hands out a draft.
      if (isDraft(tally)) tally.total += 1
    }
    expect(brokenBy(toyWith({ evolve }))).toEqual([laws.eitherWay])
  })

  it('catch a recipe that keeps a part of an event', () => {
    const evolve: typeof evolveSoundly = (tally, event) => {
      evolveSoundly(tally, event)
      tally.labels = event.labels
    }
    expect(brokenBy(toyWith({ evolve }))).toEqual([laws.keepsNone])
  })

  it('catch a recipe that writes into an event', () => {
    const evolve: typeof evolveSoundly = (tally, event) => {
      evolveSoundly(tally, event)
      Object.assign(event, { marks: event.marks })
    }
    expect(brokenBy(toyWith({ evolve }))).toContain(laws.keepsNone)
  })

  it('catch a recipe that needs an earlier event to be there', () => {
    const evolve: typeof evolveSoundly = (tally, event) => {
      if (event.marks === 5 && tally.changes.size === 0) throw new Error('a five comes never first')
      evolveSoundly(tally, event)
    }
    const decide: typeof decideSoundly = (command) => (tally) =>
      command.marks === 5 && tally.changes.size === 0
        ? E.left({ type: 'TooMany', marks: 5 })
        : decideSoundly(command)(tally)
    expect(brokenBy(toyWith({ evolve, decide }))).toEqual([laws.anyPart])
  })

  it('catch a NaN that only a cut brings about', () => {
    const evolve: typeof evolveSoundly = (tally, event) => {
      const mean = tally.total / tally.changes.size
      evolveSoundly(tally, event)
      if (event.marks === 5) tally.total = mean
    }
    const decide: typeof decideSoundly = (command) => (tally) =>
      command.marks === 5 && tally.changes.size === 0
        ? E.left({ type: 'TooMany', marks: 5 })
        : decideSoundly(command)(tally)
    expect(brokenBy(toyWith({ evolve, decide }))).toEqual([laws.anyPart])
  })

  it('catch a state that all streams share', () => {
    const shared: Tally = { total: 0, labels: [], changes: new Map() }
    expect(brokenBy(toyWith({ initial: () => shared }))).toContain(laws.afresh)
  })

  it('catch a stream outside its category, and a door that is none', () => {
    expect(brokenBy({ ...soundToy, streamOf: () => 'other-1' })).toEqual([laws.stream])
    expect(brokenBy({ ...soundToy, category: 'a-b', streamOf: () => 'a-b-1' })).toEqual([
      laws.stream,
    ])
    // A JavaScript user may return anything; the law is for them.
    expect(brokenBy({ ...soundToy, doorOf: () => 'window' as Door })).toEqual([laws.stream])
  })

  it('catch an event that says what the envelope says', () => {
    const decide: typeof decideSoundly = (command) => (tally) => {
      const answer = decideSoundly(command)(tally)
      return E.isRight(answer)
        ? E.right(answer.right.map((event) => ({ ...event, recordedAt: 1 })))
        : answer
    }
    expect(brokenBy(toyWith({ decide }))).toContain(laws.envelope)
  })

  it('catch a broken invariant, and name it', () => {
    const [...all] = roomLaws({
      room: soundToy,
      command: mark,
      invariants: [
        { title: 'counts what was marked', holds: (tally) => tally.total >= 0 },
        { title: 'never passes eight', holds: (tally) => tally.total <= 8 },
      ],
    })
    const [counts, passes] = all.slice(-2)
    expect([counts?.title, passes?.title]).toEqual(['counts what was marked', 'never passes eight'])
    expect(() => counts?.check()).not.toThrow()
    expect(() => passes?.check()).toThrow(/Counterexample/)
  })
})
