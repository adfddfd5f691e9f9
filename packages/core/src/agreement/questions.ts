import { addDays, addMonths, type CivilDate } from '../shared/index.ts'
import { contentHash } from '../terms/index.ts'
import type { Clause, ClauseKind, CommitmentClause, LateClause } from './clause.ts'
import type { Agreement, Version } from './state.ts'

/** The clauses without which nobody signs. */
export const mandatoryClauses: ReadonlyArray<ClauseKind> = ['due', 'late', 'return']

/** The version that holds on a day: the newest that took effect by then, unless the agreement was over. */
export const versionInForce = (agreement: Agreement, on: CivilDate): Version | undefined => {
  const { terminated, versions } = agreement
  if (terminated !== null && terminated.endsOn < on) return undefined
  return versions.findLast(({ since }) => since <= on)
}

type ClauseOf<K extends ClauseKind> = Extract<Clause, { kind: K }>

const isOf =
  <K extends ClauseKind>(kind: K) =>
  (clause: Clause): clause is ClauseOf<K> =>
    clause.kind === kind

/** The clause of a kind that holds on a day. */
export const clauseInForce = <K extends ClauseKind>(
  agreement: Agreement,
  kind: K,
  on: CivilDate,
): ClauseOf<K> | undefined => versionInForce(agreement, on)?.clauses.find(isOf(kind))

/**
 * The late fees agreed for an order, or for work, of a day: what was in force on that very day. What was
 * agreed later does not count, and a later version takes nothing back. No rules where nothing was agreed.
 * Source: row 2-07.
 */
export const lateFeeRulesInForce = (
  agreement: Agreement,
  orderedOn: CivilDate,
): Pick<LateClause, 'rules' | 'graceDays'> => {
  const { rules = [], graceDays = 0 } = clauseInForce(agreement, 'late', orderedOn) ?? {}
  return { rules, graceDays }
}

export interface Commitment {
  readonly clause: CommitmentClause
  /** The last day to which the customer is bound. */
  readonly until: CivilDate
}

/**
 * The commitment that holds on a day. It counts from the day on which it was first agreed: a new version
 * that repeats it word for word does not start it anew.
 */
export const commitmentInForce = (agreement: Agreement, on: CivilDate): Commitment | undefined => {
  const clause = clauseInForce(agreement, 'commitment', on)
  if (clause === undefined) return undefined
  const wording = contentHash(clause)
  let from: CivilDate | undefined
  for (const { since, clauses } of agreement.versions.toReversed()) {
    if (since > on) continue
    const own = clauses.find(isOf('commitment'))
    if (own === undefined || contentHash(own) !== wording) break
    from = since
  }
  if (from === undefined) return undefined
  return { clause, until: addDays(addMonths(from, clause.months), -1) }
}
