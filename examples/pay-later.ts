import { catalogue } from '@tenure/core/catalogue'
import { invoiceRoom } from '@tenure/core/invoice'
import { orderRoom } from '@tenure/core/order'
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
const nothing = minorUnits(0)
const machine = { lineId: text('1'), sku: text('espresso machine'), kind: 'goods' } as const
const price = { quantity: '1', unitPrice: '1000', discountMinor: nothing, netMinor, bundleId: null }
const methods = [text('card'), text('transfer')]
const sale = { ...mira, ...parcel, effectiveOn: today }
const promised = { offeredMethods: methods, promisedOn: day('2026-03-06'), stages: null }
const lines = [{ ...machine, ...price }]
done(await order({ type: 'PlaceOrder', ...sale, lines, terms, ...promised })())
// Her credit account holds a reservation for the whole order.
const reserved = { reservedMinor: netMinor, validUntil: day('2026-05-31') }
const credit = { paidMinor: nothing, ...reserved, override: null }
const asked = {
  hold: null,
  agreement: { thresholdMinor: null, agreementId: null },
  checklist: { required: [], provided: [] },
}
const chosen = { method: text('transfer'), quoteHash: null }
done(await order({ type: 'ConfirmOrder', ...sale, credit, ...asked, ...chosen })())
done(await order({ type: 'ShipOrder', ...sale, lines: null })())

today = day('2026-03-05')
const delivered = { ...mira, ...parcel, effectiveOn: today }
done(await order({ type: 'ConfirmDelivery', ...delivered })())
const extras = { taxMinor: nothing, shippingMinor: nothing, feesMinor: nothing }
const breakdown = { netMinor, discountMinor: nothing, ...extras, taxRounding: 'global' } as const
const untaxed = { shippingTaxBasisPoints: 0, feesTaxBasisPoints: 0 }
const bill = { ...delivered, invoiceId: core.invoiceId('2026-17'), terms, days: core.noAnchorDays }
const billed = {
  lines: [{ ...machine, ...price, taxBasisPoints: 0 }],
  billFor: { kind: 'order' },
} as const
const payTo = { account: text('BG80BNBG96611020345678'), methods }
done(
  await invoice({
    type: 'IssueInvoice',
    ...bill,
    breakdown,
    ...untaxed,
    ...billed,
    payTo,
    quote: null,
  })(),
)
const item = { ...bill, kind: 'invoice', itemId: core.itemId('2026-17') } as const
const schedule = core.scheduleFor(terms, netMinor, today) // due on 4 April
done(await receivables({ type: 'OpenItem', ...item, schedule, earlyPay: [] })())

// The bank's value date is 8 April; the shop hears of it on the 10th.
today = day('2026-04-10')
const part = { paymentId: core.paymentId('bank-77'), amountMinor: minorUnits(40_000), method: null }
const days = { effectiveOn: day('2026-04-08'), initiatedOn: null, settledOn: null }
done(
  await receivables({
    type: 'ReceivePayment',
    ...mira,
    ...part,
    ...days,
    allocation: allBy('oldestDue'),
  })(),
)

const asOf = day('2026-04-09')
const knownAt = endOfDay(asOf, 'Europe/Sofia')
const log = openLog(store, makeRegistry(catalogue))
for (const { cut, rows } of await replay(log, overdueModels, [{ asOf, knownAt }, { asOf }]))
  for (const { currency, overdue } of overdueSummary(rows, { asOf })) {
    const when = cut.knownAt === undefined ? 'as known now' : 'as known then'
    const amount = core.formatMinor(overdue.amountMinor, currency)
    console.log(`overdue on ${asOf}, ${when}: ${currency} ${amount}`)
  }
