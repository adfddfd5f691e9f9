import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Mutant } from './mutate.ts'
import type { Target } from './rooms.ts'
import type { Answer } from './worker.ts'

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url))

const start = ({ sources, specs }: Target, words: string, first = -1): ChildProcess =>
  fork(worker, [sources.join(','), specs.join(','), words, String(first)], {
    stdio: ['ignore', 'ignore', first < 0 ? 'inherit' : 'ignore', 'ipc'],
  })

/** What the process says next; undefined where it ends or runs out of time. */
export const answer = (child: ChildProcess, patienceMs: number): Promise<Answer | undefined> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMs)
    const end = (value: Answer | undefined): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      resolve(value)
    }
    child.once('message', (value: Answer) => end(value))
    child.once('exit', () => end(undefined))
  })

export interface Ready {
  readonly child: ChildProcess
  readonly mutants: ReadonlyArray<Mutant>
  readonly reached: ReadonlySet<number>
  readonly atLoad: ReadonlySet<number>
  readonly milliseconds: number
}

/** A process that holds all mutants of a target asleep. `words` choose its tests by their titles. */
export const ready = async (target: Target, words = ''): Promise<Ready> => {
  const child = start(target, words)
  const said = await answer(child, 300_000)
  if (said?.kind !== 'ready')
    throw new Error(`the tests of ${target.name} fail before anything is broken`)
  return { child, ...said, reached: new Set(said.reached), atLoad: new Set(said.atLoad) }
}

/** Whether the tests pass with a mutant that was awake while the sources were loaded. */
export const passesAwake = async (
  target: Target,
  id: number,
  patienceMs: number,
): Promise<boolean> => {
  const child = start(target, '', id)
  const said = await answer(child, patienceMs)
  child.kill('SIGKILL')
  return said !== undefined
}
