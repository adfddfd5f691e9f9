import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import {
  holdFeesToLaw,
  holdToLaw,
  type CapExceeded,
  type JurisdictionRules,
} from '../../terms/index.ts'
import type { Clause } from '../clause.ts'
import type { AddClause, AmendAgreement, DraftAgreement } from '../commands.ts'
import { hashOfClause, type Agreement } from '../state.ts'
import { nextVersion, notOpen, type Decision } from './decision.ts'

/**
 * Starts an agreement with its first version, without clauses.
 *
 * Rejects: `ConflictingDuplicate` (drafted about something else), `AlreadySigned` (signed elsewhere).
 */
export const draft = (command: DraftAgreement, agreement: Agreement): Decision => {
  const { type: _, ...facts } = command
  const { agreementId, subject } = command
  const [first] = agreement.versions
  if (agreement.subject !== null)
    return agreement.subject === subject
      ? E.right([])
      : E.left({ type: 'ConflictingDuplicate', agreementId, what: 'draft', id: null })
  if (first !== undefined)
    return E.left({ type: 'AlreadySigned', agreementId, version: first.version })
  return E.right([{ type: 'AgreementDrafted', ...facts }])
}

/** The clause as the law lets it stand. Late fees may be agreed in the late clause and in the terms. */
const held = (clause: Clause, law: JurisdictionRules | null): E.Either<CapExceeded, Clause> => {
  if (law === null) return E.right(clause)
  if (clause.kind === 'due')
    return E.map((terms: typeof clause.terms) => ({ ...clause, terms }))(
      holdToLaw(law, clause.terms),
    )
  if (clause.kind !== 'late') return E.right(clause)
  const { graceDays, rules: lateFees } = clause
  // The clause holds for whatever is sold under it, in however many instalments.
  return E.map((rules: typeof clause.rules) => ({ ...clause, rules }))(
    holdFeesToLaw(law, { termsId: 'late clause', graceDays, parts: null, lateFees }),
  )
}

/**
 * Writes a clause into the version that is being drafted, in place of an earlier one of its kind.
 *
 * Shape: a fee above the cap of the law is refused, or lowered to it, as the law's own setting says.
 * Rejects: `CapExceeded`, `ConflictingDuplicate`, `UnknownAgreement`, `AgreementIsTerminated`,
 * `AlreadySigned` (one signature is enough), `WrongVersion`. Source: rows 0-11 and 0-28.
 */
export const addClause = (command: AddClause, agreement: Agreement): Decision => {
  const { agreementId, customerId, changeId, version, law } = command
  const lawful = held(command.clause, law)
  if (E.isLeft(lawful)) return E.left({ type: 'CapExceeded', agreementId, excess: lawful.left })
  const clause = lawful.right
  const recorded = agreement.clauses.get(changeId)
  if (recorded !== undefined)
    return recorded === hashOfClause(version, clause)
      ? E.right([])
      : E.left({ type: 'ConflictingDuplicate', agreementId, what: 'clause', id: changeId })
  const refused = notOpen(command, agreement)
  if (refused !== undefined) return refused
  const open = agreement.draft
  const signed = agreement.versions.some((known) => known.version === version)
  if (signed || (open?.version === version && open.signedBy.size > 0))
    return E.left({ type: 'AlreadySigned', agreementId, version })
  if (open?.version !== version) return wrongVersion(command, agreement)
  const effectiveOn = laterDay(command.effectiveOn, open.writtenOn)
  const jurisdiction =
    law === null ? null : { jurisdictionId: law.jurisdictionId, version: law.version }
  const clamped = hashOfClause(version, clause) !== hashOfClause(version, command.clause)
  const about = { effectiveOn, customerId, agreementId, version, changeId }
  return E.right([{ type: 'ClauseAdded', ...about, clause, jurisdiction, clamped }])
}

const wrongVersion = (
  { agreementId, version: offered }: AddClause | AmendAgreement,
  agreement: Agreement,
): Decision =>
  E.left({ type: 'WrongVersion', agreementId, expected: nextVersion(agreement), offered })

/**
 * Starts a new version with the clauses of the one in force, which holds until the new one is signed.
 *
 * Rejects: `UnknownAgreement`, `NotSigned` (a draft is changed as it is), `AgreementIsTerminated`,
 * `WrongVersion`.
 */
export const amend = (command: AmendAgreement, agreement: Agreement): Decision => {
  const { agreementId, version } = command
  const last = agreement.versions.at(-1)
  const newest = agreement.draft?.version ?? last?.version ?? 0
  if (agreement.customerId !== null && version > 1 && version <= newest) return E.right([])
  const refused = notOpen(command, agreement)
  if (refused !== undefined) return refused
  if (last === undefined || agreement.draft !== null)
    return E.left({ type: 'NotSigned', agreementId })
  if (version !== newest + 1) return wrongVersion(command, agreement)
  const { type: _, ...facts } = command
  const effectiveOn = laterDay(command.effectiveOn, last.since)
  return E.right([{ type: 'AgreementAmended', ...facts, effectiveOn }])
}
