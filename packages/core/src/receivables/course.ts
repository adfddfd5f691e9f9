import type { Draft } from 'immer'
import type { CivilDate } from '../shared/index.ts'
import type { OpenAt, PrincipalPart } from '../terms/index.ts'
import { instalmentBalances } from './instalment-balances.ts'
import type { Item } from './item.ts'

/** What changed of an item's debt on one civil day, late fees apart. Signed sums. */
export interface CourseDay {
  readonly on: CivilDate
  /** Opened and charged. */
  readonly addedMinor: number
  /** Paid, discounted, written off and assigned, less what was taken back of these. */
  readonly settledMinor: number
  readonly creditedMinor: number
}

type Change = 'addedMinor' | 'settledMinor' | 'creditedMinor'

/**
 * So many days are told apart. Where there are more, the two oldest become one, on the earlier day: a fee
 * asked for only then, for a day between the two, is reckoned as if the later change had come earlier.
 */
const maxDays = 24

/** Enters a change on its day; the days stay in order. */
export const addToCourse = (
  item: Draft<Item>,
  on: CivilDate,
  change: Change,
  amountMinor: number,
): void => {
  const { course } = item
  // The newest day is the likely one: facts mostly come in the order of their days.
  let at = course.length
  while (at > 0 && (course[at - 1]?.on ?? on) > on) at -= 1
  const day = course[at - 1]
  if (day?.on === on) {
    day[change] += amountMinor
    return
  }
  const fresh = { on, addedMinor: 0, settledMinor: 0, creditedMinor: 0 }
  fresh[change] = amountMinor
  if (at === course.length) course.push(fresh)
  else course.splice(at, 0, fresh)
  if (course.length > maxDays) joinOldest(course)
}

const joinOldest = (course: Array<Draft<CourseDay>>): void => {
  const [oldest, next] = course
  if (oldest === undefined || next === undefined) return
  oldest.addedMinor += next.addedMinor
  oldest.settledMinor += next.settledMinor
  oldest.creditedMinor += next.creditedMinor
  course.splice(1, 1)
}

/**
 * What was open of each instalment from day to day, without late fees, as if what was paid had paid none:
 * fees breed none. Charges from elsewhere count to the instalment that is due first.
 */
export const principalParts = (item: Item): ReadonlyArray<PrincipalPart> => {
  const opens = new Map(item.schedule.map(({ instalment }) => [instalment, [] as OpenAt[]]))
  let [addedMinor, settledMinor, creditedMinor] = [0, 0, 0]
  for (const day of item.course) {
    addedMinor += day.addedMinor
    settledMinor += day.settledMinor
    creditedMinor += day.creditedMinor
    const { parts } = instalmentBalances(item.schedule, {
      chargedMinor: addedMinor - item.amountMinor,
      paidMinor: settledMinor,
      creditedMinor,
      discountedMinor: 0,
      writtenOffMinor: 0,
      assignedMinor: 0,
      fallbackDueOn: null,
    })
    const first = parts[0]?.instalment
    const chargesMinor = parts.find((part) => part.instalment === null)?.openMinor ?? 0
    for (const { instalment, openMinor } of parts)
      if (instalment !== null)
        opens.get(instalment)?.push({
          on: day.on,
          openMinor: openMinor + (instalment === first ? chargesMinor : 0),
        })
  }
  return item.schedule.map(({ instalment, dueOn }) => ({
    instalment,
    dueOn,
    opens: opens.get(instalment) ?? [],
  }))
}
