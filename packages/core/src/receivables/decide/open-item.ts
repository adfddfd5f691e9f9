import { minorUnits } from '../../shared/index.ts'
import type { OpenItem } from '../item-commands.ts'
import { emptyItem, type Item } from '../item.ts'
import type { RecordItem } from '../record-commands.ts'
import { withInstalments } from '../schedule.ts'
import { itemOf, type Receivables } from '../state.ts'
import { applyEarmarked } from './apply.ts'
import {
  about,
  accept,
  alreadySo,
  outOfRange,
  reject,
  repeated,
  type Decision,
} from './decision.ts'
import { isScheduledAs } from './same-item.ts'

type Command = OpenItem | RecordItem

const scheduledMinor = (command: Command): number =>
  command.schedule.reduce((sum, part) => sum + part.amountMinor, 0)

/** A charge that opens its own item says nothing of an invoice, and that item may still come. */
const saysNothing = (item: Pick<Item, 'kind' | 'invoiceId'>, amountMinor: number): boolean =>
  item.kind === 'charge' && item.invoiceId === null && amountMinor === 0

/**
 * Something is owed: an item with a dated schedule, its total the sum of the schedule.
 *
 * Units: minor units. Shape: `ItemOpened`, then `PaymentApplied` for the cash that was named for the
 * item before it came, oldest payment first. `[]` if it is open or was. An item that only a charge
 * opened is completed. Rejects: `EmptySchedule`, `ConflictingDuplicate`, `AmountOutOfRange`.
 * Source: domain 3.4, edge case 26.
 */
export const recordItem = (command: Command, state: Receivables): Decision => {
  const { itemId, kind, invoiceId, schedule } = command
  const amountMinor = scheduledMinor(command)
  if (schedule.length === 0) return reject({ type: 'EmptySchedule', itemId })
  const known = itemOf(state, itemId)
  if (known !== undefined && !saysNothing(known, known.amountMinor)) {
    if (saysNothing(command, amountMinor)) return alreadySo
    const same =
      known.amountMinor === amountMinor && known.kind === kind && isScheduledAs(known, command)
    return repeated('item', itemId, same, known.amountMinor, amountMinor)
  }
  if (known !== undefined && saysNothing(command, amountMinor)) return alreadySo
  const tooMuch = outOfRange(state, amountMinor)
  if (tooMuch !== undefined) return tooMuch
  const facts = about(command)
  const before = known ?? emptyItem(itemId)
  const item: Item = {
    ...before,
    amountMinor: before.amountMinor + amountMinor,
    schedule: withInstalments(before.schedule, schedule, command.effectiveOn),
    earlyPay: [...before.earlyPay, ...command.earlyPay],
    room: [...before.room, { on: command.effectiveOn, amountMinor }],
  }
  return accept([
    {
      type: 'ItemOpened',
      ...facts,
      itemId,
      kind,
      invoiceId,
      amountMinor: minorUnits(amountMinor),
      schedule: schedule.map((part) => ({ ...part })),
      earlyPay: command.earlyPay.map((offer) => ({ ...offer })),
    },
    ...applyEarmarked(facts, state, item),
  ])
}

/** As `recordItem`, for an invoice of ours: it must be about some money. Rejects also: `ZeroAmount`. */
export const openItem = (command: OpenItem, state: Receivables): Decision =>
  command.schedule.length > 0 && scheduledMinor(command) === 0
    ? reject({ type: 'ZeroAmount' })
    : recordItem(command, state)
