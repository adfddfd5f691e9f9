import { describe, expect, it } from 'vitest'
import { invoiceRoom, plainBill } from '../src/invoice/index.ts'
import { goodsLine, nothingElseAsked, orderRoom, reservedCredit } from '../src/order/index.ts'
import {
  civilDate,
  currency,
  customerId,
  invoiceId,
  milestones,
  minorUnits,
  noAnchorDays,
  orderId,
  text,
} from '../src/shared/index.ts'
import { makeHouse, only, written } from './scenario-words.ts'

// A designer makes a web site: first the research, then the layout, each paid before the next begins.

const euro = currency('EUR')
const about = (day: string) => ({ effectiveOn: civilDate(day), customerId: customerId('Café') })
const ordered = (day: string) => ({ ...about(day), orderId: orderId('W-1') })
const methods = [text('card'), text('transfer')]
const terms = milestones(
  [
    { milestoneId: 'research', basisPoints: 3000 },
    { milestoneId: 'layout', basisPoints: 7000 },
  ],
  10,
)
const [research, layout] = [text('research'), text('layout')]

const begun = () => {
  const house = makeHouse()
  house.give(orderRoom, {
    type: 'PlaceOrder',
    ...ordered('2026-05-01'),
    currency: euro,
    lines: [{ ...goodsLine('web site', '1', '4000', euro), kind: 'service' }],
    terms,
    offeredMethods: methods,
    promisedOn: null,
    stages: {
      payBeforeNext: true,
      milestones: [
        { milestoneId: research, amountMinor: minorUnits(120_000) },
        { milestoneId: layout, amountMinor: minorUnits(280_000) },
      ],
    },
  })
  house.give(orderRoom, {
    type: 'ConfirmOrder',
    ...ordered('2026-05-01'),
    ...nothingElseAsked,
    credit: reservedCredit(400_000, civilDate('2026-12-31')),
  })
  const step = { milestoneId: research }
  house.give(orderRoom, { type: 'StartMilestone', ...ordered('2026-05-04'), ...step, paid: [] })
  house.give(orderRoom, { type: 'CompleteMilestone', ...ordered('2026-05-20'), ...step })
  return house
}

describe('a designer who is paid stage by stage', () => {
  it('bills a stage when it is accepted: its sum, on that day, due ten days after [2-05]', () => {
    const house = begun()
    const accepted = only(
      house.give(orderRoom, {
        type: 'AcceptMilestone',
        ...ordered('2026-05-22'),
        milestoneId: research,
      }),
      'MilestoneAccepted',
    )
    const [document] = house.give(invoiceRoom, {
      type: 'IssueInvoice',
      effectiveOn: accepted.effectiveOn,
      customerId: accepted.customerId,
      invoiceId: invoiceId('W-1/1'),
      orderId: accepted.orderId,
      currency: accepted.currency,
      ...plainBill(accepted.amountMinor),
      billFor: { kind: 'milestone', milestoneId: accepted.milestoneId },
      // A stage is billed alone: its terms are those of a whole, from the day of its acceptance.
      terms: milestones([{ milestoneId: accepted.milestoneId, basisPoints: 10_000 }], 10),
      days: {
        ...noAnchorDays,
        milestones: new Map([[accepted.milestoneId, accepted.effectiveOn]]),
      },
      payTo: { account: text('DE89370400440532013000'), methods },
    })
    if (document?.type !== 'InvoiceIssued') throw new Error('no invoice')
    expect(document.schedule).toEqual([
      { instalment: 1, amountMinor: 120_000, dueOn: '2026-06-01' },
    ])
    expect(written(house.log)).toEqual([
      '2026-05-01 OrderPlaced 400000',
      '2026-05-01 OrderConfirmed 400000',
      '2026-05-04 MilestoneStarted',
      '2026-05-20 MilestoneCompleted',
      '2026-05-22 MilestoneAccepted 120000',
      '2026-05-22 InvoiceIssued 120000',
    ])
  })

  it('begins the next stage when that invoice is paid', () => {
    const house = begun()
    house.give(orderRoom, {
      type: 'AcceptMilestone',
      ...ordered('2026-05-22'),
      milestoneId: research,
    })
    const next = { type: 'StartMilestone' as const, ...ordered('2026-06-02'), milestoneId: layout }
    expect(house.refuse(orderRoom, { ...next, paid: [] })).toEqual({
      type: 'StageUnpaid',
      orderId: orderId('W-1'),
      milestoneId: layout,
      unpaid: [research],
    })
    expect(house.give(orderRoom, { ...next, paid: [research] })).toEqual([
      { type: 'MilestoneStarted', ...ordered('2026-06-02'), milestoneId: layout, stage: 2 },
    ])
  })
})
