import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readModel, type Known } from '../src/index.ts'
import { modelLaws } from '../src/laws/index.ts'
import { counted, learned, tally, total, type Counted, type Tally } from './counting.ts'

const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`)
const fact = fc
  .tuple(
    fc.constantFrom('ada', 'bob', '__proto__', 'constructor', 'عمر'),
    fc.integer({ min: -5, max: 5 }),
    day,
    day,
    fc.array(fc.constantFrom('x', '__proto__', 'toString'), { maxLength: 3 }),
  )
  .map(([customer, amount, a, b, tags]) =>
    learned(counted(customer, amount, a < b ? a : b, tags), a < b ? b : a),
  )
const histories: ReadonlyArray<ReadonlyArray<Known>> = fc.sample(
  fc.array(fact, { maxLength: 30 }),
  {
    numRuns: 40,
    seed: 7,
  },
)

describe('a lawful read model', () => {
  for (const { title, check } of [
    ...modelLaws({ model: tally, histories }),
    ...modelLaws({ model: total, histories }),
  ])
    it(title, check)
})

describe('a read model that breaks a law', () => {
  /** The laws that a changed model breaks, by the end of their title. */
  const broken = async (change: Partial<typeof tally>): Promise<ReadonlyArray<string>> => {
    const model = readModel<Counted, Tally>({ ...tally, ...change })
    const titles: Array<string> = []
    for (const { title, check } of modelLaws({ model, histories }))
      await check().catch(() => titles.push(title.replace('tally: ', '')))
    return titles
  }

  it('is caught when it keeps a list of the event', async () => {
    const recipe = (row: { byTag: Map<string, unknown> }, event: Counted): void => {
      row.byTag.set('kept', event.tags)
    }
    expect(await broken({ recipe })).toContain(
      'an event is only read, and no row keeps a reference into it',
    )
  })

  it('is caught when it loses a number on an order that it did not expect', async () => {
    const recipe: typeof tally.recipe = (row, event) => {
      row.sum = event.amount < 0 ? Number.NaN : row.sum + event.amount
    }
    expect(await broken({ recipe })).toContain(
      'on every subset of a history, in every order, nothing throws and no number is lost',
    )
  })

  it('is caught when all customers share a row that does not combine', async () => {
    expect(await broken({ keysOf: () => ['all'], combine: (a) => a })).toContain(
      'parts of a history split by customer combine to the whole, in any grouping [inv 41]',
    )
  })

  it('is caught when its empty row is shared', async () => {
    const shared: Tally = { count: 0, sum: 0, byTag: new Map(), first: undefined }
    expect(await broken({ emptyRow: () => shared })).toContain(
      'an empty row is a new one each time',
    )
  })

  it('is caught when its rows remember more than their facts', async () => {
    let seen = 0
    const recipe: typeof tally.recipe = (row) => {
      seen += 1
      row.sum = seen
    }
    expect(await broken({ recipe })).toEqual(
      expect.arrayContaining([
        'rows changed in place equal rows drafted by Immer',
        'published rows of the past, and the tail on top of them, equal the whole',
        'a cut equals a replay of the facts that were true and known by it, and cuts share a pass',
      ]),
    )
  })
})
