import { describe, expect, it } from 'vitest'
import { invoiceRoom, taxOfLines, type InvoiceLine } from '../src/invoice/index.ts'
import { nothingElseAsked, orderRoom, reservedCredit, type OrderLine } from '../src/order/index.ts'
import {
  allBy,
  itemBalances,
  itemOf,
  openMinor,
  receivablesRoom,
} from '../src/receivables/index.ts'
import {
  civilDate,
  creditId,
  currency,
  customerId,
  invoiceId,
  itemId,
  minorUnits,
  netFromDelivery,
  noAnchorDays,
  orderId,
  paymentId,
  text,
  type PaymentTerms,
} from '../src/shared/index.ts'
import { makeHouse, only, written } from './scenario-words.ts'

// A shop for phones and laptops lets its customers pay after receipt: half fourteen, half twenty-eight days
// after the delivery. Its customer sees the days before she agrees, and the parcel comes late.

const terms: PaymentTerms = {
  ...netFromDelivery(28),
  termsId: text('half-14-half-28-delivery'),
  parts: [
    {
      share: { kind: 'percent', basisPoints: 5000 },
      due: { kind: 'netDays', days: 14 },
      anchor: null,
      earlyPay: null,
    },
    {
      share: { kind: 'balance' },
      due: { kind: 'netDays', days: 28 },
      anchor: null,
      earlyPay: null,
    },
  ],
}
const euro = currency('EUR')
const mira = (day: string) => ({ effectiveOn: civilDate(day), customerId: customerId('mira') })
const about = (day: string) => ({ ...mira(day), orderId: orderId('E-1') })
const billed = (day: string) => ({ ...mira(day), invoiceId: invoiceId('2026-0042') })
const owed = (day: string) => ({ ...mira(day), currency: euro })

const line = (
  lineId: string,
  kind: OrderLine['kind'],
  quantity: string,
  unitPrice: string,
  netMinor: number,
): OrderLine => ({
  lineId: text(lineId),
  sku: text(lineId),
  kind,
  quantity,
  unitPrice,
  discountMinor: minorUnits(0),
  netMinor,
  bundleId: null,
})
const lines = [
  line('phone', 'goods', '1', '799.00', 79_900),
  line('laptop', 'goods', '1', '1249.50', 124_950),
  line('two more years', 'warranty', '1', '99.95', 9_995),
]
const invoiceLines = lines.map(
  ({ lineId, sku, quantity, unitPrice, discountMinor, netMinor }): InvoiceLine => ({
    lineId,
    sku,
    quantity,
    unitPrice,
    discountMinor,
    netMinor: minorUnits(netMinor),
    taxBasisPoints: 2000,
  }),
)
const breakdown = {
  netMinor: minorUnits(214_845),
  discountMinor: minorUnits(0),
  taxMinor: minorUnits(taxOfLines(invoiceLines, 'line')),
  shippingMinor: minorUnits(0),
  feesMinor: minorUnits(0),
  taxRounding: 'line' as const,
}
const methods = [text('card'), text('transfer')]

