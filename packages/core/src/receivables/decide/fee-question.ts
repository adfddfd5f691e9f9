import { lateFeesDue, type DueLateFee } from '../../terms/index.ts'
import { openByComponent } from '../components.ts'
import { principalParts } from '../course.ts'
import type { AssessLateFee } from '../item-commands.ts'
import type { Item } from '../item.ts'

/** The fees of an item that are due by a day and not assessed, those of paused days passed over. */
export const feesDue = (command: AssessLateFee, item: Item): ReadonlyArray<DueLateFee> => {
  const { effectiveOn, rules, graceDays, jurisdiction, disputedMinor, order, pauses } = command
  const { fees: openFees, interest } = openByComponent(item)
  return lateFeesDue({
    rules,
    graceDays,
    parts: principalParts(item),
    feesSoFar: item.fees,
    feesElsewhereMinor: order?.otherFeesMinor ?? 0,
    openFeesMinor: openFees + interest,
    orderTotalMinor: order?.totalMinor ?? item.amountMinor,
    disputedMinor,
    jurisdiction,
    pauses,
    asOf: effectiveOn,
  })
}
