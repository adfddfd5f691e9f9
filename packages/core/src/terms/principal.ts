import { addDays, ascending, laterDay, type CivilDate } from '../shared/index.ts'

/** What is open at the end of a day, and stays so until the next such line. */
export interface OpenAt {
  readonly on: CivilDate
  readonly openMinor: number
}

/** An instalment, or an item without instalments, as late fees see it. */
export interface PrincipalPart {
  readonly instalment: number
  /** Null while the due day is not known: then no fee is. */
  readonly dueOn: CivilDate | null
  /**
   * What was open without late fees, in the order of days. Where only today's sum is known, one line on
   * the day the part was opened says that it was always so.
   */
  readonly opens: ReadonlyArray<OpenAt>
}

/** A sum that was open from the day after `after` up to the end of `to`. */
export interface PrincipalSpan {
  readonly after: CivilDate
  readonly to: CivilDate
  readonly principalMinor: number
}

/** What was open when a day began: a payment of that day itself came too late for it. */
export const openBefore = ({ opens }: PrincipalPart, day: CivilDate): number =>
  opens.findLast(({ on }) => on < day)?.openMinor ?? 0

/** The stretches of equal principal between two days; a payment still bears the interest of its own day. */
export const spansOf = (
  part: PrincipalPart,
  after: CivilDate,
  to: CivilDate,
): ReadonlyArray<PrincipalSpan> => {
  if (part.dueOn === null) return []
  const from = laterDay(after, part.dueOn)
  const changes = part.opens.map(({ on }) => on).filter((on) => on > from && on < to)
  const starts = [from, ...changes]
  return starts
    .map((start, index) => ({
      after: start,
      to: starts[index + 1] ?? to,
      principalMinor: openBefore(part, addDays(start, 1)),
    }))
    .filter((span) => span.after < span.to && span.principalMinor > 0)
}

/** The parts without what is in dispute: fees are asked on the rest. The oldest due parts lose it first. */
export const undisputed = (
  parts: ReadonlyArray<PrincipalPart>,
  disputedMinor: number,
): ReadonlyArray<PrincipalPart> => {
  let left = disputedMinor
  const due = (part: PrincipalPart): string => part.dueOn ?? '9999-12-31'
  return parts
    .toSorted((a, b) => ascending(due(a), due(b)))
    .map((part) => {
      const taken = Math.min(left, part.opens.at(-1)?.openMinor ?? 0)
      left -= taken
      const less = ({ on, openMinor }: OpenAt): OpenAt => ({
        on,
        openMinor: Math.max(0, openMinor - taken),
      })
      return { ...part, opens: part.opens.map(less) }
    })
}
