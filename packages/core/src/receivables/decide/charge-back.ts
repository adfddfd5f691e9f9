import { ascending, laterDay, minorUnits, writeOffId, type WriteOffId } from '../../shared/index.ts'
import type { ChargeBack } from '../cash-commands.ts'
import type { ReceivablesEvent } from '../events.ts'
import type { Item } from '../item.ts'
import type { RecordChargeback } from '../record-commands.ts'
import { freeMinor, type Application, type Payment } from '../remembered.ts'
import { itemOf, type Receivables } from '../state.ts'
import { about, accept, outOfRange, reject, repeated, type Decision } from './decision.ts'
import { outflowRefundId, outflowWithoutSource } from './suspense.ts'
import { cashTakenBack, takenBackWhole } from './take-back.ts'

type Command = ChargeBack | RecordChargeback

const seen = (command: Command, state: Receivables): Decision | undefined => {
  const { chargebackId, paymentId, amountMinor } = command
  const known = state.chargebacks.get(chargebackId)
  if (known === undefined) return undefined
  const same = known.paymentId === paymentId && known.takenMinor === amountMinor
  return repeated('chargeback', chargebackId, same, known.takenMinor, amountMinor)
}

const appliedMinor = ({ applications }: Payment): number =>
  [...applications.values()].reduce((sum, { amountMinor }) => sum + amountMinor, 0)

/** What one item loses of the cash that paid it. */
interface Loss {
  readonly item: Item
  readonly application: Application
  readonly amountMinor: number
}

/** Frees an amount of a payment: the latest application first. */
const losses = (
  state: Receivables,
  { applications }: Payment,
  wantedMinor: number,
): ReadonlyArray<Loss> => {
  let left = wantedMinor
  return [...applications]
    .toSorted(([, a], [, b]) => ascending(b.on, a.on))
    .flatMap(([itemId, application]) => {
      const item = itemOf(state, itemId)
      const amountMinor = Math.min(left, application.amountMinor)
      if (item === undefined || amountMinor <= 0) return []
      left -= amountMinor
      return [{ item, application, amountMinor }]
    })
}

/** An id of our own making for giving up what a chargeback opened; no write-off that is known has it. */
const lossId = (state: Receivables, { chargebackId }: Command, { itemId }: Item): WriteOffId => {
  let made = writeOffId(`chargeback:${JSON.stringify([chargebackId, itemId])}`)
  while (state.writeOffs.has(made)) made = writeOffId(`chargeback:${made}`)
  return made
}

/** What happens to one item: it stands open again, or what it lost is given up at once. */
const lost = (
  command: Command,
  loss: Loss,
  givenUp: WriteOffId | null,
): ReadonlyArray<ReceivablesEvent> => {
  const { paymentId, reason } = command
  const { item, application, amountMinor } = loss
  const facts = about(command)
  const taking = { why: 'chargeback', paymentId, changeId: null } as const
  if (givenUp === null) return takenBackWhole(facts, item, taking, application, amountMinor)
  const unapplied = cashTakenBack(facts, item, taking, application, amountMinor)
  return [
    unapplied,
    {
      type: 'ItemWrittenOff',
      ...facts,
      effectiveOn: unapplied.effectiveOn,
      itemId: item.itemId,
      writeOffId: givenUp,
      kind: 'chargeback',
      amountMinor: minorUnits(amountMinor),
      reason,
    },
  ]
}

const chargedBack = (
  command: Command,
  state: Receivables,
  payment: Payment,
  amountMinor: number,
): ReadonlyArray<ReceivablesEvent> => {
  const { paymentId, chargebackId, onChargeback, reason } = command
  const facts = about(command)
  const fromItems = losses(state, payment, amountMinor - Math.min(amountMinor, freeMinor(payment)))
  const reopened = fromItems.map((loss) => ({
    loss,
    writeOffId: onChargeback === 'writeOff' ? lossId(state, command, loss.item) : null,
  }))
  const events = reopened.flatMap(({ loss, writeOffId: id }) => lost(command, loss, id))
  return [
    ...events,
    {
      type: 'PaymentChargedBack',
      ...facts,
      // Cash leaves when it is there and free: on no day is less than nothing unapplied.
      effectiveOn: events
        .map(({ effectiveOn }) => effectiveOn)
        .reduce(laterDay, laterDay(facts.effectiveOn, payment.freedOn)),
      paymentId,
      chargebackId,
      onChargeback,
      takenMinor: command.amountMinor,
      amountMinor: minorUnits(amountMinor),
      reason,
      reopened: reopened.map(({ loss, writeOffId: id }) => ({
        itemId: loss.item.itemId,
        amountMinor: minorUnits(loss.amountMinor),
        writeOffId: id,
      })),
    },
  ]
}

/**
 * The payer took cash back through their bank, all of a payment or a part.
 *
 * Shape: as far as the payment's own unapplied cash does not reach, one `PaymentUnapplied` for each item
 * it had paid, the latest first; by `reopen` these stand open, due as they were at first, with
 * `EarlyDiscountWithdrawn`; by `writeOff` each is followed by `ItemWrittenOff`. Then
 * `PaymentChargedBack`. `[]` if this chargeback is known.
 * Rejects: `ZeroAmount`, `UnknownPayment`, `PaymentIsReversed`, `ConflictingDuplicate`; and
 * `RefundExceedsPaid` beyond what had not gone out before and is not about to.
 * Source: domain 3.3.6, edge cases 34 and 35; invariant 6.
 */
export const chargeBack = (command: ChargeBack, state: Receivables): Decision => {
  const before = seen(command, state)
  if (before !== undefined) return before
  const { paymentId, amountMinor } = command
  if (amountMinor === 0) return reject({ type: 'ZeroAmount' })
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  if (payment.reversed) return reject({ type: 'PaymentIsReversed', paymentId })
  const availableMinor = freeMinor(payment) + appliedMinor(payment)
  if (amountMinor > availableMinor)
    return reject({ type: 'RefundExceedsPaid', availableMinor, offeredMinor: amountMinor })
  return outOfRange(state, amountMinor) ?? accept(chargedBack(command, state, payment, amountMinor))
}

/**
 * As `chargeBack`, as the provider took it: what the payment does not cover, because it was refunded,
 * opens an item of kind `suspense`. Rejects: `UnknownPayment`, `ConflictingDuplicate`, `AmountOutOfRange`.
 */
export const recordChargeback = (command: RecordChargeback, state: Receivables): Decision => {
  const { paymentId, chargebackId, amountMinor } = command
  const before = seen(command, state) ?? outOfRange(state, amountMinor)
  if (before !== undefined) return before
  const payment = state.payments.get(paymentId)
  if (payment === undefined) return reject({ type: 'UnknownPayment', paymentId })
  const coveredMinor = Math.min(amountMinor, payment.leftMinor + appliedMinor(payment))
  const restMinor = amountMinor - coveredMinor
  return accept([
    ...chargedBack(command, state, payment, coveredMinor),
    ...(restMinor === 0
      ? []
      : outflowWithoutSource(
          about(command),
          state,
          outflowRefundId(state, 'chargeback', chargebackId),
          restMinor,
        )),
  ])
}
