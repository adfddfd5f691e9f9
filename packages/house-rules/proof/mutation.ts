import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutations } from './mutations.ts'
import { foldersOf, root } from '../src/tree.ts'

// Breaks one law at a time in a copy of the house, runs the tests that should notice, and counts what
// they caught. A mutation that nothing catches is a hole in the suite, and the exit code says so.

const copy = mkdtempSync(join(tmpdir(), 'tenure-mutation-'))
const skip = /node_modules|\/dist\b|\.git\b|\.tmp\b|tenure\.db/
for (const name of ['packages', 'examples', 'docs'])
  cpSync(root + name, join(copy, name), { recursive: true, filter: (path) => !skip.test(path) })
for (const name of ['package.json', 'tsconfig.json', 'tsconfig.base.json', 'vitest.config.ts'])
  cpSync(root + name, join(copy, name))
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
// A package's own dependencies resolve through its folder: workspace links are laid anew, into the copy.
for (const name of [...foldersOf('packages').map((one) => `packages/${one}`), 'examples']) {
  const install = spawnSync('cp', ['-a', `${root}${name}/node_modules`, join(copy, name)], {})
  if (install.status !== 0) continue
  const scope = join(copy, name, 'node_modules/@tenure')
  for (const other of foldersOf('packages')) {
    const link = join(scope, other)
    if (spawnSync('test', ['-L', link]).status !== 0) continue
    rmSync(link)
    symlinkSync(join(copy, 'packages', other), link)
  }
}

/** Whether the tests pass in the copy; those of real data find it through the environment. */
const pass = (tests: ReadonlyArray<string>): boolean =>
  spawnSync('vitest', ['run', '--bail=1', ...tests], {
    cwd: copy,
    stdio: 'ignore',
    env: { TENURE_DATA: `${root}../shared/data`, ...process.env },
  }).status === 0

// A suite that fails before anything is broken would call every mutation caught.
if (!pass([...new Set(mutations.flatMap(({ tests }) => tests))]))
  throw new Error('the tests fail in the copy before anything is broken')

const caught: Array<string> = []
const missed: Array<string> = []
for (const { law, file, from, to, tests } of mutations) {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  if (original.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`)
  writeFileSync(
    path,
    original.replace(from, () => to),
  )
  const missedIt = pass(tests)
  writeFileSync(path, original)
  ;(missedIt ? missed : caught).push(law)
  console.log(`${missedIt ? 'MISSED' : 'caught'}  ${law}`)
}
rmSync(copy, { recursive: true })
console.log(
  `mutation proof: ${caught.length} of ${mutations.length} caught, ${missed.length} missed`,
)
if (missed.length > 0) process.exitCode = 1
