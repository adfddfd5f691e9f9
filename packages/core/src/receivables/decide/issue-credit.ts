import {
  minorUnits,
  type ChangeId,
  type CivilDate,
  type CreditId,
  type ItemId,
} from '../../shared/index.ts'
import type { About } from '../about.ts'
import type { Allocation, IssueCredit, RecordCreditNote } from '../commands.ts'
import type { ReceivablesEvent } from '../events.ts'
import { itemOf, type Receivables } from '../state.ts'
import { joinedOn, spread, type Part } from './apply.ts'
import { candidates } from './candidates.ts'
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
  amountMinor: minorUnits(part.amountMinor),
})

const seen = (
  state: Receivables,
  creditId: CreditId,
  itemId: ItemId | null,
  amountMinor: number,
): Decision | undefined => {
  const known = state.credits.get(creditId)
  if (known === undefined) return undefined
  const same = known.amountMinor === amountMinor && known.itemId === itemId
  return repeated('credit', creditId, same, known.amountMinor, amountMinor)
}

const credited = (command: IssueCredit | RecordCreditNote, state: Receivables): Decision => {
  const { creditId, itemId, amountMinor, reason, effectiveOn } = command
  const tooMuch = outOfRange(state, amountMinor)
  if (tooMuch !== undefined) return tooMuch
  const facts = about(command)
  const own: Allocation = { kind: 'named', itemIds: itemId === null ? [] : [itemId] }
  const parts = spread(candidates(state, own), amountMinor)
  return accept([
    { type: 'CreditBalanceIncreased', ...facts, creditId, itemId, amountMinor, reason },
    ...parts.map((part) => creditApplied(facts, creditId, effectiveOn, part, null)),
  ])
}

/**
 * A credit note of ours against an item: first what is open on it, the rest is the customer's.
 *
 * Shape: `CreditBalanceIncreased`, then `CreditApplied` where something is open. `[]` if issued before.
 * Rejects: `ZeroAmount`, `UnknownItem`, `ConflictingDuplicate`, `AmountOutOfRange`; `CreditAboveCharged`
 * beyond what was charged and not written off, less earlier notes: a written-off part gives no credit.
 * Source: domain 3.3.8, edge cases 40 and 42.
 */
export const issueCredit = (command: IssueCredit, state: Receivables): Decision => {
  const { creditId, itemId, amountMinor } = command
  const before = seen(state, creditId, itemId, amountMinor)
  if (before !== undefined) return before
  if (amountMinor === 0) return reject({ type: 'ZeroAmount' })
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  const chargedMinor = item.amountMinor + item.chargedMinor + item.feesMinor - item.writtenOffMinor
  const creditedMinor = state.noted.get(itemId) ?? 0
  return creditedMinor + amountMinor > chargedMinor
    ? reject({
        type: 'CreditAboveCharged',
        itemId,
        chargedMinor,
        creditedMinor,
        offeredMinor: amountMinor,
      })
    : credited(command, state)
}

/**
 * A credit note from elsewhere: what its item does not take, known or not, becomes credit balance.
 * Rejects: `ConflictingDuplicate`, `AmountOutOfRange`.
 */
export const recordCreditNote = (command: RecordCreditNote, state: Receivables): Decision =>
  seen(state, command.creditId, command.itemId, command.amountMinor) ?? credited(command, state)
