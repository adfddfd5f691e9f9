import type { OpenItem } from '../item-commands.ts'
import type { Item } from '../item.ts'

/**
 * Whether an item is still scheduled as a command would open it, with the same discounts.
 *
 * Where a due day was fixed since, or the item was opened in two steps, its opening can no longer be told
 * from a correction, and the command is believed: due days are corrected by `FixDueDate`.
 */
export const isScheduledAs = (
  known: Item,
  { schedule, earlyPay }: Pick<OpenItem, 'schedule' | 'earlyPay'>,
): boolean => {
  if (known.dueFixed || new Set(schedule.map((part) => part.instalment)).size < schedule.length)
    return true
  const sameParts = schedule.every(({ instalment, amountMinor, dueOn }) => {
    const part = known.schedule.find((one) => one.instalment === instalment)
    const told = dueOn === null || part?.since !== known.openedOn
    return part?.amountMinor === amountMinor && (told || part.dueOn === dueOn)
  })
  const sameOffers = earlyPay.every(({ instalment, untilOn, basisPoints, eligibleMinor }) =>
    known.earlyPay.some(
      (offer) =>
        offer.instalment === instalment &&
        offer.untilOn === untilOn &&
        offer.basisPoints === basisPoints &&
        offer.eligibleMinor === eligibleMinor,
    ),
  )
  return sameParts && sameOffers
}
