import { execFileSync } from 'node:child_process'
import * as E from 'fp-ts/lib/Either.js'
import { onTestFinished } from 'vitest'
import { openEventStoreDb, type EventStoreDb, type EventStoreDbOptions } from '../src/index.ts'
import { startStandIn, type StandIn } from './server/stand-in.ts'

/** A stand-in of its own, gone when the test ends. */
export const started = async (): Promise<StandIn> => {
  const server = await startStandIn()
  onTestFinished(() => server.stop())
  return server
}

/** A store on a server, closed when the test ends. */
export const opened = (url: string, options?: EventStoreDbOptions): EventStoreDb => {
  const store = openEventStoreDb(url, options)
  onTestFinished(() => store.close())
  return store
}

/** The address of a real server, where the suite is to be run on one. */
export const realUrl = process.env['EVENTSTOREDB_URL']

/** So often is a server that was started anew asked, a tenth of a second apart. */
const ASKED = 600

/** Ready is a server that refuses to delete what is not there: it takes what is written. */
const isReady = async (url: string): Promise<boolean> => {
  const store = openEventStoreDb(url, { deadlineMs: 2_000 })
  const answer = await store.delete('nothing-1', 'any', 'soft')()
  await store.close()
  return E.isLeft(answer) && answer.left.type === 'RevisionConflict'
}

/** The real server with an empty log; the suite writes the same streams in every case. */
const emptied = async (url: string): Promise<string> => {
  const command = process.env['EVENTSTOREDB_RESET']
  if (command === undefined)
    throw new Error(
      'EVENTSTOREDB_RESET names the command that empties the server at EVENTSTOREDB_URL',
    )
  execFileSync(command, { shell: true, stdio: 'ignore' })
  for (let asked = 0; asked < ASKED; asked += 1) {
    if (await isReady(url)) return url
    await new Promise((go) => setTimeout(go, 100))
  }
  throw new Error(`the server at ${url} does not come back after ${command}`)
}

/** An empty server: the real one, where there is one, else a stand-in. */
export const emptyServer = async (): Promise<string> =>
  realUrl === undefined ? (await started()).url : emptied(realUrl)
