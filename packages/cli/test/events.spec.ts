import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fewSales, salesDatabase, salesImport } from './sales.ts'
import { answerOf, makeFolder, tenure, testFolder } from './tenure.ts'

describe('the log of a small shop', () => {
  const folder = makeFolder()
  let db = ''
  beforeAll(async () => {
    db = await salesDatabase(folder.at)
  })
  afterAll(folder.remove)

  const eventsOf = async (...filters: ReadonlyArray<string>) =>
    (await answerOf(['events', '--db', db, ...filters])).results

  it('shows every event in the order in which it was learned', async () => {
    const events = await eventsOf()
    expect(events.map(({ type }) => type)).toContain('OrderPlaced')
    const positions = events.map(({ position }) => String(position))
    expect(positions).toEqual(positions.toSorted())
    const learned = events.map(({ declaredAt }) => String(declaredAt))
    expect(learned).toEqual(learned.toSorted())
  })

  it('is told as CloudEvents, a line each, to programs that speak those', async () => {
    const { stdout } = await tenure(['events', '--db', db, '--cloudevents'])
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    const events = await eventsOf()
    expect(lines).toHaveLength(events.length)
    expect(lines[0]).toMatchObject({
      specversion: '1.0',
      id: events[0]?.['id'],
      type: `tenure.${String(events[0]?.['type'])}`,
      source: `urn:tenure:log/${encodeURIComponent(String(events[0]?.['stream']))}`,
      data: events[0]?.['data'],
    })
  })

  it('is narrowed by type, stream and customer, together', async () => {
    const all = await eventsOf()
    const customerOf = ({ data }: { readonly data?: unknown }) =>
      (data as { readonly customerId?: unknown }).customerId
    expect(await eventsOf('--customer', 'bo')).toEqual(
      all.filter((one) => customerOf(one) === 'bo'),
    )
    expect(await eventsOf('--type', 'OrderPlaced')).toEqual(
      all.filter(({ type }) => type === 'OrderPlaced'),
    )
    const stream = String(all[0]?.['stream'])
    expect(await eventsOf('--stream', stream)).toEqual(
      all.filter((one) => one['stream'] === stream),
    )
    expect(await eventsOf('--stream', stream, '--customer', 'bo', '--type', 'OrderPlaced')).toEqual(
      [],
    )
  })

  it('is read in pages', async () => {
    const all = await eventsOf()
    const first = await eventsOf('--limit', '3')
    const rest = await eventsOf('--after', String(first.at(-1)?.['position']))
    expect(first).toHaveLength(3)
    expect([...first, ...rest]).toEqual(all)
  })

  it('says that more may follow where a table ends', async () => {
    const { stdout, stderr } = await tenure(['events', '--db', db, '--limit', '2'])
    expect(stdout.trimEnd().split('\n')).toHaveLength(3)
    expect(stderr).toBe('Perhaps more follow: --after 0000000000000002 shows the next 2.\n')
  })

  it('is written as lines that import again, once', async () => {
    const at = testFolder()
    const { stdout } = await tenure(['events', '--db', db, '--ndjson'])
    writeFileSync(at('log.ndjson'), stdout)
    const importLog = ['import', '--db', at('copy.db'), '--zone', 'Europe/Rome', at('log.ndjson')]
    expect((await tenure(importLog)).code).toBe(0)
    const copied = await answerOf(['events', '--db', at('copy.db')])
    const withoutClock = (events: ReadonlyArray<object>) =>
      events.map((event) => ({ ...event, recordedAt: '' }))
    expect(withoutClock(copied.results)).toEqual(withoutClock(await eventsOf()))
    expect((await tenure(importLog)).code).toBe(0)
    expect(await answerOf(['events', '--db', at('copy.db')])).toEqual(copied)
  })
})

describe('an import', () => {
  it('adds only what is new when it comes again, longer', async () => {
    const at = testFolder()
    const made = async (rows: ReadonlyArray<string>, ...options: ReadonlyArray<string>) => {
      const { stdout } = await tenure([...salesImport(at, rows), '--json', ...options])
      const { facts } = JSON.parse(stdout).result
      return facts
    }
    const [first, ...rest] = fewSales
    expect(await made([first ?? ''])).toEqual([
      { kind: 'sale', made: 1, alreadyThere: 0, notYet: 0 },
    ])
    expect(await made([first ?? '', ...rest], '--dry-run')).toEqual([
      { kind: 'sale', made: 3, alreadyThere: 1, notYet: 0 },
    ])
    expect(await made([first ?? '', ...rest])).toEqual([
      { kind: 'sale', made: 3, alreadyThere: 1, notYet: 0 },
    ])
    expect(await made([first ?? '', ...rest])).toEqual([
      { kind: 'sale', made: 0, alreadyThere: 4, notYet: 0 },
    ])
  })

  it('prints its rate to whoever watches, and its result to whoever reads', async () => {
    const at = testFolder()
    const { stdout, stderr } = await tenure(salesImport(at, fewSales))
    expect(stdout).toMatch(/^Imported from 4 rows as shop-1\n/)
    expect(stderr).toMatch(/^4 rows in \d+\.\d s, [\d,–]+ rows\/s\n$/)
  })
})
