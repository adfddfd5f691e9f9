import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foldersOf, root, textOf } from '../src/tree.ts'

// Builds and packs every public package, installs the tarballs with npm into a foreign project, and runs
// a program against them: on this Node, and the pure packages on Node 20 too. Prints a summary.

const run = (cwd: string, command: string, ...args: ReadonlyArray<string>): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

const folder = mkdtempSync(join(tmpdir(), 'tenure-packed-'))
const packages = foldersOf('packages').filter((name) => name !== 'house-rules')

run(root, 'tsc', '-b', '--force', 'tsconfig.build.json')
mkdirSync(join(folder, 'tarballs'))
for (const name of packages)
  run(
    `${root}packages/${name}`,
    'npx',
    '--yes',
    'pnpm@12',
    'pack',
    '--pack-destination',
    join(folder, 'tarballs'),
  )
const tarballs = readdirSync(join(folder, 'tarballs')).map((file) => `./tarballs/${file}`)
console.log(`packed ${tarballs.length} tarballs`)

const program = textOf('examples/pay-later.ts')
writeFileSync(
  join(folder, 'package.json'),
  JSON.stringify({ name: 'stranger', version: '1.0.0', private: true, type: 'module' }),
)
writeFileSync(join(folder, 'pay-later.ts'), program)
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    compilerOptions: {
      module: 'nodenext',
      target: 'es2023',
      lib: ['es2024', 'dom'],
      strict: true,
      skipLibCheck: false,
      outDir: 'out',
      types: [],
    },
    files: ['pay-later.ts'],
  }),
)
run(
  folder,
  'npm',
  'install',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  ...tarballs,
  'typescript@7',
  'fp-ts@2',
  'esbuild',
)
run(folder, 'npx', 'tsc')
console.log('a foreign project type-checks against the packed declarations, library checks on')
for (const node of [[process.execPath], ['npx', '--yes', 'node@20.19']] as const) {
  const [command = '', ...args] = node
  const version = run(folder, command, ...args, '--version').trim()
  const printed = run(folder, command, ...args, 'out/pay-later.js')
  console.log(`Node ${version} runs it, ${printed.split('\n').length - 1} lines printed`)
}
run(
  folder,
  'npx',
  'esbuild',
  'out/pay-later.js',
  '--bundle',
  '--platform=browser',
  '--format=esm',
  '--minify',
  '--log-level=error',
  '--outfile=out/browser.js',
)
const browserKb = Math.round(statSync(join(folder, 'out/browser.js')).size / 1024)
console.log(`it bundles for browsers, nothing of Node in it: ${browserKb} kB`)
const help = run(folder, process.execPath, 'node_modules/@tenure/cli/bin/tenure.js', '--help')
console.log(`the packed command line answers --help with ${help.split('\n').length - 1} lines`)
rmSync(folder, { recursive: true })
console.log(`packed proof: ${packages.length} packages, all passed`)
