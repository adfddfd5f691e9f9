import { StoreFailure } from '@tenure/event-store'
import { closedError, Overdue } from './failure.ts'

/** Tells those who wait that the store is being closed. */
export interface Closing {
  readonly isClosed: () => boolean
  /** Calls once, when the store is closed; what it gives takes the call back. */
  readonly onClose: (call: () => void) => () => void
}

export interface Patience {
  readonly closing: Closing
  /** Without it the wait has no end of its own. */
  readonly deadlineMs?: number
  readonly signal?: AbortSignal | undefined
}

/** Throws where nobody is to wait any more. */
export const checkWanted = ({ closing, signal }: Patience): void => {
  if (closing.isClosed()) throw new StoreFailure(closedError)
  if (signal?.aborted === true) throw new StoreFailure({ type: 'Aborted' })
}

/** Waits for an answer, until the time is over, the caller gives up or the store is closed. */
export const within = <A>(work: Promise<A>, patience: Patience): Promise<A> => {
  const { closing, deadlineMs, signal } = patience
  return new Promise<A>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const leave = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      takeBack()
    }
    const fail = (why: unknown): void => {
      leave()
      reject(why)
    }
    const onAbort = (): void => fail(new StoreFailure({ type: 'Aborted' }))
    const takeBack = closing.onClose(() => fail(new StoreFailure(closedError)))
    signal?.addEventListener('abort', onAbort, { once: true })
    if (deadlineMs !== undefined)
      timer = setTimeout(() => fail(new Overdue(deadlineMs)), deadlineMs)
    work.then((answer) => {
      leave()
      resolve(answer)
    }, fail)
  })
}

const FIRST_PAUSE_MS = 10
const LONGEST_PAUSE_MS = 5_000

/** Longer after each failure, and never the same for two that failed together. */
export const pauseMs = (failures: number): number =>
  Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 10))

export const pause = async (ms: number, patience: Omit<Patience, 'deadlineMs'>): Promise<void> => {
  checkWanted(patience)
  let timer: ReturnType<typeof setTimeout> | undefined
  const slept = new Promise<void>((wake) => {
    timer = setTimeout(wake, ms)
  })
  try {
    await within(slept, patience)
  } finally {
    clearTimeout(timer)
  }
}
