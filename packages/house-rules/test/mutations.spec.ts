import { describe, expect, it } from 'vitest'
import { mutations } from '../proof/mutations.ts'
import { filesBelow, textOf } from '../src/tree.ts'

describe('the laws that the mutation proof breaks', () => {
  const sources = new Set(filesBelow('packages'))
  it.each(mutations.map((one) => ({ ...one })))('$law', ({ file, from }) => {
    expect(sources.has(file), file).toBe(true)
    expect(textOf(file).split(from).length - 1, from).toBe(1)
  })
})
