import { minorUnits } from '../../shared/index.ts'
import type { ItemWrittenOff } from '../item-events.ts'
import type { WriteOff, WriteOffSmallBalance } from '../item-commands.ts'
import { openMinor, type Item } from '../item.ts'
import type { RecordWriteOff } from '../record-commands.ts'
import { itemOf, type Receivables } from '../state.ts'
import type * as t from 'io-ts'
import { joinedOn } from './apply.ts'
import { about, accept, reject, repeated, type Decision } from './decision.ts'

type Command = WriteOff | WriteOffSmallBalance | RecordWriteOff
type Why = Pick<t.TypeOf<typeof ItemWrittenOff>, 'kind' | 'reason'>

/** It joins the giving up with what is given up: no cut shows it on an item that is not there yet. */
const writtenOff = (command: Command, item: Item, amountMinor: number, why: Why): Decision => {
  const { itemId, writeOffId } = command
  return accept([
    {
      type: 'ItemWrittenOff',
      ...about(command),
      effectiveOn: joinedOn({ item, amountMinor }, command.effectiveOn),
      itemId,
      writeOffId,
      ...why,
      amountMinor: minorUnits(amountMinor),
    },
  ])
}

const seen = (
  { writeOffId, itemId }: WriteOff | WriteOffSmallBalance,
  state: Receivables,
): Decision | undefined => {
  const before = state.writeOffs.get(writeOffId)
  if (before === undefined) return undefined
  const same = before.itemId === itemId
  return repeated('writeOff', writeOffId, same, before.amountMinor, before.amountMinor)
}

/**
 * Gives up all that is open on an item.
 *
 * Shape: `ItemWrittenOff`. `[]` if written off before under this id.
 * Rejects: `UnknownItem`, `NothingOpen`, `ConflictingDuplicate`. Source: domain 3.4, 38 to 41.
 */
export const writeOff = (command: WriteOff, state: Receivables): Decision => {
  const { itemId, reason } = command
  const before = seen(command, state)
  if (before !== undefined) return before
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  return openMinor(item) === 0
    ? reject({ type: 'NothingOpen', itemId })
    : writtenOff(command, item, openMinor(item), { kind: 'badDebt', reason })
}

/**
 * Gives up what is open on an item where it is no more than the tolerance.
 *
 * Shape: `ItemWrittenOff` of kind `smallBalance`. `[]` if written off before under this id. Rejects: as
 * `writeOff`, and `BalanceAboveTolerance`. Source: domain 3.4, edge case 46.
 */
export const writeOffSmallBalance = (
  command: WriteOffSmallBalance,
  state: Receivables,
): Decision => {
  const { itemId, toleranceMinor } = command
  const before = seen(command, state)
  if (before !== undefined) return before
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  const open = openMinor(item)
  if (open === 0) return reject({ type: 'NothingOpen', itemId })
  return open > toleranceMinor
    ? reject({ type: 'BalanceAboveTolerance', itemId, openMinor: open, toleranceMinor })
    : writtenOff(command, item, open, { kind: 'smallBalance', reason: null })
}

/**
 * Written off elsewhere: at most what is open is given up here, and a write-off of nothing is remembered.
 * Rejects: `UnknownItem`, `ConflictingDuplicate`.
 */
export const recordWriteOff = (command: RecordWriteOff, state: Receivables): Decision => {
  const { itemId, writeOffId, amountMinor, reason } = command
  const before = state.writeOffs.get(writeOffId)
  if (before !== undefined) {
    // More may have been offered than was open: the record then says only what was.
    const cut = before.closing && amountMinor > before.amountMinor
    const same = before.itemId === itemId && (before.amountMinor === amountMinor || cut)
    return repeated('writeOff', writeOffId, same, before.amountMinor, amountMinor)
  }
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  const givenUpMinor = Math.min(openMinor(item), amountMinor)
  return writtenOff(command, item, givenUpMinor, { kind: 'badDebt', reason })
}
