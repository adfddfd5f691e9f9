import * as E from 'fp-ts/lib/Either.js'
import { MinorUnits } from '../../shared/index.ts'
import type { CreditCommand } from '../commands.ts'
import type { CreditEvent } from '../events.ts'
import type { CreditRejection } from '../rejections.ts'
import type { CreditAccount } from '../state.ts'
import { wordsOfCommand } from '../words.ts'

export type Decision = E.Either<CreditRejection, ReadonlyArray<CreditEvent>>

/** The answer to a change that was recorded before; undefined where it is new. */
export const answered = (command: CreditCommand, account: CreditAccount): Decision | undefined => {
  const { changeId } = command
  const recorded = account.changes.get(changeId)
  if (recorded === undefined) return undefined
  const offered = wordsOfCommand(command)
  if (recorded !== offered)
    return E.left({ type: 'ConflictingDuplicate', changeId, recorded, offered })
  if (command.type === 'ReserveCredit' && account.refused.has(changeId) && !command.refusalStands)
    return E.left({ type: 'RefusalStands', changeId, orderId: command.orderId })
  return E.right([])
}

/** The refusal of a command in another currency than the account's. */
export const otherCurrency = (
  command: CreditCommand,
  { currency: expected }: CreditAccount,
): Decision | undefined =>
  'currency' in command && expected !== null && command.currency !== expected
    ? E.left({ type: 'CurrencyMismatch', expected, offered: command.currency })
    : undefined

/** The refusal of an amount that is nothing, or that would lift the exposure out of the exact numbers. */
export const unusableAmount = (
  amountMinor: number,
  { reservedMinor, usedMinor }: CreditAccount,
): CreditRejection | undefined => {
  if (amountMinor === 0) return { type: 'ZeroAmount' }
  const sum = reservedMinor + usedMinor + amountMinor
  return MinorUnits.is(sum) ? undefined : { type: 'AmountOutOfRange', amountMinor: sum }
}
