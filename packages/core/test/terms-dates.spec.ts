import { afterEach, describe, expect, it } from 'vitest'
import {
  addMonths,
  civilDate,
  dayOf,
  dueDay,
  formatInstant,
  instantAt,
  net,
  parseInstant,
  scheduleBy,
  text,
  toBusinessDay,
  weekdayOf,
  type BusinessDays,
  type DueRule,
} from '../src/shared/index.ts'
import { isOverdue, lateFeesDue, overdueFrom } from '../src/terms/index.ts'
import { day, known, question } from './terms-words.ts'

const workingDays: BusinessDays = {
  convention: 'following',
  calendarId: text('office'),
  weekend: [6, 7],
  holidays: [day('2026-05-01')],
}
const moved = (convention: BusinessDays['convention'], on: string) =>
  toBusinessDay({ ...workingDays, convention }, day(on))

describe('a due day on which nobody works', () => {
  it('goes to the next business day by `following` [edge 16]', () => {
    // 2026-04-11 is a Saturday; 1 May a Friday and a holiday, so that the fourth is next.
    expect(weekdayOf(day('2026-04-11'))).toBe(6)
    expect(moved('following', '2026-04-11')).toBe('2026-04-13')
    expect(moved('following', '2026-05-01')).toBe('2026-05-04')
    expect(moved('following', '2026-04-10')).toBe('2026-04-10')
  })

  it('does not leave its month by `modifiedFollowing` [edge 16]', () => {
    // 2026-05-30 and 31 are a weekend: the next business day is 1 June.
    expect(moved('following', '2026-05-30')).toBe('2026-06-01')
    expect(moved('modifiedFollowing', '2026-05-30')).toBe('2026-05-29')
    expect(moved('modifiedFollowing', '2026-05-31')).toBe('2026-05-29')
    expect(moved('modifiedFollowing', '2026-04-11')).toBe('2026-04-13')
  })

  it('goes back by `preceding`, and stays by `none`', () => {
    expect(moved('preceding', '2026-05-02')).toBe('2026-04-30')
    expect(moved('none', '2026-05-02')).toBe('2026-05-02')
  })

  it('moves in the schedule of terms that say so', () => {
    const terms = { ...net(30), businessDay: workingDays }
    const dueOn = (invoicedOn: string) =>
      scheduleBy(terms, 100, known({ invoicedOn: day(invoicedOn) }))[0]?.dueOn
    expect(dueOn('2026-04-09')).toBe('2026-05-11')
    expect(dueOn('2026-04-10')).toBe('2026-05-11')
    expect(dueOn('2026-04-13')).toBe('2026-05-13')
  })

  it('leaves a month of holidays forwards, since it has no day to go back to', () => {
    const february = Array.from({ length: 28 }, (_, index) =>
      day(`2026-02-${String(index + 1).padStart(2, '0')}`),
    )
    const shut = { ...workingDays, convention: 'modifiedFollowing', holidays: february } as const
    expect(toBusinessDay(shut, day('2026-02-10'))).toBe('2026-03-02')
  })

  it('stops at the end of the calendar', () => {
    expect(moved('following', '9999-12-31')).toBe('9999-12-31')
    const never = { ...workingDays, weekend: [1, 2, 3, 4, 5, 6, 7] }
    expect(toBusinessDay(never, day('9999-12-01'))).toBe('9999-12-31')
  })
})

describe('a due rule with the month in it', () => {
  const due = (rule: DueRule, anchor: string) => dueDay(rule, day(anchor))

  it('of one month after the end of the month reaches 31 March from 28 February [edge 10]', () => {
    // Old ERPNext gave 28 March.
    expect(due({ kind: 'endOfMonth', monthsAhead: 1, plusDays: 0 }, '2026-02-28')).toBe(
      '2026-03-31',
    )
    expect(due({ kind: 'endOfMonth', monthsAhead: 1, plusDays: 10 }, '2026-02-28')).toBe(
      '2026-04-10',
    )
  })

  it('counts months from the anchor: the 31st is found again wherever a month has one [edge 9]', () => {
    const months = [0, 1, 2, 3].map((count) =>
      due({ kind: 'netMonths', months: count }, '2026-01-31'),
    )
    expect(months).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
  })

  it('counts years from a leap day: the 28th in common years, the 29th in the next leap year [edge 11]', () => {
    const leapDay = civilDate('2024-02-29')
    expect([12, 24, 36, 48].map((months) => addMonths(leapDay, months))).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
  })

  it('names a day of a month, clamped to its end, and never one that has gone by', () => {
    const tenth = { kind: 'dayOfMonth', day: 10, monthsAhead: 1 } as const
    expect(due(tenth, '2026-04-20')).toBe('2026-05-10')
    expect(due({ ...tenth, monthsAhead: 0 }, '2026-04-09')).toBe('2026-04-10')
    expect(due({ ...tenth, monthsAhead: 0 }, '2026-04-10')).toBe('2026-04-10')
    expect(due({ ...tenth, monthsAhead: 0 }, '2026-04-11')).toBe('2026-05-10')
    expect(due({ kind: 'dayOfMonth', day: 31, monthsAhead: 1 }, '2026-01-15')).toBe('2026-02-28')
  })
})

