import { ascendingDays, type CivilDate, type Instalment } from '../shared/index.ts'

/** What happened to one item, as sums. In a cut history each may be anything, negative too. */
export interface ItemSums {
  /** Charges and late fees, less what was waived. */
  readonly chargedMinor: number
  readonly paidMinor: number
  readonly creditedMinor: number
  /** Early discounts taken, less those withdrawn. */
  readonly discountedMinor: number
  /** Written off, less what was recovered. */
  readonly writtenOffMinor: number
  /** Passed to a financing partner, less what came back. */
  readonly assignedMinor: number
  /** Since when it is owed, where no instalment says so: the day that a reopening event brought. */
  readonly fallbackDueOn: CivilDate | null
}

/** What is open of one instalment; `instalment` null: of the charges and fees, which belong to none. */
export interface InstalmentBalance {
  readonly instalment: number | null
  readonly dueOn: CivilDate | null
  readonly openMinor: number
}

export interface InstalmentBalances {
  /** In order of due day; days not known come last. Only the charges' part may be absent. */
  readonly parts: ReadonlyArray<InstalmentBalance>
  /** By how much payments and credits exceed what was owed, as far as these sums know. */
  readonly overshootMinor: number
}

const byDueDay = (a: Instalment, b: Instalment): number =>
  ascendingDays(a.dueOn, b.dueOn) || a.instalment - b.instalment

/** The instalments in the order in which they are owed: by due day, those without one last. */
export const inDueOrder = (schedule: ReadonlyArray<Instalment>): ReadonlyArray<Instalment> =>
  schedule.length < 2 ? schedule : schedule.toSorted(byDueDay)

/** The parts of the whole debt, in due order: charges are owed from the first instalment's due day. */
const owed = (
  schedule: ReadonlyArray<Instalment>,
  chargesMinor: number,
  fallbackDueOn: CivilDate | null,
): ReadonlyArray<InstalmentBalance> => {
  const parts: InstalmentBalance[] = inDueOrder(schedule).map(
    ({ instalment, dueOn, amountMinor }) => ({ instalment, dueOn, openMinor: amountMinor }),
  )
  if (chargesMinor === 0) return parts
  const dueOn = parts[0]?.dueOn ?? fallbackDueOn
  parts.splice(1, 0, { instalment: null, dueOn, openMinor: chargesMinor })
  return parts
}

/**
 * What is open of each instalment of an item, from its schedule and its sums alone.
 *
 * The debt is a line of parts in due order: the first instalment, then charges and fees, then the
 * other instalments. What was paid, discounted, written off or assigned covers the line from its
 * beginning (oldest due first), credit notes from its end (last first); what lies between is open. So
 * the order in which things happened does not matter, and a recovered write-off moves nothing.
 *
 * Units: minor units. Shape: Σ open of the parts - overshoot = Σ schedule + charged - paid - credited
 * - discounted - written off - assigned, for all sums: nothing is lost on the subsets of a history. A sum below zero (a
 * reopening whose payment is cut away) is owed like a charge. Never throws.
 * Source: domain 3.3.8 and invariant 2.
 */
export const instalmentBalances = (
  schedule: ReadonlyArray<Instalment>,
  sums: ItemSums,
): InstalmentBalances => {
  const settled = sums.paidMinor + sums.discountedMinor + sums.writtenOffMinor + sums.assignedMinor
  const chargesMinor =
    Math.max(0, sums.chargedMinor) + Math.max(0, -settled) + Math.max(0, -sums.creditedMinor)
  const whole = owed(schedule, chargesMinor, sums.fallbackDueOn)
  const totalMinor = whole.reduce((sum, part) => sum + part.openMinor, 0)
  const from = Math.max(0, settled) + Math.max(0, -sums.chargedMinor)
  const to = totalMinor - Math.max(0, sums.creditedMinor)
  let start = 0
  const parts = whole.map((part) => {
    const end = start + part.openMinor
    const openMinor = Math.max(0, Math.min(end, to) - Math.max(start, from))
    start = end
    return { ...part, openMinor }
  })
  return { parts, overshootMinor: Math.max(0, from - to) }
}

/** The due day of the first part that is open, or of the first part where nothing is; null: not known. */
export const firstOpenDueOn = ({ parts }: InstalmentBalances): CivilDate | null => {
  const first = parts.find((part) => part.openMinor > 0) ?? parts[0]
  return first === undefined ? null : first.dueOn
}
