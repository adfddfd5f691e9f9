/** Lets one piece of work through at a time, in the order asked. */
export type Turnstile = <A>(work: () => Promise<A>) => Promise<A>

export const makeTurnstile = (): Turnstile => {
  let tail: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = tail.then(work)
    // Whoever asked learns of a failure; the next in line only waits for the end.
    tail = turn.then(
      () => {},
      () => {},
    )
    return turn
  }
}
