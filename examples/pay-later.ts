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

const { civilDate: day, minorUnits, net, text } = core
const zone = 'Europe/Sofia'

// A shop sells to Mira on net 30. The virtual clock says when each fact is learned.
let today = day('2026-03-02')
const store = memoryStore({ clock: () => core.endOfDay(today, zone) })
const order = handle(store, orderRoom)
const invoice = handle(store, invoiceRoom)
const receivables = handle(store, receivablesRoom)
const done = (answer: Either<unknown, unknown>): void => {
  if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
}

const mira = { customerId: core.customerId('mira'), currency: core.currency('EUR') }
const [orderId, invoiceId] = [core.orderId('O-1'), core.invoiceId('2026-17')]
const itemId = core.itemId('2026-17')
const netMinor = minorUnits(100_000)
const lines = [{ sku: text('espresso machine'), quantity: '1', netMinor }]

const sale = { ...mira, orderId, effectiveOn: today }
done(await order({ type: 'PlaceOrder', ...sale, lines, terms: net(30) })())
done(await order({ type: 'ConfirmOrder', ...sale })())
done(await order({ type: 'ShipOrder', ...sale, shipmentId: text('parcel 1') })())

today = day('2026-03-05')
const delivered = { ...mira, effectiveOn: today }
done(
  await order({ type: 'ConfirmDelivery', ...delivered, orderId, shipmentId: text('parcel 1') })(),
)
const nothing = minorUnits(0)
const breakdown = { netMinor, discountMinor: nothing, taxMinor: nothing, shippingMinor: nothing }
const billed = { ...delivered, invoiceId, orderId, terms: net(30), anchorOn: today, breakdown }
done(await invoice({ type: 'IssueInvoice', ...billed })())
const schedule = core.scheduleFor(net(30), netMinor, today) // due on 4 April
done(
  await receivables({
    type: 'OpenItem',
    ...delivered,
    itemId,
    kind: 'invoice',
    invoiceId,
    schedule,
  })(),
)

// The bank's value date is 8 April; the shop hears of it on the 10th.
today = day('2026-04-10')
const part = { paymentId: core.paymentId('bank-77'), amountMinor: minorUnits(40_000), method: null }
const cash = { ...mira, ...part, effectiveOn: day('2026-04-08') }
done(await receivables({ type: 'ReceivePayment', ...cash, allocation: { kind: 'oldestDue' } })())

const asOf = day('2026-04-09')
const [known, now] = await replay(openLog(store, makeRegistry(catalogue)), overdueModels, [
  { asOf, knownAt: core.endOfDay(asOf, zone) },
  { asOf },
])
for (const [when, cut] of Object.entries({ 'as known then': known, 'as known now': now }))
  for (const { overdue } of cut ? overdueSummary(cut.rows, { asOf }) : [])
    console.log(
      `overdue on ${asOf}, ${when}: EUR ${core.formatMinor(overdue.amountMinor, mira.currency)}`,
    )