/** From the shop's first word to the last cent. */
const playShop = () => {
  const house = makeHouse()
  const { give } = house
  give(orderRoom, {
    type: 'PlaceOrder',
    ...about('2026-03-02'),
    currency: euro,
    lines,
    terms,
    offeredMethods: methods,
    promisedOn: civilDate('2026-03-06'),
    stages: null,
  })
  const quoted = give(orderRoom, {
    type: 'QuoteTerms',
    ...about('2026-03-02'),
    breakdown,
    extrasTaxMinor: minorUnits(0),
    plans: [terms, netFromDelivery(14)],
    mayChoose: true,
    days: { ...noAnchorDays, deliveredOn: civilDate('2026-03-06') },
    validUntil: civilDate('2026-03-09'),
  })
  const shown = only(quoted, 'TermsQuoted')
  const [plan] = shown.plans
  if (plan === undefined) throw new Error('no plan')
  const { quoteHash } = plan
  give(orderRoom, { type: 'AcceptTerms', ...about('2026-03-03'), quoteHash })
  give(orderRoom, {
    type: 'ConfirmOrder',
    ...about('2026-03-03'),
    ...nothingElseAsked,
    credit: reservedCredit(257_814, civilDate('2026-12-31')),
    agreement: { thresholdMinor: minorUnits(500_000), agreementId: null },
    method: text('card'),
    quoteHash,
  })
  const parcel = { orderId: orderId('E-1'), shipmentId: text('parcel 1') }
  give(orderRoom, { type: 'ShipOrder', ...mira('2026-03-05'), ...parcel, lines: null })
  const arrived = give(orderRoom, { type: 'ConfirmDelivery', ...mira('2026-03-09'), ...parcel })
  give(orderRoom, { type: 'AcceptGoods', ...mira('2026-03-10'), ...parcel })
  const issued = give(invoiceRoom, {
    type: 'IssueInvoice',
    ...billed('2026-03-10'),
    orderId: orderId('E-1'),
    currency: euro,
    lines: invoiceLines,
    breakdown,
    shippingTaxBasisPoints: 0,
    feesTaxBasisPoints: 0,
    billFor: { kind: 'order' },
    terms,
    days: { ...noAnchorDays, deliveredOn: only(arrived, 'DeliveryConfirmed').effectiveOn },
    payTo: { account: text('BG80BNBG96611020345678'), methods },
    quote: { quoteHash, lineIds: shown.lineIds },
  })
  const document = only(issued, 'InvoiceIssued')
  give(invoiceRoom, { type: 'DeliverInvoice', ...billed('2026-03-10') })
  give(invoiceRoom, { type: 'ViewInvoice', ...billed('2026-03-11'), channel: text('email') })
  const item = itemId('2026-0042')
  give(receivablesRoom, {
    type: 'OpenItem',
    ...owed('2026-03-10'),
    itemId: item,
    kind: 'invoice',
    invoiceId: document.invoiceId,
    schedule: document.schedule,
    earlyPay: document.earlyPay,
  })
  /** What is open of the item, and of each of its instalments. */
  const open = () => {
    const account = house.stateOf(
      receivablesRoom,
      receivablesRoom.streamOf(cash('P-0', 1, '2026-03-10')),
    )
    const known = itemOf(account, item)
    if (known === undefined) throw new Error('no item')
    return { whole: openMinor(known), parts: itemBalances(known) }
  }
  return { house, shown, document, open }
}
const cash = (id: string, amount: number, day: string) => ({
  type: 'ReceivePayment' as const,
  ...owed(day),
  paymentId: paymentId(id),
  amountMinor: minorUnits(amount),
  method: text('card'),
  initiatedOn: null,
  settledOn: null,
  allocation: allBy('oldestDue'),
})

describe('a shop for electronics that is paid after receipt', () => {
  it('writes this log from the order to the last payment [0-12]', () => {
    const { house, document } = playShop()
    house.give(receivablesRoom, cash('P-1', 128_907, '2026-03-23'))
    house.give(receivablesRoom, cash('P-2', 128_907, '2026-04-06'))
    expect(document.totalMinor).toBe(257_814)
    expect(written(house.log)).toEqual([
      '2026-03-02 OrderPlaced 214845',
      '2026-03-02 TermsQuoted 257814',
      '2026-03-03 TermsAccepted 257814',
      '2026-03-03 OrderConfirmed 257814',
      '2026-03-05 OrderShipped 214845',
      '2026-03-09 DeliveryConfirmed 214845',
      '2026-03-10 GoodsAccepted',
      '2026-03-10 InvoiceIssued 257814',
      '2026-03-10 InvoiceDelivered',
      '2026-03-11 InvoiceViewed',
      '2026-03-10 ItemOpened 257814',
      '2026-03-23 PaymentReceived 128907',
      '2026-03-23 PaymentApplied 128907',
      '2026-04-06 PaymentReceived 128907',
      '2026-04-06 PaymentApplied 128907',
    ])
  })

  it('moves what was promised by the days that the parcel came late', () => {
    const { shown, document } = playShop()
    expect(shown.plans[0]?.schedule.map(({ dueOn }) => dueOn)).toEqual(['2026-03-20', '2026-04-03'])
    expect(document.schedule.map(({ dueOn }) => dueOn)).toEqual(['2026-03-23', '2026-04-06'])
  })

  it('credits one cent, and what is open of its instalments still is what is open [edge 6]', () => {
    const { house, open } = playShop()
    house.give(invoiceRoom, {
      type: 'CorrectInvoice',
      ...billed('2026-03-12'),
      creditId: creditId('CN-1'),
      amountMinor: minorUnits(1),
      taxMinor: minorUnits(0),
      taxRounding: 'line',
      lines: [],
      openMinor: minorUnits(open().whole),
      reason: null,
    })
    house.give(receivablesRoom, {
      type: 'IssueCredit',
      ...owed('2026-03-12'),
      creditId: creditId('CN-1'),
      itemId: itemId('2026-0042'),
      amountMinor: minorUnits(1),
      reason: null,
    })
    const { whole, parts } = open()
    expect(whole).toBe(257_813)
    expect(parts.parts.map(({ dueOn, openMinor: left }) => [dueOn, left])).toEqual([
      ['2026-03-23', 128_907],
      ['2026-04-06', 128_906],
    ])
  })
})
