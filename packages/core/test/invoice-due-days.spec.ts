import { describe, expect, it } from 'vitest'
import { reach } from '@tenure/testing'
import { invoiceRoom, type InvoiceCommand } from '../src/invoice/index.ts'
import {
  civilDate,
  discountNet,
  invoiceId,
  milestones,
  net,
  netFromDelivery,
  noAnchorDays,
  orderId,
  text,
  type AnchorDays,
  type PaymentTerms,
} from '../src/shared/index.ts'
import { breakdown, invoice, issue, number } from './invoice-words.ts'

type Issue = Extract<InvoiceCommand, { type: 'IssueInvoice' }>

const documentOf = (command: Issue) => {
  const [event] = reach(invoiceRoom)([command])
  if (event?.type !== 'InvoiceIssued') throw new Error('no invoice')
  return event
}
const under = (terms: PaymentTerms, days: Partial<AnchorDays> = {}, more: Partial<Issue> = {}) =>
  documentOf({ ...issue, ...more, terms, days: { ...noAnchorDays, ...days } })
const dueDays = (...asked: Parameters<typeof under>) =>
  under(...asked).schedule.map(({ dueOn }) => dueOn)

describe('terms that count from delivery', () => {
  it('give no due day before delivery, and fourteen days from it [0-01]', () => {
    expect(dueDays(netFromDelivery(14))).toEqual([null])
    expect(dueDays(netFromDelivery(14), { deliveredOn: civilDate('2026-04-20') })).toEqual([
      '2026-05-04',
    ])
  })

  it('move the due day with a late delivery [0-34]', () => {
    const promisedOn = civilDate('2026-04-15')
    const due = (day: string) =>
      dueDays(netFromDelivery(14), { promisedOn, deliveredOn: civilDate(day) })
    expect(due('2026-04-15')).toEqual(['2026-04-29'])
    expect(due('2026-04-22')).toEqual(['2026-05-06'])
  })

  it('give each of two parcels its own due day [edge 21]', () => {
    const parcel = (shipmentId: string, day: string) =>
      documentOf({
        ...issue,
        invoiceId: invoiceId(`I-${shipmentId}`),
        orderId: orderId('O-1'),
        billFor: { kind: 'shipment', shipmentId: text(shipmentId) },
        breakdown: breakdown(500),
        terms: netFromDelivery(14),
        days: { ...noAnchorDays, deliveredOn: civilDate(day) },
      })
    const parcels = [parcel('a', '2026-04-20'), parcel('b', '2026-04-27')]
    expect(parcels.map(({ billFor, schedule }) => [billFor, schedule[0]?.dueOn])).toEqual([
      [{ kind: 'shipment', shipmentId: 'a' }, '2026-05-04'],
      [{ kind: 'shipment', shipmentId: 'b' }, '2026-05-11'],
    ])
  })

  it('leave an order that never arrived without a due day, however long ago it was promised [edge 22]', () => {
    const late = { promisedOn: civilDate('2020-01-01') }
    expect(dueDays(netFromDelivery(14), late)).toEqual([null])
  })
})

describe('terms that change', () => {
  it('move no due day of an invoice that was issued, only of the next one [edge 17]', () => {
    const first: Issue = { ...issue, terms: net(30) }
    const next: Issue = { ...first, invoiceId: invoiceId('000124'), terms: net(60) }
    invoice(first)
      .when({ ...first, terms: net(60) })
      .thenRejected({ type: 'InvoiceAlreadyIssued', invoiceId: number })
    expect(reach(invoiceRoom)([first, { ...first, terms: net(60) }])).toEqual([documentOf(first)])
    expect([first, next].map((one) => documentOf(one).schedule[0]?.dueOn)).toEqual([
      '2026-05-10',
      '2026-06-09',
    ])
  })
})

describe('a backdated invoice', () => {
  it('is due before its issue where its terms count from before, and only its policy moves that [edge 18]', () => {
    const fromOrder: PaymentTerms = { ...net(10), anchor: { kind: 'order' } }
    const orderedOn = civilDate('2026-03-01')
    expect(dueDays(fromOrder, { orderedOn })).toEqual(['2026-03-11'])
    expect(dueDays({ ...fromOrder, neverBeforeIssue: true }, { orderedOn })).toEqual(['2026-04-10'])
  })
})

