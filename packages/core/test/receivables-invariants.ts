import type { Invariant } from '@tenure/testing'
import {
  creditMinor,
  grossOpenMinor,
  itemBalances,
  itemOf,
  openByComponent,
  openItems,
  openMinor,
  unappliedMinor,
  type Item,
  type Payment,
  type Receivables,
  type ReceivablesEvent,
} from '../src/receivables/index.ts'
import { basisPointsOf } from '../src/shared/index.ts'

type Holds = (state: Receivables, history: ReadonlyArray<ReceivablesEvent>) => boolean
const sum = (amounts: Iterable<number>): number => [...amounts].reduce((a, b) => a + b, 0)

/** Every item that was ever named, open or closed. */
export const allItems = (state: Receivables): ReadonlyArray<Item> => [
  ...openItems(state),
  ...[...state.closed.keys()].flatMap((itemId) => itemOf(state, itemId) ?? []),
]

type Signs = readonly [open: number, unapplied: number, credit: number]
const signs: Partial<Record<ReceivablesEvent['type'], Signs>> = {
  ItemOpened: [1, 0, 0],
  ChargeRecorded: [1, 0, 0],
  LateFeeAssessed: [1, 0, 0],
  BounceFeeAssessed: [1, 0, 0],
  LateFeeWaived: [-1, 0, 0],
  EarlyDiscountTaken: [-1, 0, 0],
  EarlyDiscountWithdrawn: [1, 0, 0],
  PaymentReceived: [0, 1, 0],
  PaymentApplied: [-1, -1, 0],
  PaymentUnapplied: [1, 1, 0],
  PaymentReversed: [0, -1, 0],
  PaymentChargedBack: [0, -1, 0],
  ChargebackReversed: [0, 1, 0],
  CreditBalanceIncreased: [0, 0, 1],
  CreditApplied: [-1, 0, -1],
  CreditUnapplied: [1, 0, 1],
  ItemWrittenOff: [-1, 0, 0],
  WriteOffRecovered: [0, -1, 0],
  ReceivableAssigned: [-1, 0, 0],
  ReceivableReturned: [1, 0, 0],
}
const fromCash: Signs = [0, -1, 0]
const fromCredit: Signs = [0, 0, -1]
const still: Signs = [0, 0, 0]

const signsOf = (event: ReceivablesEvent): Signs => {
  if (event.type !== 'RefundIssued' && event.type !== 'RefundFailed')
    return signs[event.type] ?? still
  if (event.from.kind === 'suspense') return still
  const out = event.from.kind === 'cash' ? fromCash : fromCredit
  if (event.type === 'RefundIssued') return out
  return event.issued ? [-out[0], -out[1], -out[2]] : still
}

/** The column table of events.ts, said once more and read from the events alone. */
const columns = (history: ReadonlyArray<ReceivablesEvent>) => {
  const totals = { open: 0, unapplied: 0, credit: 0 }
  for (const event of history) {
    const amount = 'amountMinor' in event ? event.amountMinor : 0
    const [open, unapplied, credit] = signsOf(event)
    totals.open += open * amount
    totals.unapplied += unapplied * amount
    totals.credit += credit * amount
  }
  return totals
}

const totalsAgree: Holds = (state, history) => {
  const { open, unapplied, credit } = columns(history)
  return (
    grossOpenMinor(state) === open &&
    unappliedMinor(state) === unapplied &&
    creditMinor(state) === credit &&
    sum(openItems(state).map(openMinor)) === open &&
    sum([...state.payments.values()].map((payment) => payment.leftMinor)) === unapplied &&
    sum([...state.credits.values()].map((credited) => credited.leftMinor)) === credit
  )
}

const nothingBelowZero: Holds = (state) =>
  openItems(state).every((item) => openMinor(item) > 0) &&
  allItems(state).every(
    (item) => openMinor(item) > 0 === state.open.has(item.itemId) && openMinor(item) >= 0,
  ) &&
  [...state.payments.values(), ...state.credits.values()].every(
    ({ leftMinor, heldMinor, applications }) =>
      leftMinor >= 0 &&
      heldMinor >= 0 &&
      [...applications.values()].every(({ amountMinor }) => amountMinor > 0),
  )

