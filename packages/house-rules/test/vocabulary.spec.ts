import { catalogue } from '@tenure/core/catalogue'
import { describe, expect, it } from 'vitest'
import { filesBelow, textOf } from '../src/tree.ts'

const rows = new Map(
  textOf('docs/VOCABULARY.md')
    .split('\n')
    .filter((line) => line.startsWith('| `') || line.startsWith('| *'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, word = '', ...cells]) => [word.replaceAll(/[`*]/g, ''), cells] as const),
)

describe('the vocabulary', () => {
  for (const { type } of catalogue)
    it(`has a row for the event ${type}, with its meaning and its source`, () => {
      const [meaning = '', source = ''] = rows.get(type) ?? []
      expect(meaning.length).toBeGreaterThan(15)
      expect(source).not.toBe('')
    })

  it('names no two events alike', () => {
    const names = catalogue.map(({ type }) => type)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('has one row a word', () => {
    const words = textOf('docs/VOCABULARY.md')
      .split('\n')
      .flatMap((line) => /^\| [`*]([^`*]+)[`*] \|/.exec(line)?.[1] ?? [])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  it('has a row for every rejection of the core', () => {
    const rejections = filesBelow('packages/core/src')
      .filter((path) => path.endsWith('/rejections.ts'))
      .flatMap((path) => [...textOf(path).matchAll(/'([A-Z]\w+)'/g)].map(([, word = '']) => word))
      .filter((word) => !rows.has(word))
    expect([...new Set(rejections)]).toEqual([])
  })

  it('names events in the past tense, never as an update or a change of status', () => {
    const vague = catalogue.filter(({ type }) => /Updated|StatusChanged|Deleted|Created/.test(type))
    expect(vague.map(({ type }) => type)).toEqual([])
  })
})
