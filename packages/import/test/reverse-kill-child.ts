import { writeSync } from 'node:fs'
import { reverseImport } from '../src/index.ts'
import { testNow } from './test-now.ts'

// Takes an import back, and dies by its own hand after so many events.
const [database = '', batch = '', after = ''] = process.argv.slice(2)
await reverseImport({ database, batch, clock: () => testNow }, (done) => {
  if (done < Number(after)) return
  writeSync(1, 'killed')
  process.kill(process.pid, 'SIGKILL')
})()
