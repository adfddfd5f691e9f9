import * as t from 'io-ts'
import { addDays, monthOf, weekdayOf } from './calendar.ts'
import { CivilDate } from './civil-date.ts'
import { Text } from './text.ts'
import { unreachable } from './unreachable.ts'

/** A day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export const Weekday = t.refinement(
  t.number,
  (n) => Number.isInteger(n) && n >= 1 && n <= 7,
  'Weekday',
)

/**
 * What becomes of a due day on which nobody works, and which days those are, as data.
 *
 * `following` goes to the next business day; `modifiedFollowing` too, unless that leaves the month, then
 * to the one before; `preceding` to the one before; `none` leaves every day where it is.
 */
export const BusinessDays = t.strict({
  convention: t.keyof({ none: null, following: null, modifiedFollowing: null, preceding: null }),
  calendarId: Text,
  weekend: t.readonlyArray(Weekday),
  holidays: t.readonlyArray(CivilDate),
})
export type BusinessDays = t.TypeOf<typeof BusinessDays>

export const isBusinessDay = ({ weekend, holidays }: BusinessDays, day: CivilDate): boolean =>
  !weekend.includes(weekdayOf(day)) && !holidays.includes(day)

/** The nearest business day in one direction, the day itself included; the calendar's end where none is. */
const nearest = (days: BusinessDays, day: CivilDate, step: 1 | -1): CivilDate => {
  let found = day
  while (!isBusinessDay(days, found)) {
    const next = addDays(found, step)
    if (next === found) return found
    found = next
  }
  return found
}

/**
 * Where a due day moves by the convention of its calendar. Weakly monotone in the day.
 *
 * A calendar whose weekend is the whole week has no business day; `checkTerms` refuses it.
 * A month without any is left forwards by `modifiedFollowing` too. Source: domain edge case 16.
 */
export const toBusinessDay = (days: BusinessDays, day: CivilDate): CivilDate => {
  switch (days.convention) {
    case 'none':
      return day
    case 'following':
      return nearest(days, day, 1)
    case 'preceding':
      return nearest(days, day, -1)
    case 'modifiedFollowing': {
      const after = nearest(days, day, 1)
      if (monthOf(after) === monthOf(day)) return after
      const before = nearest(days, day, -1)
      return monthOf(before) === monthOf(day) ? before : after
    }
    default:
      return unreachable(days.convention)
  }
}

/** Every day is a business day: due days stay where the rule puts them. */
export const everyDay: BusinessDays = {
  convention: 'none',
  // A literal that the codec accepts.
  calendarId: 'every-day' as Text,
  weekend: [],
  holidays: [],
}
