import type { Fact } from '@tenure/core/shared'
import type { Recorded } from '@tenure/event-store'

/** One event of a stream that a batch has written to. */
export interface Entry {
  readonly recorded: Recorded
  readonly body: Fact
  /** `ours`: of the batch. `gone`: of a batch that was taken back before, or what took it back. */
  readonly from: 'ours' | 'gone' | 'others'
}

/** What takes one event back: events on the same day, or why there are none. */
export type TakenBack =
  | { readonly kind: 'events'; readonly events: ReadonlyArray<Fact> }
  | { readonly kind: 'refused'; readonly reason: string }

export const events = (...made: ReadonlyArray<Fact>): TakenBack => ({
  kind: 'events',
  events: made,
})
export const refused = (reason: string): TakenBack => ({ kind: 'refused', reason })
