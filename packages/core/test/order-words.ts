import { given } from '@tenure/testing'
import {
  nothingElseAsked,
  orderRoom,
  reservedCredit,
  type CreditEvidence,
  type OrderCommand,
  type OrderEvent,
  type OrderLine,
  type PlaceOrder,
} from '../src/order/index.ts'
import {
  changeId,
  civilDate,
  currency,
  customerId,
  minorUnits,
  net,
  orderId,
  text,
  type ChangeId,
  type Text,
} from '../src/shared/index.ts'

type Of<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>
type Command<Type extends OrderCommand['type']> = Extract<OrderCommand, { type: Type }>

export const past = given(orderRoom)
export const ada = customerId('Ада')
export const euro = currency('EUR')
export const order = orderId('سفارش-1')
export const on = (day: string) => ({
  effectiveOn: civilDate(day),
  customerId: ada,
  orderId: order,
})

/** A line of so many pieces at a price in euros. */
export const line = (
  lineId: string,
  quantity: string,
  unitPrice: string,
  netMinor: number,
): OrderLine => ({
  lineId: text(lineId),
  sku: text(`sku of ${lineId}`),
  kind: 'goods',
  quantity,
  unitPrice,
  discountMinor: minorUnits(0),
  netMinor,
  bundleId: null,
})

/** Two lines of EUR 1000 in all. */
export const place: PlaceOrder = {
  type: 'PlaceOrder',
  ...on('2024-02-28'),
  currency: euro,
  lines: [line('phone', '2', '350.00', 70_000), line('case', '1.5', '200.00', 30_000)],
  terms: net(30),
  offeredMethods: [text('card'), text('transfer')],
  promisedOn: civilDate('2024-03-06'),
  stages: null,
}
export const placed: Of<'OrderPlaced'> = {
  type: 'OrderPlaced',
  ...on('2024-02-28'),
  currency: euro,
  netMinor: minorUnits(100_000),
  lines: place.lines,
  terms: net(30),
  offeredMethods: place.offeredMethods,
  promisedOn: civilDate('2024-03-06'),
  stages: null,
}

/** Credit reserved on a decision that holds to the end of May. */
export const reserved = (amountMinor: number): CreditEvidence =>
  reservedCredit(amountMinor, civilDate('2024-05-31'))
export const confirm: Command<'ConfirmOrder'> = {
  type: 'ConfirmOrder',
  ...on('2024-02-29'),
  credit: reserved(100_000),
  ...nothingElseAsked,
  method: text('card'),
}
export const confirmed: Of<'OrderConfirmed'> = {
  type: 'OrderConfirmed',
  ...on('2024-02-29'),
  currency: euro,
  totalMinor: minorUnits(100_000),
  credit: {
    neededMinor: minorUnits(100_000),
    paidMinor: minorUnits(0),
    reservedMinor: minorUnits(100_000),
    override: null,
  },
  quoteHash: null,
  method: text('card'),
  agreementId: null,
}

/** `phone 1, case 0.5` as quantities of lines. */
const quantities = (words: string) =>
  words.split(', ').map((word) => {
    const [lineId = '', quantity = ''] = word.split(' ')
    return { lineId: text(lineId), quantity }
  })
/** Without words: all that is left. */
export const ship = (part: string, words: string | null = null): Command<'ShipOrder'> => ({
  type: 'ShipOrder',
  ...on('2024-03-01'),
  shipmentId: text(part),
  lines: words === null ? null : quantities(words),
})
export const shipped = (part: string, words: string, netMinor: number): Of<'OrderShipped'> => ({
  type: 'OrderShipped',
  ...on('2024-03-01'),
  currency: euro,
  shipmentId: text(part),
  lines: quantities(words),
  netMinor,
  promisedOn: civilDate('2024-03-06'),
})
export const deliver = (part: string, day = '2024-03-04'): Command<'ConfirmDelivery'> => ({
  type: 'ConfirmDelivery',
  ...on(day),
  shipmentId: text(part),
})
export const delivered = (
  part: string,
  words: string,
  netMinor: number,
  day = '2024-03-04',
): Of<'DeliveryConfirmed'> => ({
  type: 'DeliveryConfirmed',
  ...on(day),
  shipmentId: text(part),
  lines: quantities(words),
  netMinor,
  currency: euro,
  promisedOn: civilDate('2024-03-06'),
})

const change = (
  id: string,
  day: string,
): { changeId: ChangeId; reason: Text | null } & ReturnType<typeof on> => ({
  ...on(day),
  changeId: changeId(id),
  reason: null,
})
export const cancel = (id = 'X-1', day = '2024-03-02'): Command<'CancelOrder'> => ({
  type: 'CancelOrder',
  ...change(id, day),
})
export const cancelled = (day: string, id = 'X-1'): Of<'OrderCancelled'> => ({
  type: 'OrderCancelled',
  ...change(id, day),
  currency: euro,
  placedOn: civilDate('2024-02-28'),
  netMinor: minorUnits(100_000),
})
export const close = (id = 'Z-1', day = '2024-03-05'): Command<'CloseOrder'> => ({
  type: 'CloseOrder',
  ...change(id, day),
})
export const reopen = (
  id = 'R-1',
  day = '2024-03-08',
  credit = reserved(100_000),
): Command<'ReopenOrder'> => ({ type: 'ReopenOrder', ...change(id, day), credit, hold: null })
