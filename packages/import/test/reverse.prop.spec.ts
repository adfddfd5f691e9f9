import { runs } from '@tenure/house-rules/runs'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { explainImportError, reverseImport } from '../src/index.ts'
import { sumsOn } from './columns.ts'
import { bench, imported, logOf, type Bench } from './helpers.ts'
import { testNow } from './test-now.ts'

const money = { customerId: { column: 'who' }, currency: { constant: 'EUR' } }
const amount = { amount: { column: 'amount' } }
const rules: ReadonlyArray<readonly [string, object]> = [
  ['sale', { ...money, orderId: { column: 'id' }, net: { column: 'amount' } }],
  ['invoice', { ...money, invoiceId: { column: 'id' }, total: { column: 'amount' } }],
  ['payment', { ...money, ...amount, paysInvoice: { column: 'of' } }],
  ['creditNote', { ...money, ...amount, itemId: { column: 'of' } }],
  ['charge', { ...money, ...amount, itemId: { column: 'of' }, reason: { constant: 'fee' } }],
  ['dueDate', { ...money, itemId: { column: 'of' }, dueOn: { constant: '2026-05-01' } }],
  ['dispute', { ...money, ...amount, itemId: { column: 'of' } }],
]
const mapping = JSON.stringify({
  source: 'generated',
  zone: 'UTC',
  format: { kind: 'csv', delimiter: ',', header: true },
  facts: rules.map(([kind, fields]) => ({
    kind,
    when: [{ column: 'what', equals: kind }],
    key: ['id'],
    effectiveOn: { column: 'day' },
    fields,
  })),
})

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)
/** Rows whose own ids begin with a letter; they may be about anybody's items. */
const rowsOf = (letter: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        what: fc
          .constantFrom('invoice', 'payment', 'charge', 'creditNote', 'sale', 'dueDate')
          .chain((kind) => fc.constantFrom(kind, kind, kind, 'dispute')),
        who: fc.constantFrom('ada', 'ada', 'bob', '__proto__'),
        id: fc.integer({ min: 1, max: 4 }),
        of: fc.constantFrom('R1', 'R2', 'W1', 'W2'),
        amount: fc.constantFrom('0', '10.00', '25.50', '40.00'),
        day,
      }),
      { minLength: 1, maxLength: 10 },
    )
    .map((rows) =>
      rows
        .map((row) => [row.what, row.who, `${letter}${row.id}`, row.of, row.amount, row.day].join())
        .join('\n'),
    )

const importRows = (at: Bench, name: string, rows: string) =>
  imported(
    at.database,
    at.write('map.json', mapping),
    [at.write(name, `what,who,id,of,amount,day\n${rows}\n`)],
    { allowRejects: true, late: 'now' },
  )

const takenBack = async (at: Bench, batch: string): Promise<boolean> => {
  const answer = await reverseImport({ database: at.database, batch, clock: () => testNow })()
  if (E.isRight(answer)) return true
  expect(answer.left.type, explainImportError(answer.left)).toBe('CannotTakeBack')
  return false
}

const days = ['2026-03-01', '2026-03-07', '2026-03-14', '2026-03-21', '2026-03-28', '2026-12-31']
const sumsOfDays = async (at: Bench): Promise<unknown> => {
  const log = await logOf(at.database)
  return days.map((asOf) => sumsOn(log, asOf))
}

describe('for every import on top of another', () => {
  it('taking it back leaves the sums of every day as if it had never been, and the past as it was', async () => {
    let whole = 0
    await fc.assert(
      fc.asyncProperty(rowsOf('R'), rowsOf('W'), async (right, wrong) => {
        using at = bench()
        await importRows(at, 'right.csv', right)
        const before = await sumsOfDays(at)
        const { batch } = await importRows(at, 'wrong.csv', wrong)
        if (batch === undefined) return
        const believed = await logOf(at.database)
        const went = await takenBack(at, batch)
        const log = await logOf(at.database)
        expect(log.slice(0, believed.length)).toEqual(believed)
        if (!went) {
          expect(log).toEqual(believed)
          return
        }
        whole += 1
        expect(await sumsOfDays(at)).toEqual(before)
        const again = await importRows(at, 'wrong.csv', wrong)
        // What it brings is not there already: it comes anew.
        expect(again.facts.map(({ alreadyThere }) => alreadyThere)).toEqual(
          again.facts.map(({ kind }) => repeatsOf(wrong, kind)),
        )
      }),
      { numRuns: runs(25) },
    )
    expect(whole).toBeGreaterThan(5)
  })

  it('the last one first, all of it can be taken back, and every sum is nothing', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf('R'), rowsOf('W'), async (right, wrong) => {
        using at = bench()
        const first = await importRows(at, 'right.csv', right)
        const second = await importRows(at, 'wrong.csv', wrong)
        for (const batch of [second.batch, first.batch]) {
          if (batch === undefined) continue
          if (!(await takenBack(at, batch))) return
        }
        expect(await sumsOfDays(at)).toEqual(days.map(() => ({})))
      }),
      { numRuns: runs(12) },
    )
  })
})

/** What a row of each kind says: the columns its fact does not read may differ. */
const saidIn = (line: string): string => {
  const [what, who, id, of, amount, on] = line.split(',')
  if (what === 'sale' || what === 'invoice') return [what, who, id, amount, on].join()
  return what === 'dueDate' ? [what, who, id, of, on].join() : line
}

/** Rows that say again what an earlier row of the file has said. */
const repeatsOf = (rows: string, kind: string): number => {
  const lines = rows.split('\n').filter((line) => line.startsWith(`${kind},`))
  return lines.length - new Set(lines.map(saidIn)).size
}
