import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import * as fc from 'fast-check'
import { root } from '../../src/tree.ts'
import { runs } from '../../src/runs.ts'
import { mutate, type Mutant } from './mutate.ts'
import type { Test } from './shim.ts'

// One process that holds all mutants of a room asleep, and wakes the one that it is told to.
//   node worker.ts <sources, comma separated> <spec files, comma separated> [words in the tests' titles] [the
//   mutant that is awake from the start]

export type Answer =
  | {
      readonly kind: 'ready'
      readonly mutants: ReadonlyArray<Mutant>
      readonly reached: ReadonlyArray<number>
      /** What is evaluated once, while the sources load: to be broken, it must be awake from the start. */
      readonly atLoad: ReadonlyArray<number>
      readonly milliseconds: number
    }
  | { readonly kind: 'tried'; readonly id: number; readonly killedBy: string | null }

const [sources = '', specs = '', words = '', first = '-1'] = process.argv.slice(2)
fc.configureGlobal({ numRuns: runs(100), seed: 20_260_301 })

let awake = Number(first)
let reached = new Set<number>()
const say = (answer: Answer): void => {
  process.send?.(answer)
}

const mutants: Array<Mutant> = []
const mutated = new Map<string, string>()
for (const file of sources.split(',')) {
  const made = mutate(file, readFileSync(root + file, 'utf8'), mutants.length)
  mutants.push(...made.mutants)
  mutated.set(pathToFileURL(root + file).href, made.source)
}
Object.assign(globalThis, {
  __mutant: (id: number): boolean => {
    reached.add(id)
    return id === awake
  },
})

const shim = new URL('./shim.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest' && context.parentURL !== shim
      ? { url: shim, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
  load: (url, context, next) => {
    const source = mutated.get(url)
    return source === undefined
      ? next(url, context)
      : { format: 'module-typescript', source, shortCircuit: true }
  },
})

const { tests } = await import('./shim.ts')
for (const spec of specs.split(',')) await import(root + spec)

/** A test with what it reaches, how long it takes and how many mutants it killed. */
interface Known {
  readonly test: Test
  readonly reaches: ReadonlySet<number>
  readonly milliseconds: number
  kills: number
}

const known: Array<Known> = []
const atLoad = reached
for (const test of tests) {
  if (!test.title.includes(words)) continue
  reached = new Set()
  const started = performance.now()
  await test.run()
  known.push({ test, reaches: reached, milliseconds: performance.now() - started, kills: 0 })
}
const worth = ({ kills, milliseconds }: Known): number => (kills + 0.1) / (milliseconds + 1)

const killerOf = async (id: number): Promise<string | null> => {
  const able = known
    .filter(({ reaches }) => reaches.has(id))
    .toSorted((a, b) => worth(b) - worth(a))
  awake = id
  for (const one of able) {
    try {
      await one.test.run()
    } catch {
      one.kills += 1
      return one.test.title
    }
  }
  return null
}

process.on('message', (id: number) => {
  void killerOf(id).then((killedBy) => {
    awake = -1
    say({ kind: 'tried', id, killedBy })
  })
})
const reachedByAny = new Set([...atLoad, ...known.flatMap(({ reaches }) => [...reaches])])
say({
  kind: 'ready',
  mutants,
  reached: [...reachedByAny],
  atLoad: [...atLoad],
  milliseconds: known.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
})
