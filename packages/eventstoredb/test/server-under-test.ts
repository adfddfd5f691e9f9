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
