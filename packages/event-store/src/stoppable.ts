import { StoreFailure } from './port.ts'

const whenAborted = (
  signal: AbortSignal,
): { readonly aborted: Promise<never>; drop: () => void } => {
  let drop = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(new StoreFailure({ type: 'Aborted' }))
    signal.addEventListener('abort', onAbort, { once: true })
    drop = () => signal.removeEventListener('abort', onAbort)
  })
  return { aborted, drop }
}

/**
 * Makes of a generator a subscription that can be stopped while it waits: by the caller's signal, which
 * throws, or by `return()`, which ends it. A bare generator would keep `return()` waiting for the next event.
 */
export const stoppable = <A>(
  source: (signal: AbortSignal) => AsyncGenerator<A>,
  outer: AbortSignal | undefined,
): AsyncIterable<A> => ({
  [Symbol.asyncIterator]: () => {
    const own = new AbortController()
    const signal = outer === undefined ? own.signal : AbortSignal.any([own.signal, outer])
    const generator = source(signal)
    const end = { done: true, value: undefined } as const
    const next = async (): Promise<IteratorResult<A>> => {
      if (own.signal.aborted) return end
      if (outer?.aborted === true) throw new StoreFailure({ type: 'Aborted' })
      const { aborted, drop } = whenAborted(signal)
      try {
        return await Promise.race([generator.next(), aborted])
      } catch (thrown) {
        if (own.signal.aborted) return end
        throw thrown
      } finally {
        drop()
      }
    }
    return {
      next,
      return: async () => {
        own.abort()
        await generator.return(undefined).catch(() => {})
        return end
      },
    }
  },
})
