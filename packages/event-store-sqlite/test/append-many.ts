// A process of its own for the specs: appends events to a shared and an own stream of a file, and prints
// each position as soon as its append has returned. Ends after the given number, or goes on until killed.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openSqliteStore } from '../src/index.ts'

const [file = '', name = '', count = ''] = process.argv.slice(2)
const opened = await openSqliteStore(file)()
if (opened._tag === 'Left') throw new Error(opened.left.reason)
const store = opened.right
const last = count === '' ? Infinity : Number(count)
for (let number = 0; number < last; number += 1) {
  const stream = number % 2 === 0 ? 'shared-1' : `own-${name}`
  const batch = Array.from({ length: 1 + (number % 3) }, () => ({
    id: randomUUID(),
    type: 'Noted',
    data: { name, number, text: 'x'.repeat(number % 500) },
    metadata: { schemaVersion: 1 },
  }))
  const result = await store.append(stream, 'any', batch)()
  // Written at once, past all buffers: what was printed had returned before.
  writeSync(1, `${result._tag === 'Left' ? JSON.stringify(result.left) : result.right.position}\n`)
}
await store.close()
