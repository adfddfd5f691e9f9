import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { reverseImport } from '../src/index.ts'
import { bench, imported, ledgerHeader, ledgerMapping, logOf, type Bench } from './helpers.ts'
import { testNow } from './test-now.ts'

const child = fileURLToPath(new URL('./kill-child.ts', import.meta.url))
const rows = Array.from({ length: 1500 }, (_, i) => {
  const day = `2026-0${1 + (i % 5)}-1${i % 10}`
  return `N${i},C${i % 97},${day},,${1 + (i % 900)},${i % 3 === 0 ? '' : '2026-06-01'}\n`
}).join('')

const begin = (at: Bench): readonly [string, string] => [
  at.write('map.json', JSON.stringify(ledgerMapping)),
  at.write('ledger.csv', ledgerHeader + rows),
]

/** Imports in a process that is killed on the way; the names that it leaves behind. */
const killed = (at: Bench, phase: string, share: number): ReadonlyArray<string> => {
  const [mapping, file] = begin(at)
  const run = spawnSync(
    process.execPath,
    [child, at.database, mapping, file, phase, String(share)],
    { encoding: 'utf8' },
  )
  expect([run.stdout, run.signal, run.stderr]).toEqual(['killed', 'SIGKILL', ''])
  return at.names()
}

/** What one clean run gives; imported once for all kills. */
const clean = (async () => {
  using at = bench()
  const [mapping, file] = begin(at)
  await imported(at.database, mapping, [file])
  return await logOf(at.database)
})()

describe('an import that is killed', () => {
  it.each([
    ['staging', 0.5],
    ['applying', 0.1],
    ['applying', 0.9],
  ] as const)(
    'while %s, at %d: the same command again gives what one clean run gives',
    async (phase, share) => {
      using at = bench()
      expect(killed(at, phase, share)).toContainEqual(
        expect.stringMatching(/^history\.db\.staging-/),
      )
      if (phase === 'applying') expect(await logOf(at.database)).toEqual([])
      const [mapping, file] = begin(at)
      await imported(at.database, mapping, [file])
      expect(at.names()).toEqual(['history.db', 'ledger.csv', 'map.json'])
      expect(await logOf(at.database)).toEqual(await clean)
    },
  )
})

describe('the taking back of an import that is killed', () => {
  it('leaves the import as it was, and the same command again takes it back whole', async () => {
    using at = bench()
    const [mapping, file] = begin(at)
    await imported(at.database, mapping, [file])
    const before = await logOf(at.database)
    const reverseChild = fileURLToPath(new URL('./reverse-kill-child.ts', import.meta.url))
    const run = spawnSync(process.execPath, [reverseChild, at.database, 'ledger-1', '2000'], {
      encoding: 'utf8',
    })
    expect([run.stdout, run.signal, run.stderr]).toEqual(['killed', 'SIGKILL', ''])
    expect(await logOf(at.database)).toEqual(before)
    const request = { database: at.database, batch: 'ledger-1', clock: () => testNow }
    const events = before.length
    const corrections = (await reverseImport(request)()) as E.Right<{ corrections: number }>
    expect(corrections.right).toMatchObject({ outcome: 'takenBack', facts: 2500, events })
    expect(await logOf(at.database)).toHaveLength(events + corrections.right.corrections)
    expect(await reverseImport(request)()).toMatchObject(
      E.right({ outcome: 'alreadyTakenBack', events: 0 }),
    )
  })
})
