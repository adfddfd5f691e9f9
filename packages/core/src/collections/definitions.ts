import { define } from '../shared/event.ts'
import type { EventDefinition } from '../shared/index.ts'
import { CollectionsEvent } from './events.ts'

/** Every event of the room, in its current version. */
export const collectionsEvents: ReadonlyArray<EventDefinition> = CollectionsEvent.types.map(define)
