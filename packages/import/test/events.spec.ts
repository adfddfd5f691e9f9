import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { exportNdjson } from '../src/index.ts'
import { bench, imported, importLedger, logOf, openStore, streamsOf } from './helpers.ts'

const exported = async (database: string): Promise<ReadonlyArray<string>> => {
  const store = await openStore(database)
  try {
    const lines: Array<string> = []
    for await (const line of exportNdjson(store)) lines.push(line)
    return lines
  } finally {
    await store.close()
  }
}

const rows = '1,C1,2026-01-05,2026-02-04,100,2026-02-10\n2,C2,2026-01-06,,5,\n'
const lines = async (): Promise<ReadonlyArray<string>> => {
  using at = bench()
  await importLedger(at, rows)
  return await exported(at.database)
}
const text = (all: ReadonlyArray<string>): string => `${all.join('\n')}\n`
const changed = (line: string | undefined, change: object): string =>
  JSON.stringify({ ...(JSON.parse(line ?? '{}') as object), ...change })

describe('events of our own', () => {
  it('come back as they were: ids, order, and when they were learned', async () => {
    using from = bench()
    await importLedger(from, rows)
    using into = bench()
    const file = into.write('events.ndjson', text(await exported(from.database)))
    const result = await imported(into.database, undefined, [file], { zone: 'UTC' })
    expect(result.facts).toEqual([{ kind: 'event', made: 6, alreadyThere: 0, notYet: 0 }])
    expect(await logOf(into.database)).toEqual(await logOf(from.database))
    expect(await exported(into.database)).toHaveLength(6)
  })

  it('were learned when they were recorded, where they do not say more', async () => {
    using at = bench()
    const [first] = await lines()
    const { declaredAt: _, ...plain } = JSON.parse(first ?? '') as Record<string, unknown>
    const line = JSON.stringify({ ...plain, recordedAt: '2026-03-01T12:00:00.000+01:00' })
    await imported(at.database, undefined, [at.write('e.ndjson', line)])
    const [event] = await logOf(at.database)
    expect(event?.metadata.declaredAt).toBe(Date.UTC(2026, 2, 1, 11))
  })

  it('add nothing twice, and only the tail of a stream that is there in part', async () => {
    using at = bench()
    const all = await lines()
    await imported(at.database, undefined, [at.write('a.ndjson', text(all.slice(0, 4)))])
    const file = at.write('b.ndjson.gz', gzipSync(text(all)))
    const second = await imported(at.database, undefined, [file])
    expect(second.facts).toEqual([{ kind: 'event', made: 2, alreadyThere: 4, notYet: 0 }])
    const third = await imported(at.database, undefined, [file])
    expect(third.facts).toEqual([{ kind: 'event', made: 0, alreadyThere: 6, notYet: 0 }])
    using whole = bench()
    await imported(whole.database, undefined, [whole.write('b.ndjson', text(all))])
    expect(await streamsOf(at.database)).toEqual(await streamsOf(whole.database))
  })

  it('are turned down where a stream says something else than the log', async () => {
    using at = bench()
    const all = await lines()
    await imported(at.database, undefined, [at.write('a.ndjson', text(all))])
    const before = await logOf(at.database)
    const other = changed(all[1], { id: '00000000-0000-4000-8000-000000000000' })
    const file = at.write('b.ndjson', text([other]))
    const result = await imported(at.database, undefined, [file])
    expect(result.firstFaults).toEqual([
      {
        file,
        line: 1,
        field: 'revision',
        type: 'DivergingStream',
        reason:
          'The stream receivables-EUR-C1 holds another event at revision 0: its history diverges from there.',
      },
    ])
    expect(await logOf(at.database)).toEqual(before)
  })

  it.each([
    ['no JSON', () => '{"id": ', 'UnreadableEvent', 'The line holds no event: it is no JSON.'],
    [
      'no id',
      (line: string) => changed(line, { id: 7 }),
      'UnreadableEvent',
      'The line holds no event: id must be a UUID in lower case.',
    ],
    [
      'a type that nobody knows',
      (line: string) => changed(line, { type: 'InvoiceSneezed' }),
      'UnreadableEvent',
      expect.stringContaining('no such event is known here'),
    ],
    [
      'a body that its codec refuses',
      (line: string) => changed(line, { data: { effectiveOn: '2026-01-32' } }),
      'UnreadableEvent',
      expect.stringContaining('effectiveOn'),
    ],
    [
      'a moment that is still to come',
      (line: string) => changed(line, { declaredAt: '2026-07-01T00:00:00.000Z' }),
      'FromTheFuture',
      'The event was learned at 2026-07-01T00:00:00.000Z, and now it is 2026-06-30T23:59:59.999Z.',
    ],
    [
      'a revision that nothing leads up to',
      (line: string) => changed(line, { revision: 3 }),
      'RevisionGap',
      'The stream invoice-1 goes on at revision 3, and its revision 0 is not there before it.',
    ],
  ] as const)('with %s are a fault of their line', async (_, change, type, reason) => {
    using at = bench()
    const [first = ''] = await lines()
    const result = await imported(at.database, undefined, [at.write('e.ndjson', change(first))])
    expect(result.firstFaults.map((fault) => [fault.line, fault.type, fault.reason])).toEqual([
      [1, type, reason],
    ])
    expect(at.names()).not.toContain('history.db')
  })
})
