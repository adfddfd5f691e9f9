import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { realData } from '@tenure/house-rules/real-data'
import { bench } from '../test/helpers.ts'
import { odditiesOf, penceOf, rawOf, sumsBy } from '../test/retail-figures.ts'
import { retailFile, rowsOfFile, rowsOfLog } from '../test/retail-rows.ts'

// Proof: all 541,909 lines of an online retailer, imported by the ready mapping, give the published figures
// from the log, each invoice is a plain sum over the file, and memory does not grow with the rows.
//   node packages/import/proof/online-retail.ts

const child = fileURLToPath(new URL('./import-child.ts', import.meta.url))
const mapping = fileURLToPath(
  new URL('../../../examples/mappings/online-retail.json', import.meta.url),
)
const limitMb = 500
const limitRatio = 1.3

const text = retailFile()
const expectedFile = realData('expected/online-retail.json')
if (text === undefined || expectedFile === undefined) process.exit(1)

const measure = (database: string, file: string) => {
  const run = spawnSync(process.execPath, [child, database, mapping, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (run.status !== 0) throw new Error(`the import ended with ${run.status}`)
  const { seconds, peakKb } = JSON.parse(run.stdout) as { seconds: number; peakKb: number }
  return { seconds, peakMb: Math.round(peakKb / 1024) }
}

const say = (holds: boolean, what: string): void => {
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${what}`)
  if (!holds) process.exitCode = 1
}

const at = bench()
try {
  const lines = text.split('\n')
  const small = measure(
    at.path('small.db'),
    at.write('small.csv', `${lines.slice(0, 100_001).join('\n')}\n`),
  )
  rmSync(at.path('small.db'))
  writeFileSync(at.path('retail.csv'), text)
  const whole = measure(at.database, at.path('retail.csv'))
  console.log(
    `541,909 rows in ${whole.seconds.toFixed(1)} s, ${Math.round(541_909 / whole.seconds)} rows/s`,
  )
  const ratio = whole.peakMb / small.peakMb
  say(
    whole.peakMb < limitMb && ratio <= limitRatio,
    `peak ${whole.peakMb} MB (limit ${limitMb}), ${ratio.toFixed(2)} times that of 100,000 rows (limit ${limitRatio})`,
  )
  const expected = JSON.parse(readFileSync(expectedFile, 'utf8'))
  const file = rowsOfFile(text)
  const log = await rowsOfLog(at.database)
  say(isDeepStrictEqual(log, file), 'every row of the file stands in the log as it was')
  say(isDeepStrictEqual(rawOf(log), expected.raw), 'the published raw figures')
  say(isDeepStrictEqual(odditiesOf(log), expected.oddities), 'the published oddities')
  const invoices = sumsBy(log, ({ invoice }) => invoice)
  say(
    isDeepStrictEqual(
      invoices,
      sumsBy(file, ({ invoice }) => invoice),
    ),
    `each of ${invoices.size} invoices is a plain sum over the file`,
  )
  const named = log.filter(({ customer }) => customer !== null)
  const nameless = log.filter(({ customer }) => customer === null)
  const sums = [
    [...invoices.values()].reduce((sum, pence) => sum + pence, 0),
    [...sumsBy(named, ({ customer }) => customer).values()].reduce((a, b) => a + b, 0) +
      penceOf(nameless),
    expected.raw.revenue_net_pence,
  ]
  say(
    new Set(sums).size === 1,
    `invoices ${sums[0]} = customers and nameless ${sums[1]} = revenue ${sums[2]} pence`,
  )
} finally {
  at[Symbol.dispose]()
}
