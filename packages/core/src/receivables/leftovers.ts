import { ascending, type CivilDate, type CreditId, type PaymentId } from '../shared/index.ts'
import { freeMinor } from './remembered.ts'
import { isKnown, type Receivables } from './state.ts'

/** Money that is left over, and since when. */
export type Leftover = {
  readonly on: CivilDate
  readonly id: string
  readonly leftMinor: number
} & (
  | { readonly kind: 'cash'; readonly paymentId: PaymentId }
  | { readonly kind: 'credit'; readonly creditId: CreditId }
)

/** Of one day cash before credit, as the words for them are sorted, and at last by the id. */
const byAge = (a: Leftover, b: Leftover): number =>
  ascending(a.on, b.on) || ascending(a.kind, b.kind) || ascending(a.id, b.id)

/** Cash and credit that nobody waits for, the oldest first; cash named for an item to come is left alone. */
export const leftovers = (state: Receivables): ReadonlyArray<Leftover> => {
  const cash = [...state.payments].flatMap(([paymentId, payment]): ReadonlyArray<Leftover> => {
    const { forItemId, receivedOn: on } = payment
    const leftMinor = freeMinor(payment)
    const waits = forItemId !== null && !isKnown(state, forItemId)
    return leftMinor === 0 || waits
      ? []
      : [{ kind: 'cash', on, id: paymentId, leftMinor, paymentId }]
  })
  const credit = [...state.credits].flatMap(([creditId, note]): ReadonlyArray<Leftover> => {
    const leftMinor = freeMinor(note)
    return leftMinor === 0
      ? []
      : [{ kind: 'credit', on: note.freedOn, id: creditId, leftMinor, creditId }]
  })
  return [...cash, ...credit].toSorted(byAge)
}

/** What is left over of cash and credit for any item. Units: minor units. */
export const leftoverMinor = (state: Receivables): number =>
  leftovers(state).reduce((sum, { leftMinor }) => sum + leftMinor, 0)
