import type { Invariant } from '@tenure/testing'
import {
  creditMinor,
  grossOpenMinor,
  itemBalances,
  openItems,
  openMinor,
  unappliedMinor,
  type Payment,
  type Receivables,
  type ReceivablesEvent,
} from '../src/receivables/index.ts'

type Holds = (state: Receivables, history: ReadonlyArray<ReceivablesEvent>) => boolean
const sum = (amounts: Iterable<number>): number => [...amounts].reduce((a, b) => a + b, 0)

/** The column table of events.ts, said once more and read from the events alone. */
const columns = (history: ReadonlyArray<ReceivablesEvent>) => {
  const totals = { open: 0, unapplied: 0, credit: 0 }
  for (const event of history) {
    const amount = 'amountMinor' in event ? event.amountMinor : 0
    const source = event.type === 'RefundIssued' ? event.from.kind : null
    const signs: Partial<Record<ReceivablesEvent['type'], readonly [number, number, number]>> = {
      ItemOpened: [1, 0, 0],
      ChargeRecorded: [1, 0, 0],
      LateFeeAssessed: [1, 0, 0],
      LateFeeWaived: [-1, 0, 0],
      PaymentReceived: [0, 1, 0],
      PaymentApplied: [-1, -1, 0],
      PaymentUnapplied: [1, 1, 0],
      PaymentReversed: [0, -1, 0],
      CreditBalanceIncreased: [0, 0, 1],
      CreditApplied: [-1, 0, -1],
      CreditUnapplied: [1, 0, 1],
      RefundIssued: [0, source === 'cash' ? -1 : 0, source === 'credit' ? -1 : 0],
      ItemWrittenOff: [-1, 0, 0],
      WriteOffRecovered: [0, -1, 0],
    }
    const [open, unapplied, credit] = signs[event.type] ?? [0, 0, 0]
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
  [...state.closed.values()].every((item) => openMinor(item) === 0) &&
  [...state.payments.values(), ...state.credits.values()].every(
    ({ leftMinor, applications }) =>
      leftMinor >= 0 && applications.every(({ amountMinor }) => amountMinor > 0),
  )

const itemsAddUp: Holds = (state) =>
  [...state.open.values(), ...state.closed.values()].every((item) => {
    const { parts, overshootMinor } = itemBalances(item)
    const scheduled = sum(item.schedule.map((part) => part.amountMinor))
    return (
      scheduled === item.amountMinor &&
      overshootMinor === 0 &&
      sum(parts.map((part) => part.openMinor)) === openMinor(item)
    )
  })

const applicationsAddUp: Holds = (state) =>
  [...state.open.values(), ...state.closed.values()].every((item) => {
    const given = (sources: Iterable<Pick<Payment, 'applications'>>) =>
      sum(
        [...sources].flatMap(({ applications }) =>
          applications.filter((one) => one.itemId === item.itemId).map((one) => one.amountMinor),
        ),
      )
    return (
      given(state.payments.values()) === item.paidMinor &&
      given(state.credits.values()) === item.creditedMinor
    )
  })

const onceOutOfEachPayment: Holds = (state) =>
  [...state.payments.values()].every(
    ({ amountMinor, leftMinor, refundedMinor, reversed, applications }) => {
      const applied = sum(applications.map((one) => one.amountMinor))
      if (reversed) return leftMinor === 0 && applied === 0
      return leftMinor + refundedMinor + applied === amountMinor
    },
  )

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

export const receivablesInvariants: ReadonlyArray<Invariant<Receivables, ReceivablesEvent>> = [
  {
    title: 'keeps open, unapplied and credit as the column table says (invariant 3)',
    holds: totalsAgree,
  },
  {
    title: 'lets nothing fall below zero, and keeps closed items apart (invariant 4)',
    holds: nothingBelowZero,
  },
  { title: 'adds every item up, whole and by instalment (invariant 2)', holds: itemsAddUp },
  { title: 'agrees on what was applied, seen from both sides', holds: applicationsAddUp },
  { title: 'gives each receipt out once (invariant 6)', holds: onceOutOfEachPayment },
  { title: 'remembers which cash waits for which item', holds: earmarksKept },
]
