import { setTimeout as sleep } from 'node:timers/promises'
import { isBusy } from './failure.ts'

/** How long a write waits for other processes before it gives up. */
export const PATIENCE_MS = 30_000
/** How long SQLite itself may wait, with this process standing still. */
export const STANDSTILL_MS = 20

/**
 * Tries until the file is free, letting the rest of the process run in between. Gives up by throwing
 * SQLite's own error. Waits differ at random, so that processes do not keep in step.
 */
export const whenFree = async <A>(attempt: () => A): Promise<A> => {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return attempt()
    } catch (thrown) {
      if (!isBusy(thrown) || performance.now() > until) throw thrown
      await sleep(1 + Math.random() * 9)
    }
  }
}
