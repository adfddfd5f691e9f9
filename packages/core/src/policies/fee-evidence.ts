import { lateFeeRulesInForce } from '../agreement/index.ts'
import { disputedMinor, type Collections } from '../collections/index.ts'
import { totalOfOrder } from '../order/index.ts'
import { openMinor, type AssessLateFee, type Item, type Span } from '../receivables/index.ts'
import { addDays, chargeId, minorUnits, type CivilDate, type LateFeeRule } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { joined } from './ids.ts'
import { collectionsOf, invoiceOfItem, itemsOfOrder, orderOf, type Found } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

interface Agreed {
  readonly rules: ReadonlyArray<LateFeeRule>
  readonly graceDays: number
}

/** The late fees agreed for an item: in its own terms, else in the agreement that was in force when it began. */
export const agreedFor = (dossier: Dossier, item: Item): Agreed => {
  const issued = invoiceOfItem(dossier, item) ?? null
  const terms = issued?.terms ?? null
  if (terms !== null && terms.lateFees.length > 0)
    return { rules: terms.lateFees, graceDays: terms.graceDays }
  const orderId = issued?.orderId ?? null
  const ordered = orderId === null ? null : (orderOf(dossier, orderId)?.placed?.on ?? null)
  const on = ordered ?? issued?.issuedOn ?? item.openedOn
  if (on === null) return { rules: [], graceDays: 0 }
  for (const agreement of dossier.states.agreement.values()) {
    const agreed = lateFeeRulesInForce(agreement, on)
    if (agreed.rules.length > 0) return agreed
  }
  return { rules: [], graceDays: 0 }
}

const laterEnd = (a: CivilDate | null, b: CivilDate | null): CivilDate | null =>
  a === null || b === null ? null : a < b ? b : a

/** The spans of hardship in order and apart, as the question for fees wants them. */
const pausesOf = (state: Collections | undefined): ReadonlyArray<Span> => {
  const spans = [...(state?.hardships.values() ?? [])]
    .map(({ fromOn: from, untilOn, endedOn }) => {
      const ended = endedOn === null ? null : addDays(endedOn, -1)
      const until = ended === null ? untilOn : untilOn !== null && untilOn < ended ? untilOn : ended
      return { from, until }
    })
    .filter(({ from, until }) => until === null || from <= until)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return spans.reduce<ReadonlyArray<Span>>((apart, span) => {
    const last = apart.at(-1)
    const meets = last !== undefined && (last.until === null || span.from <= addDays(last.until, 1))
    if (last === undefined || !meets) return [...apart, span]
    return [...apart.slice(0, -1), { from: last.from, until: laterEnd(last.until, span.until) }]
  }, [])
}

const feesOf = ({ feesMinor, interestMinor }: Item): number => feesMinor + interestMinor

/** What rules that count by the order need to know of it; null where the item is the order. */
const orderEvidence = (dossier: Dossier, item: Item): AssessLateFee['order'] => {
  const orderId = invoiceOfItem(dossier, item)?.orderId ?? null
  const order = orderId === null ? undefined : orderOf(dossier, orderId)
  if (orderId === null || order?.placed == null) return null
  const others = itemsOfOrder(dossier, orderId).filter(({ itemId }) => itemId !== item.itemId)
  const otherFeesMinor = others.reduce((sum, other) => sum + feesOf(other), 0)
  return {
    totalMinor: minorUnits(totalOfOrder(order)),
    otherFeesMinor: minorUnits(Math.max(0, otherFeesMinor)),
  }
}

/** The question for all fees that are due on an item by a day, with its evidence. */
export const feeQuestion = (
  dossier: Dossier,
  tradeRules: TradeRules,
  { item, currency }: Found,
  day: CivilDate,
): AssessLateFee => {
  const { itemId, fees } = item
  const state = collectionsOf(dossier, currency)
  const contested = state === undefined ? 0 : disputedMinor(state, itemId)
  // Every fee moves the count on, so the next one has a name of its own.
  const had = fees.reduce((sum, { lastIndex }) => sum + lastIndex, 0)
  return {
    type: 'AssessLateFee',
    effectiveOn: day,
    customerId: dossier.customerId,
    currency,
    itemId,
    chargeId: chargeId(joined('late fee', itemId, had + 1)),
    ...agreedFor(dossier, item),
    jurisdiction: tradeRules.jurisdiction,
    disputedMinor: minorUnits(Math.min(contested, openMinor(item))),
    pauses: pausesOf(state),
    order: orderEvidence(dossier, item),
  }
}