const itemsAddUp: Holds = (state) =>
  allItems(state).every((item) => {
    const { parts, overshootMinor } = itemBalances(item)
    const components = openByComponent(item)
    return (
      sum(item.schedule.map((part) => part.amountMinor)) === item.amountMinor &&
      overshootMinor === 0 &&
      sum(parts.map((part) => part.openMinor)) === openMinor(item) &&
      sum(Object.values(components)) === openMinor(item) &&
      Object.values(components).every((amount) => amount >= 0) &&
      sum(item.discounts.map(({ amountMinor }) => amountMinor)) === item.discountedMinor
    )
  })

const splitsAddUp: Holds = (state) =>
  [...state.payments.values()].every(({ applications }) =>
    [...applications.values()].every(
      ({ amountMinor, components }) =>
        components === null || sum(Object.values(components)) === amountMinor,
    ),
  )

const applicationsAddUp: Holds = (state) =>
  allItems(state).every((item) => {
    const given = (sources: Iterable<Pick<Payment, 'applications'>>) =>
      sum([...sources].map((source) => source.applications.get(item.itemId)?.amountMinor ?? 0))
    return (
      given(state.payments.values()) === item.paidMinor &&
      given(state.credits.values()) === item.creditedMinor
    )
  })

const onceOutOfEachPayment: Holds = (state) =>
  [...state.payments.values()].every((payment) => {
    const applied = sum([...payment.applications.values()].map((one) => one.amountMinor))
    const { leftMinor, refundedMinor, chargedBackMinor, reversedMinor } = payment
    return (
      leftMinor + applied + refundedMinor + chargedBackMinor + reversedMinor ===
        payment.amountMinor && refundedMinor + chargedBackMinor <= payment.amountMinor
    )
  })

const earmarksKept: Holds = (state) => {
  const wanted = [...state.payments].filter(
    ([, { forItemId, leftMinor }]) => forItemId !== null && leftMinor > 0,
  )
  return (
    wanted.length === sum([...state.earmarked.values()].map((ids) => ids.length)) &&
    wanted.every(([id, { forItemId }]) =>
      forItemId === null ? false : (state.earmarked.get(forItemId)?.includes(id) ?? false),
    )
  )
}

const discountsWithinOffers: Holds = (state) =>
  allItems(state).every((item) =>
    item.discounts.every(({ instalment, paymentId }) => {
      const offers = item.earlyPay.filter((offer) => offer.instalment === instalment)
      const taken = item.discounts.filter((one) => one.instalment === instalment)
      const most = Math.max(
        ...offers.map((offer) => basisPointsOf(offer.eligibleMinor, offer.basisPoints, 'halfUp')),
      )
      return (
        new Set(taken.map((one) => one.paymentId)).size === 1 &&
        sum(taken.map((one) => one.amountMinor)) <= most &&
        state.payments.has(paymentId)
      )
    }),
  )

const oneCurrency: Holds = (_, history) =>
  new Set(history.map(({ currency }) => currency)).size <= 1

export const receivablesInvariants: ReadonlyArray<Invariant<Receivables, ReceivablesEvent>> = [
  {
    title: 'keeps open, unapplied and credit as the column table says [inv 3]',
    holds: totalsAgree,
  },
  {
    title: 'lets nothing fall below zero, and keeps closed items apart [inv 4]',
    holds: nothingBelowZero,
  },
  { title: 'never mixes currencies [inv 5]', holds: oneCurrency },
  {
    title: 'adds every item up, whole, by instalment and by component [inv 2]',
    holds: itemsAddUp,
  },
  { title: 'lets every application fall on components without a rest', holds: splitsAddUp },
  { title: 'agrees on what was applied, seen from both sides', holds: applicationsAddUp },
  {
    title: 'gives each receipt out once: refunds and chargebacks are never more than it [inv 6]',
    holds: onceOutOfEachPayment,
  },
  {
    title: 'takes a discount once an instalment, and no more than was agreed [inv 15]',
    holds: discountsWithinOffers,
  },
  { title: 'remembers which cash waits for which item', holds: earmarksKept },
]
