import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rooms } from '../src/rooms.ts'
import { unreachable } from '../src/shared/index.ts'
import { wordingOf } from './wording.ts'

const source = new URL('../src/', import.meta.url)

const sourcesOf = (folder: string): ReadonlyArray<string> =>
  readdirSync(new URL(folder, source), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .toSorted()
    .map((path) => readFileSync(new URL(`${folder}/${path}`, source), 'utf8'))

/** The names of a room's refusals, as its source declares them. */
const refusalsOf = (folder: string): ReadonlyArray<string> => {
  const text = readFileSync(new URL(`${folder}/rejections.ts`, source), 'utf8')
  const names = [...text.matchAll(/readonly type:((?:\s*\|?\s*'\w+')+)/g)].flatMap(
    ([, types = '']) => [...types.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
  )
  return [...new Set(names)]
}

/** Every word that a switch of the room, or of what it shares, tells apart. */
const vocabularyOf = (folder: string): ReadonlyArray<string> => [
  ...new Set(
    [folder, 'shared', 'terms']
      .flatMap(sourcesOf)
      .flatMap((text) => [...text.matchAll(/case '(\w+)'/g)].map(([, word = '']) => word)),
  ),
]

const isSentence = (words: string | undefined): boolean =>
  words !== undefined && /^\S.*\.$/s.test(words) && !/undefined|\[object /.test(words)

describe.each(Object.keys(rooms).map((name) => ({ name })))('the room $name', ({ name }) => {
  const room = Object.values(rooms).find(({ category }) => category === name)
  const refusals = refusalsOf(name)

  it('has a message for each of its rejection codes, in a whole sentence [0-08] [0-29]', () => {
    expect(refusals.length).toBeGreaterThan(2)
    const words = vocabularyOf(name)
    const wordless = refusals.filter(
      (type) => room === undefined || !isSentence(wordingOf(room.explain, type, words)),
    )
    expect(wordless).toEqual([])
  })
})

describe('what looks for messages', () => {
  type Toy =
    | { readonly type: 'Late'; readonly why: 'rain' | 'snow'; readonly days: ReadonlyArray<string> }
    | { readonly type: 'Lost' }
  const wordsOf = (why: 'rain' | 'snow'): string => {
    switch (why) {
      case 'rain':
        return 'of the rain'
      case 'snow':
        return 'of the snow'
      default:
        return unreachable(why)
    }
  }
  const explain = (refusal: Toy): string =>
    refusal.type === 'Late'
      ? `Late because ${wordsOf(refusal.why)}, on ${refusal.days.join(' and ')}.`
      : unreachable(refusal as never)

  it('finds the words of a refusal whose fields it does not know, and sees where there are none', () => {
    expect(wordingOf(explain, 'Late', ['hail', 'snow'])).toBe(
      'Late because of the snow, on <days[0]>.',
    )
    expect(wordingOf(explain, 'Lost', ['hail', 'snow'])).toBe(undefined)
  })
})
