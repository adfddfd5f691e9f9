import { describe, expect, it } from 'vitest'
import { projectPublished } from '../src/index.ts'
import { counted, tally } from './counting.ts'

describe('a reader who holds the rows before an event', () => {
  const project = projectPublished(tally)
  const before = project(new Map(), counted('ada', 1, '2026-01-05', ['x']))
  const after = project(before, counted('ada', 2, '2026-01-06', ['x']))

  it('keeps them as they were, frozen', () => {
    expect(before.get('ada')).toEqual({
      count: 1,
      sum: 1,
      byTag: new Map([['x', 1]]),
      first: '2026-01-05',
    })
    expect(Object.isFrozen(before.get('ada'))).toBe(true)
  })

  it('is given the next ones beside them', () => {
    expect(after.get('ada')?.sum).toBe(3)
  })

  it('shares the rows that the event did not touch', () => {
    const third = project(after, counted('bob', 5, '2026-01-07'))
    expect(third.get('ada')).toBe(after.get('ada'))
  })
})
