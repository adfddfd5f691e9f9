import * as E from 'fp-ts/lib/Either.js'
import type { AgreementCommand } from '../commands.ts'
import type { AgreementEvent } from '../events.ts'
import type { AgreementRejection } from '../rejections.ts'
import type { Agreement } from '../state.ts'

export type Decision = E.Either<AgreementRejection, ReadonlyArray<AgreementEvent>>

/** The refusal of a command about an agreement with somebody else. */
export const otherCustomer = (
  { agreementId, customerId: offered }: AgreementCommand,
  { customerId: expected }: Agreement,
): Decision | undefined =>
  expected !== null && expected !== offered
    ? E.left({ type: 'WrongCustomer', agreementId, expected, offered })
    : undefined

/** The refusal of a change to an agreement that was terminated, or that nobody drafted. */
export const notOpen = (
  { agreementId }: AgreementCommand,
  { customerId, terminated }: Agreement,
): Decision | undefined => {
  if (customerId === null) return E.left({ type: 'UnknownAgreement', agreementId })
  if (terminated === null) return undefined
  return E.left({ type: 'AgreementIsTerminated', agreementId, endsOn: terminated.endsOn })
}

/** The number of the version that can be written now. */
export const nextVersion = ({ draft, versions }: Agreement): number =>
  draft?.version ?? (versions.at(-1)?.version ?? 0) + 1