describe('an invoice for a time', () => {
  const april = {
    kind: 'period',
    from: civilDate('2026-04-01'),
    until: civilDate('2026-04-30'),
    inArrears: true,
  } as const

  it('in arrears is billed when the time is over', () => {
    const rental: Issue = { ...issue, billFor: april, terms: net(30) }
    invoice()
      .when({ ...rental, effectiveOn: civilDate('2026-04-29') })
      .thenRejected({ type: 'PeriodNotOver', invoiceId: number, until: civilDate('2026-04-30') })
    expect(documentOf({ ...rental, effectiveOn: civilDate('2026-04-30') }).billFor).toEqual(april)
  })

  it('in advance is billed whenever it is agreed', () => {
    const subscription: Issue = { ...issue, billFor: { ...april, inArrears: false } }
    expect(documentOf({ ...subscription, effectiveOn: civilDate('2026-03-25') }).totalMinor).toBe(
      1100,
    )
  })
})

describe('an invoice for a stage', () => {
  it('is due after the stage was accepted, and the stages to come have no day yet', () => {
    const terms = milestones(
      [
        { milestoneId: 'research', basisPoints: 3000 },
        { milestoneId: 'layout', basisPoints: 7000 },
      ],
      10,
    )
    const accepted = new Map([[text('research'), civilDate('2026-04-12')]])
    expect(dueDays(terms, { milestones: accepted })).toEqual(['2026-04-22', null])
  })
})

describe('a discount for paying early', () => {
  it('stands dated on the invoice, reckoned from the instalment', () => {
    const { earlyPay } = under(discountNet(200, 10, 30))
    expect(earlyPay).toEqual([
      { instalment: 1, untilOn: '2026-04-20', basisPoints: 200, eligibleMinor: 1100 },
    ])
  })

  it('on goods alone leaves out shipping and fees, and the tax where the terms say so', () => {
    const [part] = discountNet(200, 10, 30).parts
    if (part?.earlyPay === undefined || part.earlyPay === null) throw new Error('no discount')
    const goods = (tax: 'incl' | 'excl'): PaymentTerms => ({
      ...discountNet(200, 10, 30),
      parts: [{ ...part, earlyPay: { basisPoints: 200, days: 10, base: 'net', tax } }],
    })
    const eligible = (tax: 'incl' | 'excl') =>
      under(
        goods(tax),
        {},
        { breakdown: breakdown(1000, 100, 190, 100), shippingTaxBasisPoints: 1900 },
      ).earlyPay[0]?.eligibleMinor
    expect([eligible('excl'), eligible('incl')]).toEqual([900, 1071])
  })

  it('on all that is charged counts goods, shipping and fees, with or without their tax', () => {
    const [part] = discountNet(200, 10, 30).parts
    if (part?.earlyPay === undefined || part.earlyPay === null) throw new Error('no discount')
    const { earlyPay } = part
    const eligible = (tax: 'incl' | 'excl') =>
      under(
        { ...net(30), parts: [{ ...part, earlyPay: { ...earlyPay, tax } }] },
        {},
        { breakdown: breakdown(1000, 100, 190, 100, 50) },
      ).earlyPay[0]?.eligibleMinor
    expect([eligible('excl'), eligible('incl')]).toEqual([1050, 1240])
  })

  describe('on a part of the terms', () => {
    const [early] = discountNet(200, 10, 30).parts
    const [plain] = net(0).parts
    if (early === undefined || plain === undefined) throw new Error('one part each')
    const share = { kind: 'percent', basisPoints: 3000 } as const
    const instalments = (parts: PaymentTerms['parts'], more: Partial<Issue> = {}) =>
      under({ ...net(30), parts }, {}, more).earlyPay.map(({ instalment }) => instalment)

    it('names the instalment of that part: its place by the due days, not in the terms', () => {
      expect(instalments([early, { ...plain, share }])).toEqual([2])
      expect(instalments([{ ...early, share }, plain])).toEqual([2])
      expect(instalments([{ ...plain, share }, early])).toEqual([2])
    })

    it('comes before a part whose day is not known yet', () => {
      const anchor = { kind: 'milestone', milestoneId: text('layout') } as const
      expect(instalments([{ ...plain, share, anchor }, early])).toEqual([1])
    })

    it('is none where the part comes to nothing, and that part takes no place', () => {
      const one = { breakdown: breakdown(1) }
      expect(instalments([{ ...plain, share }, early], one)).toEqual([1])
      expect(instalments([{ ...early, share }, plain], one)).toEqual([])
    })
  })
})
