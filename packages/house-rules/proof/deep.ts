import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import * as t from 'io-ts'
import { root } from '../src/tree.ts'

// Every property (`*.prop.spec.ts`), tried twenty times as often as in the suite, or TENURE_DEPTH times.

const depth = process.env['TENURE_DEPTH'] ?? '20'
const file = `${root}.tmp/report-deep.json`
const Report = t.type({ numPassedTests: t.number, numFailedTests: t.number })

mkdirSync(`${root}.tmp`, { recursive: true })
const { status } = spawnSync(
  'vitest',
  [
    'run',
    '.prop.spec',
    '--testTimeout=3600000',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ],
  {
    cwd: root,
    env: { ...process.env, TENURE_DEPTH: depth },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
)
const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
if (!Report.is(report)) throw new Error('vitest wrote no report')
console.log(
  `deep proof: ${report.numPassedTests} properties hold, ${report.numFailedTests} fail, at ${depth} times the usual runs`,
)
if (status !== 0) process.exitCode = 1
