import { decidedUntil, reservedForMinor } from '@tenure/core/credit'
import { goodsLine, nothingElseAsked, reservedCredit } from '@tenure/core/order'
import { creditOf, orderOf } from '@tenure/core/policies'
import type { TradeCommand } from '@tenure/core/rooms'
import {
  addDays,
  changeId,
  discountNet,
  endOfMonthTerms,
  fourTimesFourteenDays,
  minorUnits,
  net,
  orderId,
  text,
  type OrderId,
} from '@tenure/core/shared'
import { about, aboutMoney, currencyOfLife, type Deed, type Moment } from './moment.ts'

const change = (moment: Moment) => ({ ...aboutMoney(moment), changeId: changeId(moment.name) })
const orderNamed = (moment: Moment): OrderId | undefined =>
  moment.pick(
    [...moment.dossier.states.order.keys()].map((stream) => orderId(stream.slice('order-'.length))),
  )

export const limit: Deed = (moment) => [
  {
    room: 'credit',
    command: {
      type: 'RecordCreditDecision',
      ...change(moment),
      limitMinor: moment.share(200_000),
      validUntil: addDays(moment.effectiveOn, 90),
    },
  },
]

export const override: Deed = (moment) => [
  {
    room: 'credit',
    command: {
      type: 'GrantOverride',
      ...change(moment),
      grantedBy: text('the head of sales'),
      reason: text('a good customer'),
      until: addDays(moment.effectiveOn, 20),
      upToMinor: moment.share(200_000),
    },
  },
]

export const place: Deed = (moment) => [
  {
    room: 'order',
    command: {
      type: 'PlaceOrder',
      ...about(moment),
      orderId: orderId(moment.name),
      currency: currencyOfLife,
      lines: [goodsLine('sofa', '1', (moment.share(20_000) / 100).toFixed(2), currencyOfLife)],
      terms: moment.pick([net(14), net(30), discountNet(200, 10, 30), endOfMonthTerms]) ?? net(14),
      offeredMethods: [text('transfer'), text('card')],
      promisedOn: null,
      stages: null,
    },
  },
]

/** As `place`, to be paid in four parts. */
export const placeInParts: Deed = (moment) =>
  place(moment).map((given) =>
    given.room === 'order' && given.command.type === 'PlaceOrder'
      ? { ...given, command: { ...given.command, terms: fourTimesFourteenDays } }
      : given,
  )

export const reserve: Deed = (moment) => {
  const id = orderNamed(moment)
  const placed = id === undefined ? null : (orderOf(moment.dossier, id)?.placed ?? null)
  if (id === undefined || placed === null) return []
  return [
    {
      room: 'credit',
      command: {
        type: 'ReserveCredit',
        ...change(moment),
        orderId: id,
        amountMinor: minorUnits(placed.netMinor),
        expiresOn: addDays(moment.effectiveOn, 30),
        refusalStands: false,
      },
    },
  ]
}

export const confirm: Deed = (moment) => {
  const [id, credit] = [orderNamed(moment), creditOf(moment.dossier)]
  if (id === undefined || credit === undefined) return []
  const until = decidedUntil(credit) ?? moment.effectiveOn
  return [
    {
      room: 'order',
      command: {
        type: 'ConfirmOrder',
        ...about(moment),
        orderId: id,
        credit: reservedCredit(reservedForMinor(credit, id), until),
        ...nothingElseAsked,
      },
    },
  ]
}

const ofOrder =
  (make: (moment: Moment, orderId: OrderId) => TradeCommand): Deed =>
  (moment) => {
    const id = orderNamed(moment)
    return id === undefined ? [] : [make(moment, id)]
  }

export const release: Deed = ofOrder((moment, id) => ({
  room: 'credit',
  command: { type: 'ReleaseCredit', ...change(moment), orderId: id, reason: null },
}))
export const expire: Deed = ofOrder((moment, id) => ({
  room: 'credit',
  command: { type: 'ExpireReservation', ...change(moment), orderId: id },
}))

const shipmentId = text('all')
export const ship: Deed = ofOrder((moment, id) => ({
  room: 'order',
  command: { type: 'ShipOrder', ...about(moment), orderId: id, shipmentId, lines: null },
}))
export const deliver: Deed = ofOrder((moment, id) => ({
  room: 'order',
  command: { type: 'ConfirmDelivery', ...about(moment), orderId: id, shipmentId },
}))
export const cancel: Deed = ofOrder((moment, id) => ({
  room: 'order',
  command: {
    type: 'CancelOrder',
    ...about(moment),
    orderId: id,
    changeId: changeId(moment.name),
    reason: null,
  },
}))
