import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate, mappingFor, type Shape } from './generate.ts'

// Proof: memory grows with customers and open items, not with lines. Each import runs in a process of
// its own; the peak is what the system counted for that process.
//   node packages/import/proof/memory.ts [sales|invoices]

const child = fileURLToPath(new URL('./import-child.ts', import.meta.url))
const customers = 4_000
const limitMb = 500
const limitRatio = 1.3

interface Measured {
  readonly lines: number
  readonly rowsPerSecond: number
  readonly peakMb: number
}

const measure = async (folder: string, lines: number): Promise<Measured> => {
  const file = join(folder, `${lines}.csv`)
  await generate(file, lines, customers)
  const run = spawnSync(
    process.execPath,
    [child, join(folder, `${lines}.db`), join(folder, 'mapping.json'), file],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (run.status !== 0) throw new Error(`the import of ${lines} lines ended with ${run.status}`)
  const { seconds, peakKb } = JSON.parse(run.stdout) as { seconds: number; peakKb: number }
  return { lines, rowsPerSecond: Math.round(lines / seconds), peakMb: Math.round(peakKb / 1024) }
}

const shape: Shape = process.argv[2] === 'invoices' ? 'invoices' : 'sales'
const folder = mkdtempSync(join(tmpdir(), 'tenure-memory-'))
try {
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mappingFor(shape)))
  const small = await measure(folder, 100_000)
  const large = await measure(folder, 542_000)
  for (const { lines, rowsPerSecond, peakMb } of [small, large])
    console.log(`${lines} lines of ${shape}: ${rowsPerSecond} rows/s, peak ${peakMb} MB`)
  const ratio = large.peakMb / small.peakMb
  const holds = large.peakMb < limitMb && ratio <= limitRatio
  console.log(
    `${holds ? 'holds' : 'BROKEN'}: peak ${large.peakMb} MB (limit ${limitMb}), ratio ${ratio.toFixed(2)} (limit ${limitRatio})`,
  )
  process.exitCode = holds ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
