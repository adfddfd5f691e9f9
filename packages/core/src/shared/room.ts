import type * as t from 'io-ts'
import type { CivilDate } from './civil-date.ts'
import type { Decider } from './decider.ts'
import type { CustomerId } from './ids.ts'

/** One event of the catalogue: its name, the current version of its stored form, and its codec. */
export interface EventDefinition {
  readonly type: string
  readonly version: number
  readonly codec: t.Mixed
}

/** What every event's body holds. `customerId` is null where the source names nobody. */
export interface Fact {
  readonly type: string
  /**
   * The civil day on which it was true in the world. Whoever gives a command sees to it that this is no
   * day of the future: what is agreed for later is effective today. The import checks it of every file.
   */
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
}

/** Which of a room's two doors a command came through; it stands in the envelope. */
export type Door = 'ask' | 'record'

/** What the folder of one aggregate offers to stores: its rules, its events, and where they live. */
export interface Room<Command, Event, State, Rejection> {
  /** The category of its streams, `<category>-<id>`. It holds no `-`. */
  readonly category: string
  readonly decider: Decider<Command, Event, State, Rejection>
  readonly events: ReadonlyArray<EventDefinition>
  /** The one stream that a command is decided on. */
  readonly streamOf: (command: Command) => string
  /** `record`: the command states a fact decided elsewhere, and no permission is asked. */
  readonly doorOf: (command: Command) => Door
  /** One sentence in plain English, with the numbers that explain the refusal. */
  readonly explain: (rejection: Rejection) => string
}
