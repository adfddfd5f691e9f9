import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { filesBelow, foldersOf, root, textOf } from '../src/tree.ts'

const sources = foldersOf('packages')
  .flatMap((name) => filesBelow(`packages/${name}`))
  .filter((path) => /\.(ts|js)$/.test(path))
const written = sources.filter((path) => /\/(src|bin)\//.test(path))

const linesWith = (
  paths: ReadonlyArray<string>,
  pattern: RegExp,
  allowed: (path: string) => boolean = () => false,
): ReadonlyArray<string> =>
  paths
    .filter((path) => !allowed(path))
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
        ),
    )

const run = (command: string, ...args: ReadonlyArray<string>): string => {
  try {
    execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' })
    return ''
  } catch (error) {
    // What the tool printed is the finding; execFileSync puts it on the error it throws.
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string }
    return `${stdout ?? ''}${stderr ?? ''}` || String(error)
  }
}

// Each of these takes half a minute where the machine has other work.
describe('the project as a whole', () => {
  it('type-checks', () => {
    expect(run('tsc')).toBe('')
  }, 120_000)

  it('passes the linter without a warning', () => {
    expect(run('oxlint', '--deny-warnings')).toBe('')
  }, 120_000)

  it('is formatted', () => {
    expect(run('prettier', '--check', '--log-level', 'warn', '.')).toBe('')
  }, 120_000)
})

describe('every source file', () => {
  it('holds one idea: at most 200 lines', () => {
    const long = written
      .map((path) => [path, textOf(path).split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 200)
    expect(long).toEqual([])
  })

  it('names its exports', () => {
    expect(linesWith(written, /^export (\*|default)/)).toEqual([])
  })

  it('has no `any`, and suppresses nothing without a reason', () => {
    expect(linesWith(written, /(:|<|\bas) any\b|@ts-ignore|@ts-nocheck/)).toEqual([])
    expect(linesWith(sources, /oxlint-disable(?!.*--)/)).toEqual([])
  })

  it('is finished', () => {
    const here = (path: string): boolean => path.endsWith('craft.spec.ts')
    expect(linesWith(sources, /\b(TODO|FIXME|XXX)\b|not implemented/i, here)).toEqual([])
    expect(linesWith(sources, /\b(it|test|describe)\.(skip|only|todo)\b/, here)).toEqual([])
  })
})

describe('a fresh machine', () => {
  it('finds no registry host in what npm and pnpm read', () => {
    const found = ['pnpm-lock.yaml', 'package.json', 'pnpm-workspace.yaml'].filter((path) =>
      /https?:\/\/[^\s"']*(registry|npmjs|verdaccio)/.test(textOf(path)),
    )
    expect(found).toEqual([])
  })

  it('finds nothing that belongs to the machine it was written on', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter((path) => path !== '' && path !== 'pnpm-lock.yaml' && !path.endsWith('craft.spec.ts'))
    expect(linesWith(tracked, /(^|[\s'"`(=])\/(work|tmp\/bash_jobs|farm|root)\//)).toEqual([])
  })
})
