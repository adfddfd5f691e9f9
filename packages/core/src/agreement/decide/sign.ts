import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import { contentHash } from '../../terms/index.ts'
import type { RecordAgreement, SignAgreement } from '../commands.ts'
import type { AgreementEvent } from '../events.ts'
import { mandatoryClauses } from '../questions.ts'
import type { Agreement } from '../state.ts'
import { nextVersion, notOpen, type Decision } from './decision.ts'

/**
 * Signs a version for one of the parties.
 *
 * Shape: the second signature makes it take effect, with all its clauses, on the later of the two days and
 * not before the version that it replaces. A party signs once.
 * Rejects: `UnknownAgreement`, `AgreementIsTerminated`, `WrongVersion`, `AgreementIncomplete`.
 * Source: domain 3.2, Agreement; row 0-28.
 */
export const sign = (command: SignAgreement, agreement: Agreement): Decision => {
  const { customerId, agreementId, version, party, signedBy } = command
  const { draft, versions } = agreement
  if (versions.some((known) => known.version === version)) return E.right([])
  if (draft?.version === version && draft.signedBy.has(party)) return E.right([])
  const refused = notOpen(command, agreement)
  if (refused !== undefined) return refused
  if (draft?.version !== version) {
    const expected = nextVersion(agreement)
    return E.left({ type: 'WrongVersion', agreementId, expected, offered: version })
  }
  const clauses = mandatoryClauses.filter((kind) => !draft.clauses.has(kind))
  if (clauses.length > 0)
    return E.left({ type: 'AgreementIncomplete', agreementId, version, clauses })
  const signedOn = laterDay(command.effectiveOn, draft.writtenOn)
  const about = { customerId, agreementId, version }
  const signed: AgreementEvent = {
    type: 'AgreementSigned',
    effectiveOn: signedOn,
    ...about,
    party,
    signedBy,
  }
  if (draft.signedBy.size === 0) return E.right([signed])
  const before = [...draft.signedBy.values(), versions.at(-1)?.since ?? signedOn]
  const effectiveOn = before.reduce(laterDay, signedOn)
  const held = [...draft.clauses.values()]
  return E.right([signed, { type: 'AgreementTookEffect', effectiveOn, ...about, clauses: held }])
}

/**
 * Records a version that was signed elsewhere, with whatever clauses it has.
 *
 * Shape: takes the place of a draft of the same number. Rejects: `ConflictingDuplicate`,
 * `AgreementIsTerminated`, `WrongVersion`.
 */
export const recordAgreement = (command: RecordAgreement, agreement: Agreement): Decision => {
  const { customerId, agreementId, version, clauses } = command
  const { versions, terminated } = agreement
  const known = versions.find((each) => each.version === version)
  if (known !== undefined)
    return contentHash(known.clauses) === contentHash(clauses)
      ? E.right([])
      : E.left({ type: 'ConflictingDuplicate', agreementId, what: 'version', id: version })
  if (terminated !== null)
    return E.left({ type: 'AgreementIsTerminated', agreementId, endsOn: terminated.endsOn })
  const expected = nextVersion(agreement)
  if (version !== expected)
    return E.left({ type: 'WrongVersion', agreementId, expected, offered: version })
  const effectiveOn = laterDay(command.effectiveOn, versions.at(-1)?.since ?? command.effectiveOn)
  const about = { effectiveOn, customerId, agreementId, version }
  return E.right([{ type: 'AgreementTookEffect', ...about, clauses }])
}
