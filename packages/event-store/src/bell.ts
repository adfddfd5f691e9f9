import type { Changes } from './follow.ts'
import { StoreFailure, type StoreError } from './port.ts'

/** Rung after each commit: wakes the subscriptions that wait for the log to move. */
export interface Bell extends Changes {
  readonly ring: () => void
  /** Whoever waits, now or later, is told that there is nothing more to come. */
  readonly close: (error: StoreError) => void
}

export interface BellHooks {
  /** Called before the count is told: rings where others have appended. */
  readonly look?: () => void
  /** Called when somebody begins to wait; what it gives is called when nobody waits any more. */
  readonly waited?: () => () => void
}

export const makeBell = ({ look = () => {}, waited = () => () => {} }: BellHooks = {}): Bell => {
  let count = 0
  let ended: StoreError | undefined
  let rest: (() => void) | undefined
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const one of waiting) one()
  }
  const wait = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        waiting.delete(done)
        signal.removeEventListener('abort', done)
        if (waiting.size === 0) {
          rest?.()
          rest = undefined
        }
        resolve()
      }
      waiting.add(done)
      signal.addEventListener('abort', done)
      rest ??= waited()
    })
  return {
    seen: () => {
      if (ended === undefined) look()
      return count
    },
    beyond: async (seen, signal) => {
      for (;;) {
        if (signal.aborted) throw new StoreFailure({ type: 'Aborted' })
        if (ended !== undefined) throw new StoreFailure(ended)
        if (count > seen) return
        await wait(signal)
      }
    },
    ring: () => {
      count += 1
      wake()
    },
    close: (error) => {
      ended = error
      wake()
    },
  }
}
