import { catalogue } from '@tenure/core/catalogue'
import { civilDate, endOfDay, type CustomerId, type Fact } from '@tenure/core/shared'
import { customerValue } from '@tenure/clv'
import { makeRegistry, openLog } from '@tenure/event-store'
import { overdueModels } from '@tenure/overdue'
import {
  historyOf,
  mergeRows,
  projectPublished,
  replay,
  type AnyReadModel,
  type Cut,
  type Known,
  type ReadModel,
  type Rows,
} from '@tenure/projection'
import { customerStanding, mergedCustomers, purchaseMonths } from '@tenure/retention'
import { playCompany } from '@tenure/testing/company'
import { beforeAll, describe, expect, it } from 'vitest'

const { openItems, itemHistory, ledgerDays } = overdueModels
const models: Readonly<Record<string, AnyReadModel>> = {
  openItems,
  itemHistory,
  ledgerDays,
  customerValue,
  purchaseMonths,
  customerStanding,
  mergedCustomers,
}

interface Engines {
  readonly merge: (shares: ReadonlyArray<Rows<unknown>>) => Rows<unknown>
  readonly publishAll: (facts: ReadonlyArray<Known>) => Rows<unknown>
}

/** The engines of one model, its types hidden: what comes in is of that model, by its name. */
const enginesOf = <Event extends Fact, Row>(model: ReadModel<Event, Row>): Engines => ({
  merge: (shares) =>
    (shares as ReadonlyArray<Rows<Row>>).reduce<Rows<Row>>(
      (a, b) => mergeRows(model, a, b),
      new Map(),
    ),
  publishAll: (history) => {
    const consumed = new Set(model.consumes.map(({ type }) => type))
    return history
      .filter(({ body }) => consumed.has(body.type))
      .reduce<Rows<Row>>(
        (rows, { body }) => projectPublished(model)(rows, body as Event),
        new Map(),
      )
  },
})

const engines: Readonly<Record<string, Engines>> = {
  openItems: enginesOf(openItems),
  itemHistory: enginesOf(itemHistory),
  ledgerDays: enginesOf(ledgerDays),
  customerValue: enginesOf(customerValue),
  purchaseMonths: enginesOf(purchaseMonths),
  customerStanding: enginesOf(customerStanding),
  mergedCustomers: enginesOf(mergedCustomers),
}

const zone = 'Europe/Sofia'
const [early, late] = [civilDate('2024-09-15'), civilDate('2024-12-31')]
const cuts: ReadonlyArray<Cut> = [
  { asOf: late },
  { asOf: early },
  { asOf: early, knownAt: endOfDay(early, zone) },
  { asOf: late, knownAt: endOfDay(early, zone) },
]

let facts: ReadonlyArray<Known>
let whole: ReadonlyArray<Readonly<Record<string, Rows<unknown>>>>

const rowsOf = async (history: ReadonlyArray<Known>, guard = false) =>
  (await replay(historyOf(history), models, cuts, { guard })).map(({ rows }) => rows)

beforeAll(async () => {
  const { log } = await playCompany({ customers: 40, days: 366 })
  const read: Array<Known> = []
  for await (const fact of openLog(log, makeRegistry(catalogue)).readAll({})) read.push(fact)
  facts = read
  whole = await rowsOf(facts)
})

/** Which of so many parts a customer belongs to; nobody belongs to the first. */
const partOf = (customerId: CustomerId | null, parts: number): number =>
  [...(customerId ?? '')].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) %
  parts

describe('the read models over a simulated company', () => {
  it('have rows in every model at every cut, so that the laws below say something', () => {
    expect(facts.length).toBeGreaterThan(1000)
    for (const rows of whole)
      for (const name of [
        'openItems',
        'itemHistory',
        'ledgerDays',
        'customerValue',
        'purchaseMonths',
      ])
        expect(rows[name]?.size, name).toBeGreaterThan(20)
  })

  it.each([2, 3, 7])('say the same when %d workers share the customers', async (parts) => {
    const shares = await Promise.all(
      Array.from({ length: parts }, (_, part) =>
        rowsOf(facts.filter(({ body }) => partOf(body.customerId, parts) === part)),
      ),
    )
    for (const [place, rows] of whole.entries())
      for (const [name, { merge }] of Object.entries(engines)) {
        const merged = merge(shares.map((share) => share[place]?.[name] ?? new Map()))
        expect(new Map(merged), `${name} at cut ${place}`).toEqual(new Map(rows[name]))
      }
  })

  it.each([1, 17, 1000])('say the same however the log comes: in batches of %d', async (size) => {
    const inBatches = {
      async *readAll({ types }: { readonly types: ReadonlyArray<string> }) {
        for (let at = 0; at < facts.length; at += size) {
          const batch = await Promise.resolve(facts.slice(at, at + size))
          for (const fact of batch) if (types.includes(fact.body.type)) yield fact
        }
      },
    }
    const answers = await replay(inBatches, models, cuts)
    expect(answers.map(({ rows }) => rows)).toEqual(whole)
  })

  it('only read their events: nothing changes when each is revoked afterwards', async () => {
    expect(await rowsOf(facts, true)).toEqual(whole)
  })

  it('say as of a day, as known then, what a log of those facts alone would say', async () => {
    for (const [place, { asOf, knownAt = Infinity }] of cuts.entries()) {
      const counted = facts.filter(
        ({ body, envelope }) => body.effectiveOn <= asOf && envelope.recordedAt <= knownAt,
      )
      const [answer] = await replay(historyOf(counted), models, [{ asOf: late }])
      expect(answer?.rows).toEqual(whole[place])
    }
  })

  it('come out of one published row after another as out of a replay', () => {
    const counted = facts.filter(({ body }) => body.effectiveOn <= late)
    for (const [name, { publishAll }] of Object.entries(engines))
      expect(new Map(publishAll(counted)), name).toEqual(new Map(whole[0]?.[name]))
  })
})
