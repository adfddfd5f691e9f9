import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bench, imported, logOf, streamsOf } from './helpers.ts'

// One table whose rows say in `what` which fact they are. Few ids, so that facts meet: payments before
// their invoices, reversals of payments, charges on closed items, the same key with other content.
const money = { customerId: { column: 'who' }, currency: { column: 'cur' } }
const amount = { amount: { column: 'amount' } }
const item = { itemId: { column: 'of' } }
const rules: ReadonlyArray<readonly [string, object]> = [
  ['customer', { customerId: { column: 'who' }, name: { column: 'name' } }],
  ['sale', { ...money, orderId: { column: 'id' }, net: { column: 'amount' } }],
  ['delivery', { customerId: { column: 'who' }, orderId: { column: 'of' } }],
  ['cancellation', { customerId: { column: 'who' }, orderId: { column: 'of' } }],
  ['invoice', { ...money, invoiceId: { column: 'id' }, total: { column: 'amount' } }],
  ['payment', { ...money, ...amount, paymentId: { column: 'id' }, paysInvoice: { column: 'of' } }],
  ['creditNote', { ...money, ...amount, creditId: { column: 'id' }, ...item }],
  ['refund', { ...money, ...amount, refundId: { column: 'id' }, fromPayment: { column: 'of' } }],
  ['reversal', { ...money, paymentId: { column: 'of' } }],
  ['writeOff', { ...money, ...amount, ...item }],
  [
    'charge',
    { ...money, ...amount, ...item, chargeId: { column: 'id' }, reason: { constant: 'fee' } },
  ],
  ['dueDate', { ...money, ...item, dueOn: { constant: '2026-05-01' } }],
  ['dispute', { ...money, ...amount, ...item, disputeId: { column: 'id' } }],
  ['disputeResolution', { ...money, disputeId: { column: 'of' }, outcome: { constant: 'split' } }],
  ['handOver', { ...money, ...item }],
  ['churn', { customerId: { column: 'who' }, churnKind: { constant: 'inactive' } }],
  ['return', { customerId: { column: 'who' } }],
]
const mapping = JSON.stringify({
  source: 'generated',
  zone: 'Europe/Berlin',
  format: { kind: 'csv', delimiter: ',', header: true },
  facts: rules.map(([kind, fields]) => ({
    kind,
    when: [{ column: 'what', equals: kind }],
    key: ['id'],
    effectiveOn: { column: 'day' },
    declaredOn: { column: 'told' },
    fields,
  })),
})
const header = 'what,who,id,of,cur,amount,day,told,name\n'

const id = fc.constantFrom('1', '2', '3', '4', '5', '__proto__', 'constructor')
const day = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `2026-0${month}-${String(date).padStart(2, '0')}`)
const row = fc
  .tuple(
    fc.constantFrom(...rules.map(([kind]) => kind)),
    fc.constantFrom('A', 'A', 'A', 'B', ''),
    id,
    id,
    fc.constantFrom(...Array.from({ length: 20 }, () => 'EUR'), 'JPY', 'XXX'),
    fc.constantFrom('0', '1', '5', '7', '9', '20', '100', '100', '90071992547409.91'),
    day,
    fc.oneof({ weight: 9, arbitrary: fc.constant('') }, { weight: 1, arbitrary: day }),
    fc.constantFrom('Ann', ''),
  )
  .map((cells) => cells.join(','))
const table = fc.array(row, { minLength: 20, maxLength: 80 })
const text = (rows: ReadonlyArray<string>): string => `${header}${rows.join('\n')}\n`
const numRuns = 30

describe('for every table', () => {
  it('the record door accepts what staging passes, and the same table again adds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        using at = bench()
        const map = at.write('map.json', mapping)
        const files = [at.write('rows.csv', text(rows))]
        // A refusal by a room would throw here.
        const first = await imported(at.database, map, files, { allowRejects: true })
        const rehearsed = await imported(at.path('other.db'), map, files, { dryRun: true })
        expect(first.facts).toEqual(rehearsed.facts)
        const log = await logOf(at.database)
        await imported(at.database, map, files, { allowRejects: true })
        expect(await logOf(at.database)).toEqual(log)
      }),
      { numRuns },
    )
  })

  it('a second table on top is accepted as far as it was passed, whether late facts are refused or taken', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, fc.constantFrom('refuse', 'now'), async (a, b, late) => {
        using at = bench()
        const map = at.write('map.json', mapping)
        const options = { allowRejects: true, late } as const
        await imported(at.database, map, [at.write('a.csv', text(a))], options)
        const before = await logOf(at.database)
        await imported(at.database, map, [at.write('b.csv', text(b))], options)
        const after = await logOf(at.database)
        expect(after.slice(0, before.length)).toEqual(before)
      }),
      { numRuns },
    )
  })

  it('two clean imports make the same log, under whatever names the files go', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        using one = bench()
        using two = bench()
        const options = { allowRejects: true }
        const map = one.write('map.json', mapping)
        await imported(one.database, map, [one.write('a.csv', text(rows))], options)
        await imported(two.database, map, [two.write('b.csv', text(rows))], options)
        expect(await streamsOf(one.database)).toEqual(await streamsOf(two.database))
      }),
      { numRuns: 20 },
    )
  })
})
