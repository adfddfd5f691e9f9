import type { CivilDate } from '@tenure/core/shared'
import type { RememberRule } from '../mapping/codec.ts'
import type { FactKind } from '../mapping/kinds.ts'
import type { Places } from './columns.ts'
import type { ReadLine } from './line-reader.ts'
import type { Memory, Recall } from './memory.ts'
import type { FieldValue } from './values.ts'

/** A fact as a row states it, before it has its identity's UUID. */
export interface ReadFact {
  /** Its place among the facts of the mapping. */
  readonly rule: number
  readonly kind: FactKind
  readonly effectiveOn: CivilDate
  readonly declaredOn: CivilDate
  readonly values: ReadonlyMap<string, FieldValue>
  readonly identityName: string
  readonly byOrdinal: boolean
  /** The line that the row adds to a document; its lines are put together when all files are read. */
  readonly line?: ReadLine
  /** What a repeat of the fact must say again, word for word. */
  readonly content: string
}

/** What the rows of one file are read by, beside the mapping. */
export interface RowSetting {
  readonly places: Places
  /** How many fields each row has; null where only the mapped columns must be there. */
  readonly width: number | null
  readonly memory: Memory
  readonly recall: Recall
  /** The remember rules that these rows feed. */
  readonly remembers: ReadonlyArray<RememberRule>
  /** The day of today in the mapping's zone: nothing is learned after it. */
  readonly today: CivilDate
}
