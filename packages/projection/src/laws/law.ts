import type { Fact } from '@tenure/core/shared'
import type { ReadModel } from '../read-model.ts'
import type { Facts } from './law-rows.ts'

/** What a law says of one model: it throws a sentence where a history breaks it. */
export interface Law {
  readonly title: string
  readonly holds: <Event extends Fact, Row>(
    model: ReadModel<Event, Row>,
    history: Facts,
    /** Chooses the subsets, orders, splits and cuts that the law looks at. */
    seed: number,
  ) => Promise<void>
}
