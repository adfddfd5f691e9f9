import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runStart } from '../src/start/run-start.ts'
import { report, type ReportData } from '../src/report/index.ts'
import { families } from '../src/report/figures.ts'
import { civilDate, type Instant } from '@tenure/core/shared'
import { contentsOf, smallCompany } from './start-company.ts'
import { faultOf } from './report-well-formed.ts'

const folder = mkdtempSync(join(tmpdir(), 'tenure-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const surroundingsOf = (written: string[]) => ({
  write: async (text: string) => void written.push(text),
  notice: () => undefined,
  now: () => 0 as Instant,
  signal: new AbortController().signal,
})

const startIn = async (name: string, company = smallCompany): Promise<string> => {
  const written: string[] = []
  const [db, out] = [join(folder, `${name}.db`), join(folder, `${name}.html`)]
  await runStart({ ...company, db, out }, surroundingsOf(written))
  return written.join('')
}

describe('the first command', () => {
  let text: string
  beforeAll(async () => {
    text = await startIn('first', { customers: 60, seed: 2 })
  })

  it('prints a table for each family, for the last day and for the day a year earlier', () => {
    for (const title of ['Overdue', 'Retention', 'Customer lifetime value'])
      expect(text).toContain(`\n${title}: as known then, as known now`)
    expect(
      text.match(/2025-12-31 then +now +learned +2024-12-31 then +now +learned/g),
    ).toHaveLength(3)
  })

  it('writes the page, and names what to try next', () => {
    expect(faultOf(readFileSync(join(folder, 'first.html'), 'utf8'))).toBeUndefined()
    expect(text).toContain('npx --yes pnpm@12 tenure overdue --db ')
    expect(text).toContain('examples/pay-later.ts')
  })

  it('says that what was known then differs from what is known now, for both days', async () => {
    const db = join(folder, 'first.db')
    const options = { db, out: join(folder, 'again.html'), asOf: civilDate('2025-12-31') }
    const { days }: ReportData = await report(options, surroundingsOf([]))
    const [overdue] = families
    for (const { knownThen, knownNow } of days) {
      const learned = (overdue?.figures ?? []).filter(({ of }) => of(knownThen) !== of(knownNow))
      expect(learned.map(({ label }) => label)).toContain('gross open')
      expect(knownNow.clv.total.valueMinor).not.toBe(knownThen.clv.total.valueMinor)
    }
  })

  it('completes the same company when it is given again, and writes nothing new', async () => {
    const before = await contentsOf(join(folder, 'first.db'))
    const again = await startIn('first', { customers: 60, seed: 2 })
    expect(again).toContain(
      `${before.length.toLocaleString('en')} stood in the file already, 0 are`,
    )
    expect(await contentsOf(join(folder, 'first.db'))).toEqual(before)
  })

  it('turns down a file that holds another company, and leaves it as it is', async () => {
    await startIn('other')
    const before = await contentsOf(join(folder, 'other.db'))
    await expect(startIn('other', { ...smallCompany, seed: 8 })).rejects.toThrow(
      /other\.db: the stream .+ holds another event at revision 0 than this company/,
    )
    expect(await contentsOf(join(folder, 'other.db'))).toEqual(before)
  })
})

const recorder = fileURLToPath(new URL('./start-recorder.ts', import.meta.url))

/** Runs the recorder and kills it inside the transaction in which it says that it waits. */
const killAt = (file: string, percent: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [recorder, file, String(percent)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.once('data', () => child.kill('SIGKILL'))
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`it ended by itself with ${code}`)),
    )
  })

describe('a recording killed with -9', () => {
  it('is completed by the next run, event by event as without the kill', async () => {
    await startIn('clean')
    const clean = await contentsOf(join(folder, 'clean.db'))
    for (const percent of [0, 30, 80]) {
      const name = `killed-${percent}`
      await killAt(join(folder, `${name}.db`), percent)
      const stood = (await contentsOf(join(folder, `${name}.db`))).length
      expect(stood).toBeGreaterThanOrEqual((clean.length * percent) / 100)
      expect(stood).toBeLessThan(clean.length)
      await startIn(name)
      expect(await contentsOf(join(folder, `${name}.db`))).toEqual(clean)
    }
  })
})
