import { writeSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { explainImportError, importFiles } from '../src/index.ts'

// Imports, names each phase as it begins, and at last says how many milliseconds it took from the first.
const [database = '', mapping = '', ...files] = process.argv.slice(2)
writeSync(1, 'staging\n')
const started = performance.now()
let applying = false
const result = await importFiles({ database, mapping, files }, ({ phase }) => {
  if (phase === 'applying' && !applying) writeSync(1, 'applying\n')
  applying ||= phase === 'applying'
})()
if (E.isLeft(result)) throw new Error(explainImportError(result.left))
writeSync(1, `${Math.round(performance.now() - started)}\n`)
