import { describe, expect, it } from 'vitest'
import { goodsLine } from '../src/order/index.ts'
import { findItem, creditOf, itemOfInvoice } from '../src/policies/index.ts'
import {
  discountNet,
  invoiceId,
  milestones,
  minorUnits,
  net,
  netFromDelivery,
  termsOf,
  termsPart,
  text,
  type CivilDate,
  type PaymentTerms,
} from '../src/shared/index.ts'
import {
  ada,
  day,
  deliver,
  EUR,
  giveCredit,
  houseOn,
  houseRules,
  place,
  ship,
  sofa,
  twice,
  types,
  cancel,
} from './policies-words.ts'

type World = ReturnType<typeof houseOn>

const bills = (world: World) =>
  world.log.flatMap(({ event }) =>
    event.type === 'InvoiceIssued'
      ? [
          {
            invoiceId: event.invoiceId,
            on: event.effectiveOn,
            totalMinor: event.totalMinor,
            due: event.schedule.map(({ amountMinor, dueOn }) => [amountMinor, dueOn]),
          },
        ]
      : [],
  )

/** Two tables, which may leave in two parcels. */
const placeTwo = (
  world: World,
  terms: PaymentTerms,
  stages: ReadonlyArray<number> = [],
  promisedOn: CivilDate | null = null,
): void => {
  world.tell({
    room: 'order',
    command: {
      type: 'PlaceOrder',
      effectiveOn: world.today(),
      customerId: ada,
      orderId: sofa,
      currency: EUR,
      lines: [goodsLine('table', '1', '100.00', EUR), goodsLine('chair', '4', '50.00', EUR)],
      terms,
      offeredMethods: [text('transfer'), text('card')],
      promisedOn,
      stages:
        stages.length === 0
          ? null
          : {
              payBeforeNext: false,
              milestones: stages.map((amountMinor, index) => ({
                milestoneId: text(`stage ${index + 1}`),
                amountMinor: minorUnits(amountMinor),
              })),
            },
    },
  })
}
const shipLine = (world: World, shipment: string, lineId: string, quantity: string): void => {
  world.tell({
    room: 'order',
    command: {
      type: 'ShipOrder',
      effectiveOn: world.today(),
      customerId: ada,
      orderId: sofa,
      shipmentId: text(shipment),
      lines: [{ lineId: text(lineId), quantity }],
    },
  })
}
const accept = (world: World, milestoneId: string): void => {
  const about = { effectiveOn: world.today(), customerId: ada, orderId: sofa }
  const stage = { ...about, milestoneId: text(milestoneId) }
  world.tell({ room: 'order', command: { type: 'StartMilestone', ...stage, paid: [] } })
  world.tell({ room: 'order', command: { type: 'CompleteMilestone', ...stage } })
  world.tell({ room: 'order', command: { type: 'AcceptMilestone', ...stage } })
}

