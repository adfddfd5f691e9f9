import { addDays, type CivilDate } from '../../shared/index.ts'
import { lateFeesDue, type AssessedFees, type DueLateFee } from '../../terms/index.ts'
import { openByComponent } from '../components.ts'
import { principalParts } from '../course.ts'
import type { AssessLateFee } from '../item-commands.ts'
import type { Item } from '../item.ts'

/** What was assessed, with these fees added; the amount of a fee that was passed over is nothing. */
const withFees = (
  soFar: ReadonlyArray<AssessedFees>,
  fees: ReadonlyArray<DueLateFee>,
): ReadonlyArray<AssessedFees> =>
  fees.reduce<ReadonlyArray<AssessedFees>>((all, { ruleId, instalment, index, amountMinor }) => {
    const isSame = (one: AssessedFees): boolean =>
      one.ruleId === ruleId && one.instalment === instalment
    const before = all.find(isSame)
    const sumMinor = (before?.amountMinor ?? 0) + amountMinor
    const after = { ruleId, instalment, lastIndex: index, amountMinor: sumMinor }
    return [...all.filter((one) => !isSame(one)), after]
  }, soFar)

const dayBefore = (day: CivilDate): CivilDate => addDays(day, -1)
const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b)

/**
 * The fees of an item that are due by a day and not assessed, those of paused days passed over.
 *
 * The question is asked stretch by stretch, since what a pause passes over must leave its room under the
 * caps to the fees after it, and keep its number.
 */
export const feesDue = (command: AssessLateFee, item: Item): ReadonlyArray<DueLateFee> => {
  const { effectiveOn, rules, graceDays, jurisdiction, disputedMinor, order, pauses } = command
  const parts = principalParts(item)
  const { fees: openFees, interest } = openByComponent(item)
  let feesSoFar: ReadonlyArray<AssessedFees> = item.fees
  let openFeesMinor = openFees + interest
  const due: DueLateFee[] = []
  const ask = (asOf: CivilDate, isPaused: boolean): void => {
    const fees = lateFeesDue({
      rules,
      graceDays,
      parts,
      feesSoFar,
      feesElsewhereMinor: order?.otherFeesMinor ?? 0,
      openFeesMinor,
      orderTotalMinor: order?.totalMinor ?? item.amountMinor,
      disputedMinor,
      jurisdiction,
      asOf,
    })
    if (isPaused) {
      feesSoFar = withFees(
        feesSoFar,
        fees.map((fee) => ({ ...fee, amountMinor: 0 })),
      )
      return
    }
    feesSoFar = withFees(feesSoFar, fees)
    openFeesMinor += fees.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    due.push(...fees)
  }
  for (const { from, until } of pauses) {
    if (from > effectiveOn) break
    ask(dayBefore(from), false)
    ask(until === null ? effectiveOn : earlier(until, effectiveOn), true)
  }
  ask(effectiveOn, false)
  return due
}
