import { catalogue } from '@tenure/core/catalogue'
import { makeRegistry, openLog } from '@tenure/event-store'
import { openSqliteStore } from '@tenure/event-store-sqlite'
import { isLeft } from 'fp-ts/lib/Either.js'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate, mappingFor } from '../../import/proof/generate.ts'

// Kills an import and a start twenty times each with SIGKILL, spread over 5 to 95 % of the time a clean
// run takes; the next run must give the clean log, event by event, recordedAt apart. Prints a summary.

const kills = Number(process.argv[2] ?? '20')
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tenure-kills-'))
const json = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value

/** The number of events and a hash of everything in them but recordedAt. */
const contentsOf = async (file: string): Promise<{ events: number; hash: string }> => {
  if (!existsSync(file)) return { events: 0, hash: '' }
  const opened = await openSqliteStore(file)()
  if (isLeft(opened)) throw new Error(opened.left.reason)
  const hash = createHash('sha256')
  let events = 0
  for await (const { body, envelope } of openLog(opened.right, makeRegistry(catalogue)).readAll(
    {},
  )) {
    events += 1
    hash.update(JSON.stringify({ body, envelope: { ...envelope, recordedAt: 0 } }, json))
  }
  await opened.right.close()
  return { events, hash: hash.digest('hex') }
}

/** Runs a program to its end, or to its death after so many milliseconds; what it printed last. */
const run = (args: ReadonlyArray<string>, killAfterMs?: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const timer =
      killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (code === 0) resolve(killAfterMs === undefined ? said : 'finished')
      else if (signal === 'SIGKILL') resolve(said.trim().split('\n').at(-1) ?? '')
      else reject(new Error(`${args.join(' ')} ended with ${code}`))
    })
  })

interface Job {
  readonly name: string
  readonly argsFor: (db: string) => ReadonlyArray<string>
  /** Where a kill landed, by what the program said last and what stands in the file. */
  readonly phaseOf: (said: string, events: number, cleanEvents: number) => string
}

const prove = async ({ name, argsFor, phaseOf }: Job): Promise<boolean> => {
  const cleanDb = join(folder, `${name}-clean.db`)
  const begun = process.hrtime.bigint()
  await run(argsFor(cleanDb))
  const cleanMs = Number(process.hrtime.bigint() - begun) / 1e6
  const clean = await contentsOf(cleanDb)
  const landed = new Map<string, number>()
  let same = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const db = join(folder, `${name}-${kill}.db`)
    const share = 0.05 + (0.9 * kill) / Math.max(1, kills - 1)
    const said = await run(argsFor(db), cleanMs * share)
    const { events } = await contentsOf(db)
    const phase = said === 'finished' ? said : phaseOf(said, events, clean.events)
    landed.set(phase, (landed.get(phase) ?? 0) + 1)
    await run(argsFor(db))
    const resumed = await contentsOf(db)
    if (resumed.hash === clean.hash) same += 1
    else console.log(`BROKEN: ${name} killed at ${Math.round(share * 100)} % (${phase})`)
    for (const left of readdirSync(folder).filter((file) => file.startsWith(`${name}-${kill}.`)))
      rmSync(join(folder, left))
  }
  const where = [...landed].map(([phase, count]) => `${count} ${phase}`).join(', ')
  console.log(
    `${name}: ${clean.events} events, ${same} of ${kills} killed runs resumed to the clean log (landed: ${where})`,
  )
  return same === kills
}

const csv = join(folder, 'ledger.csv')
const mapping = join(folder, 'mapping.json')
await generate(csv, 40_000, 1_000)
writeFileSync(mapping, JSON.stringify(mappingFor('invoices')))

const results = [
  await prove({
    name: 'import',
    argsFor: (db) => [here('kills-import.ts'), db, mapping, csv],
    phaseOf: (said) => said || 'starting',
  }),
  await prove({
    name: 'start',
    argsFor: (db) => [
      here('../src/start.ts'),
      '--customers',
      '300',
      '--db',
      db,
      '--out',
      `${db}.html`,
    ],
    phaseOf: (_, events, all) =>
      events === 0 ? 'playing' : events < all ? 'recording' : 'reporting',
  }),
]
rmSync(folder, { recursive: true })
console.log(`kill proof: ${results.every(Boolean) ? 'all logs are the clean log' : 'BROKEN'}`)
if (!results.every(Boolean)) process.exitCode = 1