describe('an order whose terms count from the invoice', () => {
  it('is billed when it leaves the house, owed on the terms, and takes its credit', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    place(world, 60_000, discountNet(200, 10, 30))
    world.walkTo(day('2026-01-12'))
    ship(world)
    expect(bills(world)).toEqual([
      {
        invoiceId: 'sofa~11/shipment/all',
        on: '2026-01-12',
        totalMinor: 60_000,
        due: [[60_000, '2026-02-11']],
      },
    ])
    expect(types(world).slice(-4)).toEqual([
      'OrderShipped',
      'InvoiceIssued',
      'ItemOpened',
      'CreditConsumed',
    ])
    const item = findItem(
      world.dossier(ada),
      itemOfInvoice(invoiceId('sofa~11/shipment/all')),
    )?.item
    expect(item?.earlyPay).toEqual([
      { instalment: 1, untilOn: '2026-01-22', basisPoints: 200, eligibleMinor: 60_000 },
    ])
    expect(creditOf(world.dossier(ada))?.usedMinor).toBe(60_000)
    expect(world.turnedDown).toEqual([])
  })

  it('is billed once, however often a fact comes', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    place(world, 60_000)
    ship(world)
    deliver(world)
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('an order in two parcels whose terms count from the delivery', () => {
  it('is billed parcel by parcel, each with its own due day [edge 21]', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    placeTwo(world, netFromDelivery(14))
    shipLine(world, 'one', 'table', '1')
    shipLine(world, 'two', 'chair', '4')
    expect(bills(world)).toEqual([])
    world.walkTo(day('2026-01-15'))
    deliver(world, sofa, 'two')
    world.walkTo(day('2026-01-20'))
    deliver(world, sofa, 'one')
    expect(bills(world).map(({ totalMinor, due }) => [totalMinor, due])).toEqual([
      [20_000, [[20_000, '2026-01-29']]],
      [10_000, [[10_000, '2026-02-03']]],
    ])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is never overdue while nothing arrives, whatever was promised [edge 22]', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    placeTwo(world, netFromDelivery(14), [], day('2026-01-20'))
    shipLine(world, 'one', 'table', '1')
    world.walkTo(day('2026-12-31'))
    expect(types(world, 'InvoiceIssued', 'ItemOpened', 'CaseOpened', 'ReminderSent')).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('an order that is paid in part before and in part after its delivery', () => {
  const terms = termsOf('half-half', 'order', [
    termsPart({ kind: 'percent', basisPoints: 5_000 }, { kind: 'onReceipt' }),
    {
      ...termsPart({ kind: 'balance' }, { kind: 'netDays', days: 7 }),
      anchor: { kind: 'delivery' },
    },
  ])

  it('is billed when it is confirmed; the second due day is fixed when all has arrived', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    place(world, 60_000, terms)
    expect(bills(world)).toEqual([
      {
        invoiceId: 'sofa~11',
        on: '2026-01-10',
        totalMinor: 60_000,
        due: [
          [30_000, '2026-01-10'],
          [30_000, null],
        ],
      },
    ])
    ship(world)
    world.walkTo(day('2026-01-15'))
    deliver(world)
    const item = findItem(world.dossier(ada), itemOfInvoice(invoiceId('sofa~11')))?.item
    expect(item?.schedule.map(({ dueOn }) => dueOn)).toEqual(['2026-01-10', '2026-01-22'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is taken back whole where it is called off before anything was paid', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    place(world, 60_000, terms)
    cancel(world)
    const item = findItem(world.dossier(ada), itemOfInvoice(invoiceId('sofa~11')))?.item
    expect([item?.amountMinor, item?.creditedMinor]).toEqual([60_000, 60_000])
    expect(types(world, 'InvoiceVoided', 'CreditApplied')).toEqual([
      'InvoiceVoided',
      'CreditApplied',
    ])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('work in stages', () => {
  it('is billed stage by stage as each is accepted, by its own part of the terms', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    const plan = milestones(
      [
        { milestoneId: 'stage 1', basisPoints: 3_000 },
        { milestoneId: 'stage 2', basisPoints: 7_000 },
      ],
      10,
    )
    placeTwo(world, plan, [9_000, 21_000])
    accept(world, 'stage 1')
    world.walkTo(day('2026-02-01'))
    accept(world, 'stage 2')
    expect(bills(world).map(({ on, due }) => [on, due])).toEqual([
      ['2026-01-10', [[9_000, '2026-01-20']]],
      ['2026-02-01', [[21_000, '2026-02-11']]],
    ])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('an order with a plan that names tax and shipping', () => {
  it('bills in parts that add up to the total, unit by unit', () => {
    const world = houseOn('2026-01-10', { ...houseRules, confirmOn: 'accepted' })
    giveCredit(world, 100_000)
    placeTwo(world, net(14))
    world.tell({
      room: 'order',
      command: {
        type: 'QuoteTerms',
        effectiveOn: world.today(),
        customerId: ada,
        orderId: sofa,
        breakdown: {
          netMinor: minorUnits(30_000),
          discountMinor: minorUnits(0),
          taxMinor: minorUnits(5_701),
          shippingMinor: minorUnits(500),
          feesMinor: minorUnits(0),
          taxRounding: 'line',
        },
        extrasTaxMinor: minorUnits(1),
        plans: [net(14)],
        mayChoose: false,
        days: {
          orderedOn: null,
          invoicedOn: null,
          deliveredOn: null,
          promisedOn: null,
          milestones: new Map(),
        },
        validUntil: day('2026-02-01'),
      },
    })
    const quoted = world.log.findLast(({ event }) => event.type === 'TermsQuoted')?.event
    const quoteHash = quoted?.type === 'TermsQuoted' ? quoted.plans[0]?.quoteHash : undefined
    world.tell({
      room: 'order',
      command: {
        type: 'AcceptTerms',
        effectiveOn: world.today(),
        customerId: ada,
        orderId: sofa,
        quoteHash: quoteHash ?? text('none'),
      },
    })
    shipLine(world, 'one', 'table', '1')
    shipLine(world, 'two', 'chair', '3')
    shipLine(world, 'three', 'chair', '1')
    const totals = bills(world).map(({ totalMinor }) => totalMinor)
    expect(totals).toEqual([12_067, 18_101, 6_033])
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(36_201)
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})
