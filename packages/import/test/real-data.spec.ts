import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { realData } from '@tenure/house-rules/real-data'
import { describe, expect, it } from 'vitest'
import { bench, imported, logOf, streamsOf } from './helpers.ts'

const example = (name: string): string =>
  fileURLToPath(new URL(`../../../examples/mappings/${name}`, import.meta.url))

const latePayments = realData('late-payments/late-payments.csv')
const cdnow = realData('cdnow-sample/CDNOW_sample.txt')

const dayOf = (text: string): string => {
  const [month = '', day = '', year = ''] = text.split('/')
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The file as it would have been exported at the end of a day. */
const cutAfter = (file: string, lastDay: string): string => {
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const cut = rows.flatMap((row) => {
    const cells = row.split(',')
    if (dayOf(cells[4] ?? '') > lastDay) return []
    return [cells.map((cell, i) => (i === 8 && dayOf(cell) > lastDay ? '' : cell)).join(',')]
  })
  return `${[header, ...cut].join('\n')}\n`
}

describe.runIf(latePayments !== undefined)('late payments', () => {
  const file = latePayments ?? ''
  it('are 2,466 invoices, each paid once, and 561 of them disputed', async () => {
    using at = bench()
    const result = await imported(at.database, example('late-payments.json'), [file])
    expect([result.rows, result.facts]).toEqual([
      { read: 2466, ignored: [], rejected: 0 },
      [
        { kind: 'invoice', made: 2466, alreadyThere: 0, notYet: 0 },
        { kind: 'payment', made: 2466, alreadyThere: 0, notYet: 0 },
        { kind: 'dispute', made: 561, alreadyThere: 0, notYet: 0 },
      ],
    ])
    const log = await logOf(at.database)
    const again = await imported(at.database, example('late-payments.json'), [file])
    expect(again.facts.map(({ kind, made }) => [kind, made])).toEqual([
      ['invoice', 0],
      ['payment', 0],
      ['dispute', 0],
    ])
    expect(await logOf(at.database)).toEqual(log)
  })

  it.each(['2012-06-30', '2012-12-31'])(
    'exported on %s and again when it was whole make the log of the whole',
    async (day) => {
      using grown = bench()
      const early = grown.write('early.csv', cutAfter(file, day))
      const mapping = example('late-payments.json')
      const first = await imported(grown.database, mapping, [early])
      expect(first.facts.find(({ kind }) => kind === 'payment')?.notYet).toBeGreaterThan(50)
      await imported(grown.database, mapping, [file])
      using whole = bench()
      await imported(whole.database, mapping, [file])
      // The same events in the same streams, and in the whole log the same set of ids.
      expect(await streamsOf(grown.database)).toEqual(await streamsOf(whole.database))
    },
  )
})

describe.runIf(cdnow !== undefined)('the purchases of CDNOW', () => {
  it('are 6,919 sales to 2,357 customers, equal rows counted', async () => {
    using at = bench()
    const result = await imported(at.database, example('cdnow.json'), [cdnow ?? ''])
    expect([result.rows, result.facts]).toEqual([
      { read: 6919, ignored: [], rejected: 0 },
      [{ kind: 'sale', made: 6919, alreadyThere: 0, notYet: 0 }],
    ])
    const log = await logOf(at.database)
    const about = log.map(({ data }) => Object(data) as Record<string, unknown>)
    expect(new Set(about.map((sale) => sale['customerId'])).size).toBe(2357)
    expect(about.filter((sale) => sale['netMinor'] === 0)).toHaveLength(8)
  })
})
