import {
  unreachable,
  type AgreementId,
  type ChangeId,
  type CivilDate,
  type CustomerId,
} from '../shared/index.ts'
import { explainCapExceeded, type CapExceeded } from '../terms/index.ts'
import type { ClauseKind } from './clause.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type AgreementRejection =
  | { readonly type: 'UnknownAgreement' | 'NotSigned'; readonly agreementId: AgreementId }
  | {
      readonly type: 'WrongCustomer'
      readonly agreementId: AgreementId
      readonly expected: CustomerId
      readonly offered: CustomerId
    }
  | {
      readonly type: 'AgreementIncomplete'
      readonly agreementId: AgreementId
      readonly version: number
      readonly clauses: ReadonlyArray<ClauseKind>
    }
  | { readonly type: 'AlreadySigned'; readonly agreementId: AgreementId; readonly version: number }
  | {
      readonly type: 'WrongVersion'
      readonly agreementId: AgreementId
      readonly expected: number
      readonly offered: number
    }
  | {
      readonly type: 'CapExceeded'
      readonly agreementId: AgreementId
      readonly excess: CapExceeded
    }
  | {
      readonly type: 'AgreementIsTerminated'
      readonly agreementId: AgreementId
      readonly endsOn: CivilDate
    }
  | {
      readonly type: 'EndsInThePast'
      readonly agreementId: AgreementId
      readonly endsOn: CivilDate
      readonly effectiveOn: CivilDate
    }
  | {
      readonly type: 'CommitmentNotOver'
      readonly agreementId: AgreementId
      readonly committedUntil: CivilDate
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly agreementId: AgreementId
      readonly what: 'draft' | 'clause' | 'version' | 'termination'
      /** The change, or the version, that is recorded with other content; null for the draft. */
      readonly id: ChangeId | number | null
    }

type Of<T extends AgreementRejection['type']> = Extract<AgreementRejection, { type: T }>

const wordsOfConflict = ({ agreementId, what, id }: Of<'ConflictingDuplicate'>): string =>
  `The ${what}${id === null ? '' : ` ${id}`} of agreement ${agreementId} is recorded with other content.`

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: AgreementRejection): string => {
  const { agreementId } = rejection
  switch (rejection.type) {
    case 'UnknownAgreement':
      return `Agreement ${agreementId} was never drafted.`
    case 'NotSigned':
      return `Agreement ${agreementId} is not signed by both parties.`
    case 'WrongCustomer':
      return `Agreement ${agreementId} is with customer ${rejection.expected}, not with ${rejection.offered}.`
    case 'AgreementIncomplete':
      return `Version ${rejection.version} of agreement ${agreementId} cannot be signed without these clauses: ${rejection.clauses.join(', ')}.`
    case 'AlreadySigned':
      return `Version ${rejection.version} of agreement ${agreementId} is signed, and is changed by a new version only.`
    case 'WrongVersion':
      return `The version of agreement ${agreementId} that can be written is ${rejection.expected}, not ${rejection.offered}.`
    case 'CapExceeded':
      return explainCapExceeded(rejection.excess)
    case 'AgreementIsTerminated':
      return `Agreement ${agreementId} was terminated: it ends with ${rejection.endsOn}.`
    case 'EndsInThePast':
      return `Agreement ${agreementId} cannot be terminated on ${rejection.effectiveOn} with an end on ${rejection.endsOn}.`
    case 'CommitmentNotOver':
      return `Agreement ${agreementId} binds until ${rejection.committedUntil}, and no way out was agreed.`
    case 'ConflictingDuplicate':
      return wordsOfConflict(rejection)
    default:
      return unreachable(rejection)
  }
}
