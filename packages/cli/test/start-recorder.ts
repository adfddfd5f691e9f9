import { openSqliteStore } from '@tenure/event-store-sqlite'
import { playCompany, recordCompany, type RecordingTarget } from '@tenure/testing/company'
import { isLeft } from 'fp-ts/lib/Either.js'
import { smallCompany } from './start-company.ts'

// A process to be killed: records the company in many small transactions, and stops for ever inside the
// one that comes when so much of the work is done, after its appends and before its end.
const [file = '', percent = '0'] = process.argv.slice(2)
const opened = await openSqliteStore(file)()
if (isLeft(opened)) throw new Error(opened.left.reason)
const store = opened.right
let isReached = false

const waitForTheKill = (): Promise<never> =>
  new Promise(() => {
    process.stdout.write('kill me now\n')
    setInterval(() => undefined, 1000)
  })

const target: RecordingTarget = {
  ...store,
  exclusively: (work) =>
    store.exclusively(async (inside) => {
      const result = await work(inside)
      return isReached ? waitForTheKill() : result
    }),
}

const { log } = await playCompany(smallCompany)
await recordCompany(log, target, {
  chunkEvents: 25,
  onProgress: (done, events) => {
    isReached = done * 100 >= events * Number(percent)
  },
})
