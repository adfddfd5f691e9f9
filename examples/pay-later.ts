import { catalogue } from '@tenure/core/catalogue'
import { invoiceRoom, plainBill } from '@tenure/core/invoice'
import { goodsLine, nothingElseAsked, orderRoom, reservedCredit } from '@tenure/core/order'
import { allBy, receivablesRoom } from '@tenure/core/receivables'
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
const offeredMethods = [text('card'), text('transfer')]
const sale = { ...mira, ...parcel, effectiveOn: today, promisedOn: null, stages: null }
const lines = [goodsLine('espresso machine', '1', '1000', mira.currency)]
done(await order({ type: 'PlaceOrder', ...sale, lines, terms, offeredMethods })())
const credit = reservedCredit(netMinor, day('2026-05-31'))
done(await order({ type: 'ConfirmOrder', ...sale, credit, ...nothingElseAsked })())
done(await order({ type: 'ShipOrder', ...sale, lines: null })())

today = day('2026-03-05')
done(await order({ type: 'ConfirmDelivery', ...sale, effectiveOn: today })())
const payTo = { account: text('BG80BNBG96611020345678'), methods: offeredMethods }
const bill = { ...sale, effectiveOn: today, invoiceId: core.invoiceId('2026-17'), terms, payTo }
done(await invoice({ type: 'IssueInvoice', ...bill, ...plainBill(netMinor) })())
const item = { ...bill, kind: 'invoice', itemId: core.itemId('2026-17') } as const
const schedule = core.scheduleFor(terms, netMinor, today) // due on 4 April
done(await receivables({ type: 'OpenItem', ...item, schedule, earlyPay: [] })())

// The bank's value date is 8 April; the shop hears of it on the 10th.
today = day('2026-04-10')
const cash = { paymentId: core.paymentId('bank-77'), amountMinor: minorUnits(40_000) }
const paid = { ...mira, ...cash, effectiveOn: day('2026-04-08'), allocation: allBy('oldestDue') }
const how = { method: null, initiatedOn: null, settledOn: null }
done(await receivables({ type: 'ReceivePayment', ...paid, ...how })())

const asOf = day('2026-04-09')
const knownAt = endOfDay(asOf, 'Europe/Sofia')
const log = openLog(store, makeRegistry(catalogue))
for (const { cut, rows } of await replay(log, overdueModels, [{ asOf, knownAt }, { asOf }]))
  for (const { currency, overdue } of overdueSummary(rows, { asOf })) {
    const when = cut.knownAt === undefined ? 'as known now' : 'as known then'
    const amount = core.formatMinor(overdue.amountMinor, currency)
    console.log(`overdue on ${asOf}, ${when}: ${currency} ${amount}`)
  }
