import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSqliteStore } from '@tenure/event-store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { exportNdjson } from '../src/index.ts'
import { generate, mappingFor } from './generate.ts'

// Proof: twenty imports are killed, spread over 5 to 95 % of the time that a clean one takes; each is
// begun again and must leave the log of the clean one, event by event, `recordedAt` apart.
//   node packages/import/proof/kills.ts

const child = fileURLToPath(new URL('./progress-child.ts', import.meta.url))
const kills = 20
const lines = 20_000

/** The log as text, without the moment of recording. */
const logOf = async (database: string): Promise<string> => {
  const store = await openSqliteStore(database)()
  if (E.isLeft(store)) throw new Error(store.left.reason)
  const events: Array<string> = []
  for await (const line of exportNdjson(store.right))
    events.push(line.replace(/"recordedAt":"[^"]*",/, ''))
  await store.right.close()
  return events.join('\n')
}

/** Starts the import and kills it after so many milliseconds from its first sign of life; its last phase. */
const killAfter = (args: ReadonlyArray<string>, milliseconds: number): Promise<string> =>
  new Promise((resolve) => {
    const run = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    run.stdout.on('data', (chunk: Buffer) => {
      if (told === '') setTimeout(() => run.kill('SIGKILL'), milliseconds)
      told += chunk.toString()
    })
    run.on('close', () => resolve(told.trim().split('\n').at(-1) ?? ''))
  })

const folder = mkdtempSync(join(tmpdir(), 'tenure-kills-'))
try {
  const mapping = join(folder, 'mapping.json')
  const file = join(folder, 'rows.csv')
  writeFileSync(mapping, JSON.stringify(mappingFor('invoices')))
  await generate(file, lines, 400)
  const clean = join(folder, 'clean.db')
  const whole = spawnSync(process.execPath, [child, clean, mapping, file], { encoding: 'utf8' })
  const took = Number(whole.stdout.trim().split('\n').at(-1))
  const wanted = await logOf(clean)
  const landed = new Map<string, number>()
  let equal = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const share = 0.05 + (0.9 * kill) / (kills - 1)
    const database = join(folder, `${kill}.db`)
    const phase = await killAfter([database, mapping, file], share * took)
    const name = /^\d/.test(phase) ? 'after the end' : phase
    landed.set(name, (landed.get(name) ?? 0) + 1)
    spawnSync(process.execPath, [child, database, mapping, file], { stdio: 'ignore' })
    if ((await logOf(database)) === wanted) equal += 1
  }
  const spread = [...landed].map(([phase, count]) => `${count} in ${phase}`).join(', ')
  console.log(`${kills} kills: ${spread}; ${equal} of ${kills} resumed logs equal the clean one`)
  process.exitCode = equal === kills ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
