import { describe, expect, it } from 'vitest'
import { changeId, civilDate } from '@tenure/core/shared'
import { acceptOrKeep, decideAt, given, reach } from '../src/index.ts'
import { markedBy, soundToy, type Mark } from './toy.ts'

const day = civilDate('2024-02-29')
const marks = (id: string, count: number): Mark => ({
  type: 'Mark',
  effectiveOn: day,
  changeId: changeId(id),
  marks: count,
})
const one = marks('__proto__', 1)
const two = marks('constructor', 2)

describe('an example in the words given, when, then', () => {
  it('holds where the events are these, whole and in order', () => {
    given(soundToy)().when(one).then(markedBy(one))
    given(soundToy)(one, markedBy(two))
      .when(marks('x', 3))
      .then(markedBy(marks('x', 3)))
  })

  it('fails where a field differs, and names it with both values', () => {
    expect(() =>
      given(soundToy)()
        .when(one)
        .then({ ...markedBy(one), marks: 2 }),
    ).toThrow(/the events differ\nat \[0\]\.marks: expected 2, got 1/)
  })

  it('fails where an event is missing, or one too many', () => {
    expect(() => given(soundToy)().when(one).then()).toThrow(/at \[0\]: expected nothing/)
    expect(() => given(soundToy)().when(one).then(markedBy(one), markedBy(two))).toThrow(
      /at \[1\]: expected \{/,
    )
  })

  it('fails where the payload holds more than was named', () => {
    const { labels: _, ...partial } = markedBy(one)
    // What a subset match would let pass.
    expect(() =>
      given(soundToy)()
        .when(one)
        .then({ ...partial, labels: ['a'] }),
    ).toThrow(/at \[0\]\.labels\[1\]: expected nothing, got "b"/)
  })

  it('holds a refusal against every field of it', () => {
    given(soundToy)().when(marks('x', 6)).thenRejected({ type: 'TooMany', marks: 6 })
    expect(() =>
      given(soundToy)().when(marks('x', 6)).thenRejected({ type: 'TooMany', marks: 7 }),
    ).toThrow(/the rejections differ\nat \.marks: expected 7, got 6/)
  })

  it('does not take a refusal for events, nor events for a refusal', () => {
    expect(() => given(soundToy)().when(marks('x', 6)).then()).toThrow(/TooMany: 6 marks/)
    expect(() => given(soundToy)().when(marks('x', 6)).thenNothing()).toThrow(/TooMany: 6 marks/)
    expect(() => given(soundToy)().when(one).thenRejected({ type: 'TooMany', marks: 1 })).toThrow(
      /was accepted, with these events/,
    )
  })

  it('tells nothing new from something', () => {
    given(soundToy)(one).when(one).thenNothing()
    expect(() => given(soundToy)().when(one).thenNothing()).toThrow(/should have said nothing new/)
  })

  it('fails at once where what is given is refused', () => {
    expect(() => given(soundToy)(marks('x', 6))).toThrow(/a given command was refused: TooMany/)
  })
})

describe('a history of commands', () => {
  it('keeps what was accepted and drops what was refused', () => {
    expect(reach(soundToy)([one, marks('x', 6), two, one])).toEqual([markedBy(one), markedBy(two)])
  })

  it('grows by what a command brings, and stays where it is refused', () => {
    expect(acceptOrKeep(soundToy)([markedBy(one)], two)).toEqual([markedBy(one), markedBy(two)])
    expect(acceptOrKeep(soundToy)([markedBy(one)], marks('x', 6))).toEqual([markedBy(one)])
    expect(decideAt(soundToy)([markedBy(one)])(one)).toEqual({ _tag: 'Right', right: [] })
  })

  it('leaves out commands that belong to another stream', () => {
    const byChange = { ...soundToy, streamOf: ({ changeId: id }: Mark) => `toy-${id}` }
    expect(reach(byChange)([one, two, one])).toEqual([markedBy(one)])
    expect(reach(byChange)([])).toEqual([])
  })
})
