import { describe, expect, it } from 'vitest'
import { firstDifference, guarded, show } from '../src/index.ts'

describe('two values', () => {
  it.each([
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    [new Map([['x', new Set([1])]]), new Map([['x', new Set([1])]])],
    [Number.NaN, Number.NaN],
    [Object.create(null), {}],
  ])('are the same where nothing differs', (expected, actual) => {
    expect(firstDifference(expected, actual)).toBeUndefined()
  })

  it.each([
    [{ a: 1 }, { a: 1, b: undefined }, 'at .b: expected nothing, got undefined'],
    [{ a: 1, b: undefined }, { a: 1 }, 'at .b: expected undefined, got nothing'],
    [0, -0, 'at the whole value: expected 0, got -0'],
    [[1, 2], [2, 1], 'at [0]: expected 1, got 2'],
    [{ a: 1 }, [1], 'at the whole value: expected {\n  a: 1\n}, got [\n  1\n]'],
    [new Map([['k', 1]]), new Map([['k', 2]]), 'at .get("k"): expected 1, got 2'],
    [new Map([['k', 1]]), new Map(), 'at .get("k"): expected 1, got nothing'],
    [new Map(), new Map([['k', 1]]), 'at .get("k"): expected nothing, got 1'],
    [new Set([1]), new Set([2]), 'at [0]: expected 1, got 2'],
    [null, {}, 'at the whole value: expected null, got {}'],
    [1n, 1, 'at the whole value: expected 1n, got 1'],
  ])('differ at a place that is named', (expected, actual, words) => {
    expect(firstDifference(expected, actual)).toBe(words)
  })

  it('are shown whole, whatever they are', () => {
    expect(show(new Map([['k', new Set(['v'])]]))).toBe('Map {\n  "k" => Set {\n    "v"\n  }\n}')
    expect(show([])).toBe('[]')
  })
})

describe('an event that is lent', () => {
  it('reads as itself until it is called back, however deep', () => {
    const lent = guarded({ a: { b: [1, 2] } })
    const inner = lent.value.a.b
    expect([...inner]).toEqual([1, 2])
    expect(JSON.stringify(lent.value)).toBe('{"a":{"b":[1,2]}}')
    lent.revoke()
    expect(() => inner.length).toThrow(/was kept/)
    expect(() => lent.value.a).toThrow(/was kept/)
  })

  it('cannot be written to', () => {
    const lent = guarded({ a: { b: [1, 2] } })
    expect(() => lent.value.a.b.push(3)).toThrow(/only be read/)
    expect(() => Object.assign(lent.value, { a: 1 })).toThrow(/only be read/)
    expect(() => Reflect.deleteProperty(lent.value, 'a')).toThrow(/only be read/)
  })
})
