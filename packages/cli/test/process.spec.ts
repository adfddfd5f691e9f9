import { execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { salesDatabase, salesImport } from './sales.ts'
import { bin, makeFolder, spawned, testFolder } from './tenure.ts'

describe('tenure as a process', () => {
  const folder = makeFolder()
  let db = ''
  beforeAll(async () => {
    db = await salesDatabase(folder.at)
  })
  afterAll(folder.remove)

  it('answers on stdout alone, and ends with 0', async () => {
    const ran = await spawned(['overdue', '--db', db, '--as-of', '2026-03-31', '--json'])
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(ran.stdout)).toMatchObject({ command: 'overdue book', zone: 'Europe/Rome' })
  }, 60_000)

  it('fails on stderr alone, with the code of the failure', async () => {
    const file = folder.at('none.db')
    expect(await spawned(['overdue', '--db', file])).toEqual({
      code: 4,
      stdout: '',
      stderr: `tenure: There is no file ${file}. Import something with \`tenure import\`, or name another file with --db.\n`,
    })
  }, 60_000)

  it('takes no offence at a reader that has enough', async () => {
    const all = `"${process.execPath}" "${bin}" events --ndjson --db "${db}"`
    const ran = await new Promise((resolve) => {
      // The reader is gone after the first line: the second and the third run meet its closed end.
      const script = `set -o pipefail; for i in 1 2 3; do ${all} || exit $?; done | head -n 1`
      execFile('bash', ['-c', script], (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, lines: stdout.trimEnd().split('\n').length, stderr }),
      )
    })
    expect(ran).toEqual({ code: 0, lines: 1, stderr: '' })
  }, 60_000)

  it('stops an import when interrupted, and leaves nothing behind', async () => {
    const at = testFolder()
    const rows = Array.from(
      { length: 300_000 },
      (_, index) => `${index},2026-01-05,customer-${index % 1000},1.00,EUR`,
    )
    const child = spawn(process.execPath, [bin, ...salesImport(at, rows)])
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    const ended = new Promise((resolve) => child.on('close', resolve))
    const here = dirname(at('shop.db'))
    // The staging file beside the database shows that rows are being read.
    while (!readdirSync(here).some((name) => name.startsWith('shop.db'))) await pause(20)
    child.kill('SIGINT')
    expect({ code: await ended, stderr }).toEqual({
      code: 130,
      stderr: 'tenure: The import was stopped before anything was written.\n',
    })
    expect(existsSync(at('shop.db'))).toBe(false)
    expect(readdirSync(here).toSorted()).toEqual(['sales.csv', 'shop.json'])
  }, 120_000)
})
