import { writeSync } from 'node:fs'
import { openSqliteStore } from '../src/index.ts'
import { eventsOf, expectedOf, streamOf } from './commands.ts'

// A writer to be killed: sends the commands from a number on, and prints each number once its append has
// been acknowledged. The first one may have been written by the writer before it.
//   node faults-child.ts FILE FROM [TO]

const [file = '', from = '0', to = 'Infinity'] = process.argv.slice(2)
const opened = await openSqliteStore(file)()
if (opened._tag === 'Left') {
  writeSync(1, `refused ${opened.left.reason}\n`)
  process.exit(3)
}
const store = opened.right
writeSync(1, 'open\n')
for (let n = Number(from); n < Number(to); n += 1) {
  const answer = await store.append(streamOf(n), expectedOf(n), eventsOf(n))()
  if (answer._tag === 'Left') {
    writeSync(
      1,
      `failed ${n} ${JSON.stringify(answer.left, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v))}\n`,
    )
    process.exit(3)
  }
  writeSync(1, `${n}${answer.right.repeated ? ' repeated' : ''}\n`)
}
await store.close()
