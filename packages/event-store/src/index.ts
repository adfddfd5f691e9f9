export { checkBatch, checkName, DuplicateEventId } from './batch.ts'
export { makeBell, type Bell, type BellHooks } from './bell.ts'
export { eventIds } from './event-ids.ts'
export {
  judge,
  judgeDeletion,
  NO_EVENTS,
  noStreamYet,
  repeatFrom,
  toldRevision,
  type StreamEnd,
  type Verdict,
} from './expectation.ts'
export { follow, type Changes } from './follow.ts'
export { handle } from './handle/handle.ts'
export {
  type CommandContext,
  type Handled,
  type HandleFailure,
  type HandleOptions,
} from './handle/types.ts'
export { exactJson } from './json.ts'
export {
  envelopeOf,
  openLog,
  type EventLog,
  type KnownFact,
  type UnknownEvents,
} from './open-log.ts'
export {
  closedError,
  StoreFailure,
  type Appended,
  type Deletable,
  type Deletion,
  type Delivery,
  type Expected,
  type Json,
  type Log,
  type Metadata,
  type NewEvent,
  type ReadAllOptions,
  type ReadOptions,
  type Recorded,
  type StoreError,
  type StreamRead,
  type Subscribable,
  type SubscribeOptions,
} from './port.ts'
export {
  numberOfPosition,
  positionOfNumber,
  type Position,
  type PositionBrand,
} from './position.ts'
export {
  makeRegistry,
  type Encoded,
  type JsonObject,
  type Registry,
  type Upcaster,
} from './registry.ts'
export { stoppable } from './stoppable.ts'
export { categoryOf } from './stream-name.ts'
export { windowOf, type Window } from './window.ts'
