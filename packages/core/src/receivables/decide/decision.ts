import * as E from 'fp-ts/lib/Either.js'
import type { ChangeId } from '../../shared/index.ts'
import type { About } from '../about.ts'
import type { ReceivablesCommand } from '../commands.ts'
import type { ReceivablesEvent } from '../events.ts'
import type { ReceivablesRejection } from '../rejections.ts'
import type { Receivables } from '../state.ts'

export type Decision = E.Either<ReceivablesRejection, ReadonlyArray<ReceivablesEvent>>

/** What a command says about itself, for its events; joining facts give a later day. */
export const about = ({ effectiveOn, customerId, currency }: About): About => ({
  effectiveOn,
  customerId,
  currency,
})

export const accept = (events: ReadonlyArray<ReceivablesEvent>): Decision => E.right(events)

export const reject = (rejection: ReceivablesRejection): E.Either<ReceivablesRejection, never> =>
  E.left(rejection)

/** The fact is recorded already, by this very command. */
export const alreadySo: Decision = E.right([])

type Conflict = Extract<ReceivablesRejection, { type: 'ConflictingDuplicate' }>

/** The answer to an id that was seen before: nothing where the content is the same. */
export const repeated = (
  what: Conflict['what'],
  id: string,
  same: boolean,
  recordedMinor: number,
  offeredMinor: number,
): Decision =>
  same ? alreadySo : reject({ type: 'ConflictingDuplicate', what, id, recordedMinor, offeredMinor })

/** The answer to a change that was made before, undefined where it was not. */
export const repeatedChange = (
  state: Receivables,
  changeId: ChangeId,
  line: string,
): Decision | undefined => {
  const recorded = state.changes.get(changeId)
  return recorded === undefined ? undefined : repeated('change', changeId, recorded === line, 0, 0)
}

/**
 * Refuses an amount that could take any sum out of the safe integers; undefined where it fits.
 * Turnover bounds every sum; an outflow without a source counts twice in it.
 */
export const outOfRange = (state: Receivables, amountMinor: number): Decision | undefined =>
  Number.isSafeInteger(state.turnoverMinor + 2 * amountMinor)
    ? undefined
    : reject({ type: 'AmountOutOfRange', amountMinor })

/** Refuses a command that belongs to another stream; undefined where it belongs here. */
export const foreign = (command: ReceivablesCommand, state: Receivables): Decision | undefined => {
  if (state.owner === null) return undefined
  const { customerId, currency } = state.owner
  if (command.customerId !== customerId) return reject({ type: 'WrongCustomer' })
  return command.currency === currency
    ? undefined
    : reject({ type: 'WrongCurrency', expected: currency, offered: command.currency })
}
