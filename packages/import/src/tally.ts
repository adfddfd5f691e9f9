import type { FactKind } from './mapping/kinds.ts'

/** What became of the facts of one kind. */
export interface FactCounts {
  made: number
  /** The log, or an earlier row of the same run, says the same already. */
  alreadyThere: number
  /** Their day is blank in the file: a later export may add them. */
  notYet: number
}

/** Counted while an import runs. */
export interface Tally {
  rows: number
  readonly ignored: Map<string, number>
  readonly facts: Map<FactKind, FactCounts>
}

export const newTally = (): Tally => ({ rows: 0, ignored: new Map(), facts: new Map() })

/** The counts of one kind, made on first use. */
export const countOf = (tally: Tally, kind: FactKind): FactCounts => {
  const known = tally.facts.get(kind)
  if (known !== undefined) return known
  const fresh = { made: 0, alreadyThere: 0, notYet: 0 }
  tally.facts.set(kind, fresh)
  return fresh
}
