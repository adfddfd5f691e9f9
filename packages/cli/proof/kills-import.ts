import { importFiles } from '@tenure/import'
import { isLeft } from 'fp-ts/lib/Either.js'
import { writeSync } from 'node:fs'

// Imports as the command does, and says each phase as it begins: a process to be killed.
const [database = '', mapping = '', file = ''] = process.argv.slice(2)
let phase = ''
const answer = await importFiles({ database, mapping, files: [file], options: {} }, (at) => {
  if (at.phase === phase) return
  phase = at.phase
  writeSync(1, `${phase}\n`)
})()
if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
writeSync(1, 'reporting\n')
