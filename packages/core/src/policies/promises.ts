import type { Collections, PaymentPromise } from '../collections/index.ts'
import type { Receivables } from '../receivables/index.ts'
import {
  addDays,
  minorUnits,
  type CivilDate,
  type Currency,
  type PromiseId,
} from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import { collectionsOf, currenciesOf, receivablesOf } from './read-dossier.ts'

const name = 'promises'

/** The cash that came in and stayed. */
const paymentsOf = (account: Receivables | undefined) =>
  [...(account?.payments.values() ?? [])].map((payment) => ({
    receivedOn: payment.receivedOn,
    amountMinor: minorUnits(
      Math.max(0, payment.amountMinor - payment.reversedMinor - payment.chargedBackMinor),
    ),
  }))

const lastDay = ({ byOn, graceDays }: PaymentPromise): CivilDate => addDays(byOn, graceDays)

/** Judges the promises of which nothing more can come, or of which all has come. */
const judge = (day: CivilDate, dossier: Dossier, currency: Currency): ReadonlyArray<Asked> => {
  const state: Collections | undefined = collectionsOf(dossier, currency)
  if (state === undefined) return []
  const open = [...state.promises].filter(([, { outcome }]) => outcome === 'open')
  if (open.length === 0) return []
  const payments = paymentsOf(receivablesOf(dossier, currency))
  return open.flatMap(([promiseId, promise]): ReadonlyArray<Asked> => {
    const until = lastDay(promise)
    const received = payments
      .filter(({ receivedOn }) => promise.madeOn <= receivedOn && receivedOn <= day)
      .filter(({ receivedOn }) => receivedOn <= until)
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    if (received < promise.amountMinor && day <= until) return []
    return [judgement(day, dossier, currency, promiseId, state, payments)]
  })
}

const judgement = (
  day: CivilDate,
  { customerId }: Dossier,
  currency: Currency,
  promiseId: PromiseId,
  { changes }: Collections,
  payments: ReturnType<typeof paymentsOf>,
): Asked => {
  // A promise that was opened again is judged anew: what happened since gives that judgement its own name.
  const changeId = causedBy(name, 'judge', promiseId, changes.size)
  const about = { effectiveOn: day, customerId, currency, changeId, promiseId }
  const command = { type: 'JudgePromise', ...about, payments } as const
  return { room: 'collections', key: changeId, command }
}

/**
 * A promise to pay is kept as soon as its money is in; once its day and the grace are over it is judged by
 * what came in since it was made. Reminders wait for it by themselves.
 *
 * Source: domain 3.3, policy 12; edge case 61; invariant 35.
 */
export const promises: Policy = {
  name,
  react: ({ event }, dossier) =>
    event.type === 'PaymentReceived' ? judge(event.effectiveOn, dossier, event.currency) : [],
  due: (day, dossier) => currenciesOf(dossier).flatMap((currency) => judge(day, dossier, currency)),
  next: (day, dossier) =>
    currenciesOf(dossier)
      .flatMap((currency) => [...(collectionsOf(dossier, currency)?.promises.values() ?? [])])
      .filter(({ outcome }) => outcome === 'open')
      .map((promise) => addDays(lastDay(promise), 1))
      .filter((on) => on > day)
      .toSorted()[0] ?? null,
}
