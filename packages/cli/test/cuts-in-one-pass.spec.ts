import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { salesDatabase } from './sales.ts'
import { answerOf, makeFolder, tenure } from './tenure.ts'

const cuts = [
  ['2024-02-01', '2024-02-01'],
  ['2024-03-15', '2024-04-01T09:00:00Z'],
  ['2024-03-15', '2024-03-15'],
  ['2024-05-31', '2026-01-01'],
] as const

/** Every question, with what it needs to be asked. */
const questions = [
  ['overdue'],
  ['overdue', 'ageing', '--boundaries', '7,14'],
  ['overdue', 'dso', '--days', '30'],
  ['overdue', 'cei'],
  ['overdue', 'days-late', '--from', '2024-01-15'],
  ['overdue', 'worklist'],
  ['retention', 'cohorts', '--maturity', 'observed'],
  ['retention', 'cohorts', '--maturity', 'complete'],
  ['clv', 'rfm', '--holdout-end', '2024-06-30'],
  ['clv', 'aov'],
  ['clv', 'frequency', '--per-days', '30'],
  ['clv', 'simple', '--period-days', '30', '--window-days', '30'],
  ['clv', 'historic'],
]

describe('a simulated company', () => {
  const folder = makeFolder()
  const db = folder.at('company.db')
  beforeAll(async () => {
    const ran = await tenure(['simulate', '--db', db, '--customers', '40', '--days', '160'])
    expect(ran.code).toBe(0)
  }, 60_000)
  afterAll(folder.remove)

  const cutOf = ([asOf, knownAt]: readonly [string, string]): ReadonlyArray<string> => [
    '--as-of',
    asOf,
    '--known-at',
    knownAt,
  ]

  it.each(questions)(
    'answers %s %s … at several cuts in one pass as one by one',
    async (...words) => {
      const question = [...words, '--db', db]
      const together = await answerOf([...question, ...cuts.flatMap(cutOf)])
      const oneByOne = await Promise.all(cuts.map((cut) => answerOf([...question, ...cutOf(cut)])))
      expect(together.results).toEqual(oneByOne.flatMap(({ results }) => results))
      expect(together.results.length).toBeGreaterThanOrEqual(cuts.length)
    },
  )

  it('answers neighbouring days as the periods between them', async () => {
    const rates = ['retention', 'rates', '--db', db, '--window-days', '30']
    const days = ['2024-02-01', '2024-03-15', '2024-05-31']
    const together = await answerOf([...rates, ...days.flatMap((day) => ['--as-of', day])])
    const first = await answerOf([...rates, '--from', days[0] ?? '', '--to', days[1] ?? ''])
    const second = await answerOf([...rates, '--from', days[1] ?? '', '--to', days[2] ?? ''])
    expect(together.results).toEqual([...first.results, ...second.results])
    expect(together.results).toHaveLength(2)
  })

  it('gives another answer for what was known then than for what is known now', async () => {
    const asOf = ['--as-of', '2024-03-15']
    const { results } = await answerOf([
      'overdue',
      '--db',
      db,
      '--currency',
      'EUR',
      ...asOf,
      '--known-at',
      '2024-03-15',
      '--known-at',
      '2026-01-01',
    ])
    const now = await answerOf(['overdue', '--db', db, '--currency', 'EUR', ...asOf])
    const [then, later] = results
    expect(then?.['openMinor']).not.toBe(later?.['openMinor'])
    expect({ ...later, knownAt: null }).toEqual(now.results[0])
  })
})

describe('a day of knowledge', () => {
  it('ends in the zone of the history unless another is asked for', async () => {
    const folder = makeFolder()
    try {
      const db = await salesDatabase(folder.at)
      const known = ['clv', 'aov', '--db', db, '--as-of', '2026-03-31', '--known-at', '2026-03-31']
      const inRome = await answerOf(known)
      const inTokyo = await answerOf([...known, '--zone', 'Asia/Tokyo'])
      expect([inRome.zone, inRome.results[0]?.['knownAt']]).toEqual([
        'Europe/Rome',
        '2026-03-31T21:59:59.999Z',
      ])
      expect([inTokyo.zone, inTokyo.results[0]?.['knownAt']]).toEqual([
        'Asia/Tokyo',
        '2026-03-31T14:59:59.999Z',
      ])
    } finally {
      folder.remove()
    }
  })
})
