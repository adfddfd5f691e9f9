import { makeWorld, type World } from '@tenure/testing/world'
import { aroundTheDueDay, type ReminderPolicy } from '../src/collections/index.ts'
import { goodsLine } from '../src/order/index.ts'
import { tradePolicies, type Policy, type TradeRules } from '../src/policies/index.ts'
import { allBy } from '../src/receivables/index.ts'
import {
  changeId,
  civilDate,
  currency,
  customerId,
  minorUnits,
  net,
  orderId,
  paymentId,
  text,
  type CivilDate,
  type OrderId,
  type PaymentTerms,
} from '../src/shared/index.ts'

// The words in which the examples of the policies are told. Amounts are cents of EUR.

export const day = (written: string): CivilDate => civilDate(written)
export const EUR = currency('EUR')
export const ada = customerId('Ада/__proto__')
export const sofa = orderId('sofa/1')

/** A house that reminds around the due day and does little else. */
export const houseRules: TradeRules = {
  reservationDays: 30,
  confirmOn: 'placed',
  onCreditRefused: 'prepay',
  allocation: allBy('oldestDue'),
  reminders: { setId: text('all'), variants: [], otherwise: aroundTheDueDay },
  behaviour: null,
  agency: text('agency'),
  jurisdiction: null,
  writeOffLimitMinor: minorUnits(5_000),
  smallBalanceMinor: minorUnits(0),
  onChargeback: 'reopen',
  retry: null,
  loyalty: null,
  onboarding: null,
  risk: null,
  churn: null,
  ticketPauseDays: 14,
  payTo: { account: text('IBAN of the house'), methods: [text('transfer')] },
}

/** The rules with another reminder policy for everybody. */
export const reminding = (policy: ReminderPolicy): TradeRules => ({
  ...houseRules,
  reminders: { setId: text('all'), variants: [], otherwise: policy },
})

const about = (world: World) => ({ effectiveOn: world.today(), customerId: ada })

/** A house on a day, with a customer who may be written to by e-mail and letter. */
export const houseOn = (
  startsOn: string,
  rules: TradeRules = houseRules,
  looks: (on: CivilDate) => number = () => 1,
  policies: ReadonlyArray<Policy> = tradePolicies,
): World => {
  const world = makeWorld({ policies, rules, startsOn: day(startsOn), looks })
  world.tell({
    room: 'customer',
    command: { type: 'RegisterCustomer', ...about(world), acquisitionSource: null, name: null },
  })
  for (const channel of ['email', 'letter'] as const)
    world.tell({
      room: 'customer',
      command: {
        type: 'GiveConsent',
        ...about(world),
        changeId: changeId(`consent ${channel}`),
        channel,
      },
    })
  return world
}

export const giveCredit = (world: World, limitMinor: number, until = '2099-12-31'): void => {
  world.tell({
    room: 'credit',
    command: {
      type: 'RecordCreditDecision',
      ...about(world),
      changeId: changeId(`limit ${limitMinor} on ${world.today()}`),
      currency: EUR,
      limitMinor: minorUnits(limitMinor),
      validUntil: day(until),
    },
  })
}

/** An order of one sofa at a price in cents. */
export const place = (
  world: World,
  priceMinor: number,
  terms: PaymentTerms = net(14),
  id: OrderId = sofa,
): void => {
  const price = (priceMinor / 100).toFixed(2)
  world.tell({
    room: 'order',
    command: {
      type: 'PlaceOrder',
      ...about(world),
      orderId: id,
      currency: EUR,
      lines: [goodsLine('sofa', '1', price, EUR)],
      terms,
      offeredMethods: [text('transfer'), text('card')],
      promisedOn: null,
      stages: null,
    },
  })
}

export const ship = (world: World, id: OrderId = sofa, shipment = 'all'): void => {
  world.tell({
    room: 'order',
    command: {
      type: 'ShipOrder',
      ...about(world),
      orderId: id,
      shipmentId: text(shipment),
      lines: null,
    },
  })
}

export const deliver = (world: World, id: OrderId = sofa, shipment = 'all'): void => {
  world.tell({
    room: 'order',
    command: { type: 'ConfirmDelivery', ...about(world), orderId: id, shipmentId: text(shipment) },
  })
}

/** Money comes in and is applied by the rules of the house. */
export const pay = (world: World, amountMinor: number, named = `on ${world.today()}`): void => {
  world.tell({
    room: 'receivables',
    command: {
      type: 'ReceivePayment',
      ...about(world),
      currency: EUR,
      paymentId: paymentId(named),
      amountMinor: minorUnits(amountMinor),
      method: null,
      initiatedOn: null,
      settledOn: null,
      allocation: allBy('oldestDue'),
    },
  })
}

/** The types of the facts so far, in order; those of interest where named. */
export const types = (world: World, ...only: ReadonlyArray<string>): ReadonlyArray<string> =>
  world.log
    .map(({ event }) => event.type)
    .filter((type) => only.length === 0 || only.includes(type))

/** Lets every fact come a second time, and says what came of it. */
export const twice = (world: World): ReadonlyArray<string> => {
  const before = world.log.length
  world.redeliver([...world.log])
  return world.log.slice(before).map(({ event }) => event.type)
}

/** The sofa is called off. */
export const cancel = (world: World) =>
  world.tell({
    room: 'order',
    command: {
      type: 'CancelOrder',
      effectiveOn: world.today(),
      customerId: ada,
      orderId: sofa,
      changeId: changeId('no more'),
      reason: null,
    },
  })
