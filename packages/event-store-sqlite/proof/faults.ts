import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@tenure/core/shared'
import type { Position, Recorded } from '@tenure/event-store'
import * as E from 'fp-ts/lib/Either.js'
import { checkFile, loadSqliteEngine, openSqliteStore, type SqliteOptions } from '../src/index.ts'
import { eventsOf, expectedOf, streamOf } from './commands.ts'

// Faults of a machine, tried on the store in a file: nothing acknowledged may be lost, nothing doubled.
//   node packages/event-store-sqlite/proof/faults.ts [KILLS]

const kills = Number(process.argv[2] ?? '200')
const child = fileURLToPath(new URL('./faults-child.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tenure-faults-'))
let broken = 0
const say = (holds: boolean, sentence: string): void => {
  if (!holds) broken += 1
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${sentence}`)
}
const sleep = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms))
const open = async (file: string, options?: SqliteOptions) => {
  const opened = await openSqliteStore(file, options)()
  if (E.isLeft(opened)) throw new Error(opened.left.reason)
  return opened.right
}

interface Run {
  /** The highest command that was acknowledged; undefined where none was. */
  readonly acknowledged: number | undefined
  readonly repeats: number
  /** What it printed of a failure. */
  readonly failure: string | undefined
  readonly signal: string | null
}

/** Runs a writer from a command on, and kills it so many milliseconds after it has opened the file. */
const write = (
  file: string,
  from: number,
  { killAfterMs, to, limitKb }: { killAfterMs?: number; to?: number; limitKb?: number },
): Promise<Run> =>
  new Promise((resolve) => {
    const args = [child, file, String(from), ...(to === undefined ? [] : [String(to)])]
    const limited = ['-c', `ulimit -f ${limitKb} && exec "$0" "$@"`, process.execPath, ...args]
    const [command, given] = limitKb === undefined ? [process.execPath, args] : ['bash', limited]
    const running = spawn(command, given, { stdio: ['ignore', 'pipe', 'ignore'] })
    let timer: ReturnType<typeof setTimeout> | undefined
    let text = ''
    running.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more
      // Counted from when the file is open: what comes before is the start of a process.
      if (killAfterMs !== undefined)
        timer ??= setTimeout(() => running.kill('SIGKILL'), killAfterMs)
    })
    running.on('close', (_, signal) => {
      clearTimeout(timer)
      const lines = text.split('\n').slice(0, -1)
      const numbers = lines.filter((line) => /^\d/.test(line))
      resolve({
        acknowledged: numbers.length === 0 ? undefined : Number(numbers.at(-1)?.split(' ')[0]),
        repeats: numbers.filter((line) => line.endsWith('repeated')).length,
        failure: lines.find((line) => /^(failed|refused)/.test(line)),
        signal,
      })
    })
  })

const all = async (file: string): Promise<ReadonlyArray<Recorded>> => {
  const store = await open(file, { readOnly: true })
  const events: Array<Recorded> = []
  for await (const event of store.readAll()) events.push(event)
  await store.close()
  return events
}

/** The log is the commands 0 to some number, each once, whole and in order, and the file has no damage. */
const isClean = async (file: string, acknowledged: number): Promise<boolean> => {
  const check = await checkFile(file)()
  if (E.isLeft(check) || check.right.damageCount > 0) return false
  const events = await all(file)
  let at = 0
  let n = 0
  for (; at < events.length; n += 1)
    for (const wanted of eventsOf(n)) {
      const event = events[at]
      if (event?.id !== wanted.id || JSON.stringify(event.data) !== JSON.stringify(wanted.data))
        return false
      at += 1
    }
  return n - 1 >= acknowledged
}

const killsOfTheWriter = async (): Promise<void> => {
  const file = join(folder, 'kills.db')
  await (await open(file)).close()
  const reader = await open(file, { readOnly: true })
  const stopping = new AbortController()
  const seen: Array<Position> = []
  const following = (async () => {
    for await (const one of reader.subscribe({ signal: stopping.signal }))
      if ('event' in one) seen.push(one.event.position)
  })().catch(() => {})
  let next = 0
  let repeats = 0
  let idle = 0
  let clean = true
  for (let kill = 0; kill < kills && clean; kill += 1) {
    const run = await write(file, next, { killAfterMs: Math.random() * 250 })
    if (run.failure !== undefined) console.log(run.failure)
    clean = run.failure === undefined && (kill % 10 !== 9 || (await isClean(file, next - 1)))
    repeats += run.repeats
    if (run.acknowledged === undefined) idle += 1
    else next = run.acknowledged + 1
  }
  // Kills that hit nothing would prove nothing.
  clean = clean && idle < kills / 2 && next > kills && (await isClean(file, next - 1))
  await sleep(200)
  stopping.abort()
  await following
  await reader.close()
  const events = await all(file)
  say(
    clean,
    `${kills} kills of the writer (${idle} before its first append): ${next} commands acknowledged, ${repeats} were written before the kill and sent again, ${events.length} events, none lost, none doubled`,
  )
  const once =
    seen.length === events.length && seen.every((position, at) => position === events[at]?.position)
  say(
    once,
    `a subscription through all of it was given ${seen.length} events, each once and in order`,
  )
}

const fullDatabase = async (): Promise<void> => {
  let clean = true
  let refusals = 0
  for (let round = 0; round < 30; round += 1) {
    const file = join(folder, `full-${round}.db`)
    const store = await open(file)
    await store.exclusively(async (_, database) =>
      database.pragma(`max_page_count = ${15 + Math.floor(Math.random() * 60)}`),
    )
    let n = 0
    for (;;) {
      const answer = await store.append(streamOf(n), expectedOf(n), eventsOf(n))()
      if (E.isLeft(answer)) {
        const isTold = answer.left.type === 'StoreUnavailable' && answer.left.outcome === 'notDone'
        clean = clean && isTold
        refusals += 1
        break
      }
      n += 1
    }
    clean = clean && (await isClean(file, n - 1)) && (await all(file)).length > 0
    await store.exclusively(async (_, database) => database.pragma('max_page_count = 1000000'))
    const again = await store.append(streamOf(n), expectedOf(n), eventsOf(n))()
    clean = clean && E.isRight(again) && !again.right.repeated && (await isClean(file, n))
    await store.close()
  }
  say(
    clean,
    `a database that may not grow, 30 times: ${refusals} appends refused as not done, the log whole, and the same append goes through once there is room`,
  )
}

const fullFile = async (): Promise<void> => {
  let clean = true
  const ends: Array<string> = []
  for (let round = 0; round < 20 && clean; round += 1) {
    const file = join(folder, `limit-${round}.db`)
    const run = await write(file, 0, { to: 4000, limitKb: 200 + Math.floor(Math.random() * 1500) })
    ends.push(run.signal ?? run.failure?.replace(/^.*"outcome":"(\w+)".*$/, '$1') ?? 'ended well')
    const acknowledged = run.acknowledged ?? -1
    clean = acknowledged < 3999 && (await isClean(file, acknowledged))
    const next = await write(file, acknowledged + 1, { to: acknowledged + 20 })
    clean = clean && next.failure === undefined && (await isClean(file, acknowledged + 19))
  }
  const counted = [...new Set(ends)].map(
    (end) => `${ends.filter((one) => one === end).length} ${end}`,
  )
  say(
    clean,
    `a file that may not grow, 20 times (${counted.join(', ')}): nothing acknowledged lost, and the next writer goes on`,
  )
}

const locked = async (): Promise<void> => {
  const file = join(folder, 'locked.db')
  const store = await open(file)
  const engine = await loadSqliteEngine()
  if (E.isLeft(engine)) throw new Error(engine.left.reason)
  const other = new engine.right(file)
  const hold = async (ms: number) => {
    other.exec('BEGIN EXCLUSIVE')
    const sent = performance.now()
    const answer = store.append(streamOf(0), expectedOf(0), eventsOf(0))()
    await sleep(ms)
    other.exec('COMMIT')
    return { answer: await answer, waited: performance.now() - sent }
  }
  const long = await hold(31_500)
  const isTold =
    E.isLeft(long.answer) &&
    long.answer.left.type === 'StoreUnavailable' &&
    long.answer.left.outcome === 'notDone'
  const short = await hold(1_000)
  const isDone = E.isRight(short.answer) && !short.answer.right.repeated
  other.close()
  await store.close()
  say(
    isTold && isDone && (await isClean(file, 0)),
    'another process that keeps the file: a second is waited for, half a minute is told as not done',
  )
}

const races = async (): Promise<void> => {
  const file = join(folder, 'races.db')
  await (await open(file)).close()
  // Both send the same commands: whoever comes second finds each of them written, and nothing is doubled.
  const [one, other] = await Promise.all([
    write(file, 0, { to: 1500 }),
    write(file, 0, { to: 1500 }),
  ])
  const clean =
    one.failure === undefined && other.failure === undefined && (await isClean(file, 1499))
  say(
    clean && (await all(file)).length === 3000,
    `two processes that send the same 1,500 commands at once: ${one.repeats + other.repeats} found written already, 3,000 events`,
  )
}

const clockSetBack = async (): Promise<void> => {
  const file = join(folder, 'clock.db')
  let now = 1_790_000_000_000
  // Instants are whole milliseconds, and so are these.
  const store = await open(file, { clock: () => (now -= 60_000) as Instant })
  for (let n = 0; n < 200; n += 1) await store.append(streamOf(n), expectedOf(n), eventsOf(n))()
  await store.close()
  const events = await all(file)
  const falls = events
    .slice(1)
    .filter((event, at) => event.recordedAt < (events[at]?.recordedAt ?? 0)).length
  say(
    (await isClean(file, 199)) && falls === 199,
    `a clock that goes back with every append (${falls} times): order and positions are those of the appends`,
  )
}

try {
  await killsOfTheWriter()
  await fullDatabase()
  await fullFile()
  await locked()
  await races()
  await clockSetBack()
  console.log(broken === 0 ? 'fault proof: all of it holds' : `fault proof: ${broken} BROKEN`)
  process.exitCode = broken === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
