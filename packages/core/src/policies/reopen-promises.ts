import type { PaymentPromise } from '../collections/index.ts'
import type { TradeEvent } from '../rooms.ts'
import { addDays, type CivilDate } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Happened, Policy } from './policy.ts'
import { collectionsOf, receivablesOf } from './read-dossier.ts'

const name = 'reopen promises'

type WentBack = Extract<TradeEvent, { readonly type: 'PaymentReversed' | 'PaymentChargedBack' }>

/** Whether a promise was held to be met, in whole or in part, and counted cash of this day. */
const counted = (
  { outcome, madeOn, byOn, graceDays }: PaymentPromise,
  receivedOn: CivilDate,
): boolean =>
  (outcome === 'kept' || outcome === 'partlyKept') &&
  madeOn <= receivedOn &&
  receivedOn <= addDays(byOn, graceDays)

const reopen = (event: WentBack, id: string, dossier: Dossier): ReadonlyArray<Asked> => {
  const { currency, paymentId, effectiveOn } = event
  const payment = receivablesOf(dossier, currency)?.payments.get(paymentId)
  const collections = collectionsOf(dossier, currency)
  if (payment === undefined || collections === undefined) return []
  return [...collections.promises].flatMap(([promiseId, promise]) => {
    const changeId = causedBy(name, id, promiseId)
    if (!counted(promise, payment.receivedOn) || collections.changes.has(changeId)) return []
    const about = { effectiveOn, customerId: dossier.customerId, currency, changeId }
    const command = { type: 'ReopenPromise', ...about, promiseId } as const
    return [{ room: 'collections', key: changeId, command }]
  })
}

const react = ({ event, id }: Happened, dossier: Dossier): ReadonlyArray<Asked> =>
  event.type === 'PaymentReversed' || event.type === 'PaymentChargedBack'
    ? reopen(event, id, dossier)
    : []

/** A promise that cash had kept is open again when that cash goes back. Source: domain 3.3, policy 6. */
export const reopenPromises: Policy = { name, react }
