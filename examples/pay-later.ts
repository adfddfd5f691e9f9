import { catalogue } from '@tenure/core/catalogue'
import { invoiceRoom } from '@tenure/core/invoice'
import { orderRoom } from '@tenure/core/order'
import { receivablesRoom } from '@tenure/core/receivables'
import * as core from '@tenure/core/shared'
import { handle, makeRegistry, openLog } from '@tenure/event-store'
import { memoryStore } from '@tenure/event-store/memory'
import { overdueModels, overdueSummary } from '@tenure/overdue'
import { replay } from '@tenure/projection'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'

const { civilDate: day, endOfDay, minorUnits, net, text } = core
const done = (answer: Either<unknown, unknown>): void => {
  if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
}

// A shop sells to Mira on net 30. The virtual clock says when each fact is learned.
let today = day('2026-03-02')
const store = memoryStore({ clock: () => endOfDay(today, 'Europe/Sofia') })
const order = handle(store, orderRoom)
const invoice = handle(store, invoiceRoom)
const receivables = handle(store, receivablesRoom)

const mira = { customerId: core.customerId('mira'), currency: core.currency('EUR') }
const terms = net(30)
const netMinor = minorUnits(100_000)
const parcel = { orderId: core.orderId('O-1'), shipmentId: text('parcel 1') }
const lines = [{ sku: text('espresso machine'), quantity: '1', netMinor }]
const sale = { ...mira, ...parcel, effectiveOn: today }
done(await order({ type: 'PlaceOrder', ...sale, lines, terms })())
done(await order({ type: 'ConfirmOrder', ...sale })())
done(await order({ type: 'ShipOrder', ...sale })())

today = day('2026-03-05')
const delivered = { ...mira, ...parcel, effectiveOn: today }
done(await order({ type: 'ConfirmDelivery', ...delivered })())
const zero = minorUnits(0)
const breakdown = { netMinor, discountMinor: zero, taxMinor: zero, shippingMinor: zero }
const bill = { ...delivered, invoiceId: core.invoiceId('2026-17'), terms, anchorOn: today }
done(await invoice({ type: 'IssueInvoice', ...bill, breakdown })())
const item = { ...bill, kind: 'invoice', itemId: core.itemId('2026-17') } as const
const schedule = core.scheduleFor(terms, netMinor, today) // due on 4 April
done(await receivables({ type: 'OpenItem', ...item, schedule })())

// The bank's value date is 8 April; the shop hears of it on the 10th.
today = day('2026-04-10')
const part = { paymentId: core.paymentId('bank-77'), amountMinor: minorUnits(40_000), method: null }
const cash = { ...mira, ...part, effectiveOn: day('2026-04-08') }
done(await receivables({ type: 'ReceivePayment', ...cash, allocation: { kind: 'oldestDue' } })())

const asOf = day('2026-04-09')
const knownAt = endOfDay(asOf, 'Europe/Sofia')
const log = openLog(store, makeRegistry(catalogue))
for (const { cut, rows } of await replay(log, overdueModels, [{ asOf, knownAt }, { asOf }]))
  for (const { currency, overdue } of overdueSummary(rows, { asOf })) {
    const when = cut.knownAt === undefined ? 'as known now' : 'as known then'
    const amount = core.formatMinor(overdue.amountMinor, currency)
    console.log(`overdue on ${asOf}, ${when}: ${currency} ${amount}`)
  }
