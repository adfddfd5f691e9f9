import { writeSync } from 'node:fs'
import { importFiles } from '../src/index.ts'
import { testNow } from './test-now.ts'

// Imports, and dies by its own hand at the given share of one phase, as hard as a power cut would.
const [database = '', mapping = '', file = '', phase = '', share = ''] = process.argv.slice(2)
await importFiles({ database, mapping, files: [file], options: { clock: () => testNow } }, (at) => {
  if (at.phase !== phase) return
  const done = at.bytes === undefined ? at.done / (at.total ?? 1) : at.bytes.done / at.bytes.total
  if (done < Number(share)) return
  writeSync(1, 'killed')
  process.kill(process.pid, 'SIGKILL')
})()
