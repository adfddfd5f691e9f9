import * as E from 'fp-ts/lib/Either.js'
import { explainImportError, importFiles } from '../src/index.ts'

// Imports in a process of its own, and prints how long it took and how much memory it held at most.
const [database = '', mapping = '', ...files] = process.argv.slice(2)
const started = performance.now()
const result = await importFiles({ database, mapping, files })()
if (E.isLeft(result)) throw new Error(explainImportError(result.left))
const seconds = (performance.now() - started) / 1000
console.log(JSON.stringify({ seconds, peakKb: process.resourceUsage().maxRSS }))
