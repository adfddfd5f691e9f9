import { minorUnits } from '../../shared/index.ts'
import type { RecordWriteOff, WriteOff } from '../commands.ts'
import { openMinor, type Item } from '../item.ts'
import { itemOf, type Receivables } from '../state.ts'
import { joinedOn } from './apply.ts'
import { about, accept, reject, repeated, type Decision } from './decision.ts'

/** It joins the giving up with what is given up: no cut shows it on an item that is not there yet. */
const writtenOff = (
  command: WriteOff | RecordWriteOff,
  item: Item,
  amountMinor: number,
): Decision => {
  const { itemId, writeOffId, reason } = command
  return accept([
    {
      type: 'ItemWrittenOff',
      ...about(command),
      effectiveOn: joinedOn({ item, amountMinor }, command.effectiveOn),
      itemId,
      writeOffId,
      amountMinor: minorUnits(amountMinor),
      reason,
    },
  ])
}

/**
 * Gives up all that is open on an item.
 *
 * Shape: `ItemWrittenOff`. `[]` if written off before under this id.
 * Rejects: `UnknownItem`, `NothingOpen`, `ConflictingDuplicate`. Source: domain 3.4, 38 to 41.
 */
export const writeOff = (command: WriteOff, state: Receivables): Decision => {
  const { itemId, writeOffId } = command
  const before = state.writeOffs.get(writeOffId)
  if (before !== undefined) {
    const same = before.itemId === itemId
    return repeated('writeOff', writeOffId, same, before.amountMinor, before.amountMinor)
  }
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  return openMinor(item) === 0
    ? reject({ type: 'NothingOpen', itemId })
    : writtenOff(command, item, openMinor(item))
}

/**
 * Written off elsewhere: at most what is open is given up here, and a write-off of nothing is remembered.
 * Rejects: `UnknownItem`, `ConflictingDuplicate`.
 */
export const recordWriteOff = (command: RecordWriteOff, state: Receivables): Decision => {
  const { itemId, writeOffId, amountMinor } = command
  const before = state.writeOffs.get(writeOffId)
  if (before !== undefined) {
    // More may have been offered than was open: the record then says only what was.
    const cut = before.closing && amountMinor > before.amountMinor
    const same = before.itemId === itemId && (before.amountMinor === amountMinor || cut)
    return repeated('writeOff', writeOffId, same, before.amountMinor, amountMinor)
  }
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  return writtenOff(command, item, Math.min(openMinor(item), amountMinor))
}
