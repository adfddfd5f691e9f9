import {
  collectionsEvents,
  type DisputeRaised,
  type DisputeResolved,
  type ItemHandedOver,
} from '@tenure/core/collections'
import { receivablesEvents, type ReceivablesEvent } from '@tenure/core/receivables'
import type { EventDefinition } from '@tenure/core/shared'
import type * as t from 'io-ts'

/** What a collector says about an item: it moves no money. */
export type MarkEvent =
  | t.TypeOf<typeof DisputeRaised>
  | t.TypeOf<typeof DisputeResolved>
  | t.TypeOf<typeof ItemHandedOver>

export type OverdueEvent = ReceivablesEvent | MarkEvent

const marks = new Set<string>([
  'DisputeRaised',
  'DisputeResolved',
  'ItemHandedOver',
] satisfies ReadonlyArray<MarkEvent['type']>)

export const overdueEvents: ReadonlyArray<EventDefinition> = [
  ...receivablesEvents,
  ...collectionsEvents.filter((definition) => marks.has(definition.type)),
]

/** Whether the event is about the collecting of an item, not about its money. */
export const isMark = (event: OverdueEvent): event is MarkEvent => marks.has(event.type)
