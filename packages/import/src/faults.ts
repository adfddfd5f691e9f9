/** Why a row, or one fact of it, cannot be imported. */
export type RowFaultType =
  | 'MalformedRow'
  | 'MissingColumn'
  | 'MissingValue'
  | 'BadDate'
  | 'UnknownCurrency'
  | 'BadAmount'
  | 'BadValue'
  | 'EffectiveAfterDeclared'
  | 'FromTheFuture'
  | 'DeclaredTooLate'
  | 'ConflictingDuplicate'
  /** The fact refers to what is not known by then. */
  | 'UnknownReference'
  /** The record door would turn the fact down; the reason is the room's own sentence. */
  | 'RefusedByRoom'
  /** The row is a line of a document that is not whole, or comes to what it may not. */
  | 'DocumentRejected'
  | 'UnreadableEvent'
  | 'RevisionGap'
  | 'DivergingStream'

/** What is wrong inside a row, before its place in a file is known. */
export interface Fault {
  readonly type: RowFaultType
  /** The field of the fact as the mapping names it, or the column; null where it is the row itself. */
  readonly field: string | null
  /** One sentence. It never shows a personal field. */
  readonly reason: string
}

/** A fault by its place. `line` is the line on which the record begins, from 1. */
export interface RowFault extends Fault {
  readonly file: string
  readonly line: number
}
