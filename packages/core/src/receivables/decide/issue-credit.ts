import {
  minorUnits,
  type ChangeId,
  type CivilDate,
  type CreditId,
  type ItemId,
} from '../../shared/index.ts'
import type { About } from '../about.ts'
import { creditableMinor, keptMinor } from '../creditable.ts'
import type { GrantStoreCredit, IssueCredit } from '../credit-commands.ts'
import type { CreditKind } from '../credit-events.ts'
import type { ReceivablesEvent } from '../events.ts'
import type { Item } from '../item.ts'
import type { RecordCreditNote } from '../record-commands.ts'
import { itemOf, type Receivables } from '../state.ts'
import { joinedOn, spread, type Part } from './apply.ts'
import { slotsOf } from './candidates.ts'
import { discountReturned } from './credited-discount.ts'
import { about, accept, outOfRange, reject, repeated, type Decision } from './decision.ts'

export const creditApplied = (
  facts: About,
  creditId: CreditId,
  freedOn: CivilDate,
  part: Part,
  changeId: ChangeId | null,
): ReceivablesEvent => ({
  type: 'CreditApplied',
  ...facts,
  effectiveOn: joinedOn(part, freedOn),
  creditId,
  itemId: part.item.itemId,
  changeId,
  by: changeId === null ? 'own' : part.by,
  amountMinor: minorUnits(part.amountMinor),
})

const seen = (
  state: Receivables,
  creditId: CreditId,
  kind: CreditKind,
  itemId: ItemId | null,
  amountMinor: number,
): Decision | undefined => {
  const known = state.credits.get(creditId)
  if (known === undefined) return undefined
  const same = known.amountMinor === amountMinor && known.itemId === itemId && known.kind === kind
  return repeated('credit', creditId, same, known.amountMinor, amountMinor)
}

type Noted = Pick<RecordCreditNote, keyof About | 'creditId' | 'itemId' | 'amountMinor' | 'reason'>

const increased = (command: Noted, kind: CreditKind): ReceivablesEvent => {
  const { creditId, itemId, amountMinor, reason } = command
  return {
    type: 'CreditBalanceIncreased',
    ...about(command),
    creditId,
    kind,
    itemId,
    amountMinor,
    reason,
  }
}

/** The note, and what its own item takes of it. `item`: as it is when the note comes. */
const noted = (command: Noted, item: Item | undefined): ReadonlyArray<ReceivablesEvent> => {
  const { creditId, amountMinor, effectiveOn } = command
  const slots = item === undefined ? [] : slotsOf(item, 'own')
  const facts = about(command)
  return [
    increased(command, 'creditNote'),
    ...spread(slots, amountMinor, null).map((part) =>
      creditApplied(facts, creditId, effectiveOn, part, null),
    ),
  ]
}

/**
 * A credit note of ours against an item: first what is open on it, the rest is the customer's.
 *
 * Shape: `EarlyDiscountWithdrawn` for the discount on what is given back after it was paid, then
 * `CreditBalanceIncreased`, then `CreditApplied` where something is open. `[]` if issued before.
 * Rejects: `ZeroAmount`, `UnknownItem`, `ConflictingDuplicate`, `AmountOutOfRange`; `CreditAboveCharged`
 * beyond what was charged and not written off or assigned, less earlier notes: a written-off part gives
 * no credit. Source: domain 3.3.8, edge cases 40, 42 and 44; invariant 7.
 */
export const issueCredit = (command: IssueCredit, state: Receivables): Decision => {
  const { creditId, itemId, amountMinor } = command
  const before = seen(state, creditId, 'creditNote', itemId, amountMinor)
  if (before !== undefined) return before
  if (amountMinor === 0) return reject({ type: 'ZeroAmount' })
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  const creditedMinor = state.noted.get(itemId) ?? 0
  if (amountMinor > creditableMinor(state, item))
    return reject({
      type: 'CreditAboveCharged',
      itemId,
      chargedMinor: keptMinor(item),
      creditedMinor,
      offeredMinor: amountMinor,
    })
  const tooMuch = outOfRange(state, amountMinor)
  if (tooMuch !== undefined) return tooMuch
  const { events, rest } = discountReturned(about(command), item, amountMinor)
  return accept([...events, ...noted(command, rest)])
}

/**
 * A credit note from elsewhere: what its item does not take, known or not, becomes credit balance.
 * Rejects: `ConflictingDuplicate`, `AmountOutOfRange`.
 */
export const recordCreditNote = (command: RecordCreditNote, state: Receivables): Decision => {
  const { creditId, itemId, amountMinor } = command
  return (
    seen(state, creditId, 'creditNote', itemId, amountMinor) ??
    outOfRange(state, amountMinor) ??
    accept(noted(command, itemId === null ? undefined : itemOf(state, itemId)))
  )
}

/**
 * Credit to buy with, for points or as a kindness: it stands as credit balance until it is used.
 *
 * Shape: `CreditBalanceIncreased` of kind `storeCredit`. `[]` if granted before.
 * Rejects: `ZeroAmount`, `ConflictingDuplicate`, `AmountOutOfRange`. Source: domain 1-21.
 */
export const grantStoreCredit = (command: GrantStoreCredit, state: Receivables): Decision => {
  const { creditId, amountMinor } = command
  const before = seen(state, creditId, 'storeCredit', null, amountMinor)
  if (before !== undefined) return before
  if (amountMinor === 0) return reject({ type: 'ZeroAmount' })
  return (
    outOfRange(state, amountMinor) ??
    accept([increased({ ...command, itemId: null }, 'storeCredit')])
  )
}
