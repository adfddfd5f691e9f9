import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { explainImportError } from '../src/index.ts'
import { parseMapping } from '../src/mapping/load.ts'
import { ledgerMapping } from './helpers.ts'

const faultsOf = (mapping: unknown): ReadonlyArray<unknown> => {
  const parsed = parseMapping('map.json', JSON.stringify(mapping))
  if (E.isRight(parsed)) return []
  return parsed.left.type === 'MappingWrong' ? parsed.left.faults : [parsed.left.type]
}
const [invoice, payment] = ledgerMapping.facts

describe('a mapping', () => {
  it('is read as it stands when nothing is wrong with it', () => {
    expect(parseMapping('map.json', JSON.stringify(ledgerMapping))).toEqual(E.right(ledgerMapping))
  })

  it('may not have a key that nobody knows, at any depth', () => {
    const field = { ...invoice, fields: { ...invoice.fields, total: { colum: 'amount' } } }
    expect(faultsOf({ ...ledgerMapping, currency: 'EUR', facts: [field] })).toEqual([
      {
        path: 'currency',
        reason:
          'is not a key here (known: source, zone, format, facts, dates, constants, decimal, ignore, remember)',
      },
      {
        path: 'facts[0].fields.total.colum',
        reason:
          'is not a key here (known: column, constant, parts, remembered, format, stripSuffix, plusDays, minus)',
      },
    ])
  })

  it('must have what every mapping has', () => {
    const { source: _, ...rest } = ledgerMapping
    expect(faultsOf(rest)).toEqual([{ path: 'source', reason: 'is missing' }])
  })

  it('names a zone that exists', () => {
    expect(faultsOf({ ...ledgerMapping, zone: 'Europe/Atlantis' })).toEqual([
      { path: 'zone', reason: 'must be an IANA time zone such as Europe/Rome' },
    ])
  })

  it('knows the kinds of fact', () => {
    const [fault] = faultsOf({ ...ledgerMapping, facts: [{ ...invoice, kind: 'invoyce' }] })
    expect(fault).toEqual({
      path: 'facts[0].kind',
      reason: expect.stringMatching(/^must be one of customer, sale, saleCredit, delivery, /),
    })
  })

  it('gives a fact the fields of its kind, and all that it needs', () => {
    const { total: _, ...fields } = invoice.fields
    const wrong = { ...invoice, fields: { ...fields, amount: { column: 'amount' } } }
    expect(faultsOf({ ...ledgerMapping, facts: [wrong, payment] })).toEqual([
      {
        path: 'facts[0].fields.amount',
        reason:
          'is not a field of invoice (known: customerId, currency, invoiceId, orderId, total, dueOn)',
      },
      { path: 'facts[0].fields.total', reason: 'is missing: invoice needs it' },
    ])
  })

  it('takes a value from one place', () => {
    const both = { ...invoice, effectiveOn: { column: 'day', constant: '2026-01-01' } }
    expect(faultsOf({ ...ledgerMapping, facts: [both] })).toEqual([
      {
        path: 'facts[0].effectiveOn',
        reason: 'must have exactly one of column, constant, parts and remembered',
      },
    ])
  })

  it.each(['dd-mm-yyyy', 'M/d', 'yyyy-MM-dd-d', 'EEE d M yyyy'])(
    'knows no date format %s',
    (format) => {
      expect(faultsOf({ ...ledgerMapping, dates: [format] })).toEqual([
        {
          path: 'dates[0]',
          reason:
            'must be "iso", or be made of yyyy, M or MM, d or dd, each once, such as M/d/yyyy',
        },
      ])
    },
  )

  it('counts the columns where the file has no header', () => {
    const format = { ...ledgerMapping.format, header: false }
    expect(faultsOf({ ...ledgerMapping, format })).toContainEqual({
      path: 'format.header',
      reason: 'is false, so the column "day" must be given by its number',
    })
  })

  it('counts days on from a day, and takes amounts off an amount, and from nothing else', () => {
    const total = { column: 'amount', plusDays: 1 }
    const customerId = { column: 'customer', minus: { column: 'amount' } }
    const wrong = { ...invoice, fields: { ...invoice.fields, total, customerId } }
    expect(faultsOf({ ...ledgerMapping, facts: [wrong] })).toEqual([
      { path: 'facts[0].fields.customerId.minus', reason: 'is only for an amount' },
      { path: 'facts[0].fields.total.plusDays', reason: 'is only for a day' },
    ])
  })

  it('has lines only in documents, which say which rows are theirs and read no total', () => {
    const value = { column: 'amount' }
    const lines = { sku: value, quantity: value, unitPrice: value }
    const sale = { kind: 'sale', effectiveOn: { column: 'day' }, fields: { net: value }, lines }
    expect(faultsOf({ ...ledgerMapping, facts: [sale, { ...payment, lines }] })).toEqual([
      {
        path: 'facts[0].key',
        reason: 'is missing: it says which rows are lines of one document',
      },
      {
        path: 'facts[0].fields.net',
        reason: 'is what the lines add up to: it is not read',
      },
      { path: 'facts[1].lines', reason: 'is not for payment, which has no lines' },
    ])
  })

  it('recalls only what a rule remembers, and remembers it once', () => {
    const recalling = {
      ...invoice,
      fields: { ...invoice.fields, total: { remembered: 'price' } },
    }
    const rule = { name: 'fine', key: ['number'], value: { column: 'amount' } }
    const remember = [rule, { ...rule, value: { remembered: 'fine' } }]
    expect(faultsOf({ ...ledgerMapping, remember, facts: [recalling] })).toEqual([
      { path: 'remember', reason: 'has two rules named fine' },
      { path: 'facts[0]', reason: 'recalls "price", which no remember rule leaves' },
      { path: 'remember[1].value', reason: 'must be plain text of its own row' },
    ])
  })

  it('keeps personal data out of every identity', () => {
    const customer = {
      kind: 'customer',
      key: ['name'],
      effectiveOn: { column: 'day' },
      fields: { customerId: { column: 'customer' }, name: { column: 'name' } },
    }
    expect(faultsOf({ ...ledgerMapping, facts: [customer] })).toEqual([
      {
        path: 'facts[0].key',
        reason: 'names the column name, which holds personal data and may be part of no identity',
      },
    ])
  })

  it('says all of it in one sentence', () => {
    const parsed = parseMapping('map.json', '{"source": ')
    expect(E.isLeft(parsed) && explainImportError(parsed.left)).toMatch(
      /^The mapping map\.json cannot be read: .*JSON/,
    )
  })
})
