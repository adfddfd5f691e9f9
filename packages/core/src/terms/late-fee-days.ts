import { addDays, dayNumber, type CivilDate, type LateFeeRule } from '../shared/index.ts'
import { openBefore, type PrincipalPart } from './principal.ts'

/** From the due day to the first fee: grace and the agreed days, of these one at least. */
export const firstFeeAfterDays = (rule: LateFeeRule, graceDays: number): number =>
  Math.max(0, graceDays) + Math.max(1, rule.afterDays)

/** The first day for fee number `index`: it depends on dates alone, not on how often one asks. */
export const feeDay = (
  rule: LateFeeRule,
  graceDays: number,
  dueOn: CivilDate,
  index: number,
): CivilDate =>
  addDays(dueOn, firstFeeAfterDays(rule, graceDays) + (index - 1) * (rule.repeatEveryDays ?? 0))

/** The numbers of the fees whose day has come by `asOf`, after those numbered up to `after`. */
export const feeNumbers = (
  rule: LateFeeRule,
  graceDays: number,
  dueOn: CivilDate,
  asOf: CivilDate,
  after: number,
): ReadonlyArray<number> => {
  const { repeatEveryDays, maxTimes } = rule
  const late = dayNumber(asOf) - dayNumber(dueOn) - firstFeeAfterDays(rule, graceDays)
  if (late < 0) return []
  const come = repeatEveryDays === null ? 1 : Math.floor(late / repeatEveryDays) + 1
  const last = Math.min(come, maxTimes ?? Infinity)
  return Array.from({ length: Math.max(0, last - after) }, (_, index) => after + index + 1)
}

/**
 * From which due day the fees on parts that are charged as one are counted: that of the first part which
 * was still open when its first fee could come. Null where there is none so far.
 */
export const countedFrom = (
  rule: LateFeeRule,
  graceDays: number,
  parts: ReadonlyArray<PrincipalPart>,
): CivilDate | null => {
  const missed = parts
    .flatMap((part) => (part.dueOn === null ? [] : [{ part, dueOn: part.dueOn }]))
    .filter(({ part, dueOn }) => openBefore(part, feeDay(rule, graceDays, dueOn, 1)) > 0)
    .map(({ dueOn }) => dueOn)
  return missed.toSorted()[0] ?? null
}
