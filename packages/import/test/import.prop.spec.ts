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

// Few ids and one customer in most rows, so that facts meet.
const id = fc.constantFrom('1', '2', '3', '4', '5', '__proto__', 'constructor')
const dayFrom = (first: number, last: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: first, max: last }), fc.integer({ min: 1, max: 28 }))
    .map(([month, date]) => `2026-0${month}-${String(date).padStart(2, '0')}`)
const mostly = <A>(usual: fc.Arbitrary<A>, odd: fc.Arbitrary<A>): fc.Arbitrary<A> =>
  fc.oneof({ weight: 14, arbitrary: usual }, { weight: 1, arbitrary: odd })

// What others rest on comes early, in most rows; what rests on it comes late.
const early = ['customer', 'sale', 'invoice']
const late = ['reversal', 'refund', 'writeOff', 'disputeResolution', 'handOver', 'return']
const seasonOf = (kind: string): fc.Arbitrary<string> =>
  early.includes(kind) ? dayFrom(1, 1) : late.includes(kind) ? dayFrom(4, 5) : dayFrom(2, 3)
const whole = new Set(['invoice', 'payment'])
const amountFor = (kind: string): fc.Arbitrary<string> =>
  whole.has(kind) ? fc.constantFrom('100', '100', '60') : fc.constantFrom('1', '5', '7')

const rowOf = (kind: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      mostly(fc.constant('A'), fc.constantFrom('B', '')),
      id,
      id,
      mostly(fc.constant('EUR'), fc.constantFrom('JPY', 'QQQ')),
      mostly(amountFor(kind), fc.constantFrom('0', '100', '90071992547409.91')),
      mostly(seasonOf(kind), dayFrom(1, 5)),
      mostly(fc.constant(''), dayFrom(1, 5)),
      fc.constantFrom('Ann', ''),
    )
    .map((cells) => [kind, ...cells].join(','))
const kinds = rules.map(([kind]) => kind)
const row = fc
  .constantFrom(...kinds, 'invoice', 'invoice', 'payment', 'payment', 'sale', 'dispute')
  .chain(rowOf)
const table = fc.array(row, { minLength: 20, maxLength: 80 })
const text = (rows: ReadonlyArray<string>): string => `${header}${rows.join('\n')}\n`
const numRuns = 30

const keyOf = (of: string): string => {
  const [kind, , key] = of.split(',')
  return `${kind} ${key}`
}

/** The lines of the rows that were turned down. */
const rejectedLines = (ndjson: string): ReadonlySet<number> =>
  new Set(
    ndjson
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Number(JSON.parse(line).line)),
  )

describe('for every table', () => {
  it('the record door accepts what staging passes, and what passed adds nothing when it comes again', async () => {
    const given = new Map<string, number>()
    const passed = new Map<string, number>()
    const count = (of: Map<string, number>, kind: string, more: number): void =>
      void of.set(kind, (of.get(kind) ?? 0) + more)
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        using at = bench()
        const map = at.write('map.json', mapping)
        const files = [at.write('rows.csv', text(rows))]
        const rejectsFile = at.write('rejects.ndjson', '')
        const options = { allowRejects: true, rejectsFile }
        // A refusal by the record door would throw here.
        const first = await imported(at.database, map, files, options)
        const turnedDown = rejectedLines(at.read('rejects.ndjson'))
        const rehearsed = await imported(at.path('other.db'), map, files, { dryRun: true })
        expect(first.facts).toEqual(rehearsed.facts)
        const log = await logOf(at.database)
        // A row that repeats the fact of one that was turned down has no fault of its own, and no fact.
        const lost = new Set(rows.filter((_, i) => turnedDown.has(i + 2)).map(keyOf))
        const taken = rows.filter((of) => !lost.has(keyOf(of)))
        const again = await imported(at.database, map, [at.write('taken.csv', text(taken))])
        expect([again.outcome, await logOf(at.database)]).toEqual(['imported', log])
        // A row that was turned down is tried anew: what it lacked may be there now.
        await imported(at.database, map, files, options)
        expect((await logOf(at.database)).slice(0, log.length)).toEqual(log)
        for (const fact of rows) count(given, fact.split(',')[0] ?? '', 1)
        for (const { kind, made } of first.facts) count(passed, kind, made)
      }),
      { numRuns },
    )
    // Of each kind a good part passes, or the law would say nothing of it: 97 of 100 deliveries, 70 to 90
    // invoices, payments and disputes, 23 to 30 reversals, cancellations and due dates, 15 resolutions.
    const shares = kinds.map((kind) => [kind, (passed.get(kind) ?? 0) / (given.get(kind) ?? 1)])
    expect(shares.filter(([, share]) => share === 0)).toEqual([])
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