describe('an invoice written for a day long past', () => {
  const terms = { ...net(14), anchor: { kind: 'delivery' } } as const
  const days = known({ deliveredOn: day('2026-01-10'), invoicedOn: day('2026-03-02') })

  it('keeps its due day before its own date, unless the terms move it there [edge 18]', () => {
    expect(scheduleBy(terms, 100, days)[0]?.dueOn).toBe('2026-01-24')
    const never = { ...terms, neverBeforeIssue: true }
    expect(scheduleBy(never, 100, days)[0]?.dueOn).toBe('2026-03-02')
    const recent = { ...days, deliveredOn: day('2026-02-25') }
    expect(scheduleBy(never, 100, recent)[0]?.dueOn).toBe('2026-03-11')
  })

  it('is not moved back before its date by a weekend', () => {
    const businessDay = { ...workingDays, convention: 'preceding' } as const
    const issued = { ...days, invoicedOn: day('2026-02-28') }
    const never = { ...terms, neverBeforeIssue: true, businessDay }
    // 28 February 2026 is a Saturday.
    expect(scheduleBy(never, 100, issued)[0]?.dueOn).toBe('2026-03-02')
  })
})

describe('being overdue', () => {
  it('begins the day after the due day and the grace, not on the due day [edge 12]', () => {
    const due = day('2026-03-10')
    expect(isOverdue(due, 0, day('2026-03-10'))).toBe(false)
    expect(isOverdue(due, 0, day('2026-03-11'))).toBe(true)
    expect(isOverdue(due, 3, day('2026-03-13'))).toBe(false)
    expect(isOverdue(due, 3, day('2026-03-14'))).toBe(true)
    expect(overdueFrom(due, 3)).toBe('2026-03-14')
    expect(isOverdue(null, 0, day('2099-01-01'))).toBe(false)
  })

  it('waits for the day of the contract: 23:30 in Los Angeles is the due day still [edge 13]', () => {
    const late = parseInstant('2026-03-11T06:30:00.000Z')
    const here = late === undefined ? undefined : dayOf(late, 'America/Los_Angeles')
    expect(here).toBe('2026-03-10')
    expect(isOverdue(day('2026-03-10'), 0, here ?? day('2026-03-11'))).toBe(false)
  })
})

describe('a time on the wall', () => {
  it('that the clock skips comes right after the gap, and no civil day notices [edge 15]', () => {
    // Rome went from 02:00 to 03:00 on 29 March 2026.
    const skipped = instantAt(day('2026-03-29'), 150, 'Europe/Rome')
    expect(formatInstant(skipped)).toBe('2026-03-29T01:00:00.000Z')
    expect(dayOf(skipped, 'Europe/Rome')).toBe('2026-03-29')
    expect(dueDay({ kind: 'netDays', days: 1 }, day('2026-03-28'))).toBe('2026-03-29')
    expect(dueDay({ kind: 'netDays', days: 2 }, day('2026-03-28'))).toBe('2026-03-30')
  })

  it('that the clock shows twice is the first; all others are themselves', () => {
    expect(formatInstant(instantAt(day('2026-10-25'), 150, 'Europe/Rome'))).toBe(
      '2026-10-25T00:30:00.000Z',
    )
    expect(formatInstant(instantAt(day('2026-07-01'), 9 * 60, 'Europe/Rome'))).toBe(
      '2026-07-01T07:00:00.000Z',
    )
    expect(formatInstant(instantAt(day('2026-07-01'), 9 * 60, 'UTC'))).toBe(
      '2026-07-01T09:00:00.000Z',
    )
  })
})

describe('the zone of the machine', () => {
  const before = process.env['TZ']
  afterEach(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  it('moves no due day and no fee [inv 21]', () => {
    const terms = { ...net(30), businessDay: workingDays }
    const answers = ['UTC', 'Pacific/Apia', 'America/Los_Angeles', 'Asia/Tehran'].map((zone) => {
      process.env['TZ'] = zone
      return [
        new Date('2026-06-01T00:00:00Z').getHours(),
        scheduleBy(terms, 100, known({ invoicedOn: day('2026-02-27') })),
        dueDay({ kind: 'endOfMonth', monthsAhead: 1, plusDays: 0 }, day('2026-02-28')),
        lateFeesDue(question({ asOf: day('2026-03-29') })),
        formatInstant(instantAt(day('2026-03-29'), 150, 'Europe/Rome')),
      ]
    })
    // The first answer shows that the machine's zone did change.
    expect(new Set(answers.map(([hours]) => hours)).size).toBeGreaterThan(1)
    expect(new Set(answers.map(([, ...rest]) => JSON.stringify(rest))).size).toBe(1)
  })
})
