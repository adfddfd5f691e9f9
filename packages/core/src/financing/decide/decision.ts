import * as E from 'fp-ts/lib/Either.js'
import type { FinancingCommand } from '../commands.ts'
import type { FinancingEvent } from '../events.ts'
import type { FinancingRejection } from '../rejections.ts'
import type { Financing } from '../state.ts'
import { wordsOfCommand, type ChangeCommand } from '../words.ts'

export type Decision = E.Either<FinancingRejection, ReadonlyArray<FinancingEvent>>

/** The refusal of a command about somebody else's financing, or in another currency. */
export const otherOwner = (
  { financingId, customerId, currency }: FinancingCommand,
  { owner }: Financing,
): Decision | undefined => {
  if (owner === null) return undefined
  if (owner.customerId !== customerId) {
    const who = { expected: owner.customerId, offered: customerId }
    return E.left({ type: 'WrongCustomer', financingId, ...who })
  }
  return owner.currency === currency
    ? undefined
    : E.left({ type: 'WrongCurrency', expected: owner.currency, offered: currency })
}

/** The answer to a change that was recorded before; undefined where it is new. */
export const answered = (command: ChangeCommand, { changes }: Financing): Decision | undefined => {
  const { financingId, changeId } = command
  const recorded = changes.get(changeId)
  if (recorded === undefined) return undefined
  const offered = wordsOfCommand(command)
  if (recorded === offered) return E.right([])
  return E.left({ type: 'ConflictingDuplicate', financingId, changeId, recorded, offered })
}
