import { describe, expect, it } from 'vitest'
import { decideAt, reach } from '@tenure/testing'
import { isRight } from 'fp-ts/lib/Either.js'
import { orderRoom, type OrderCommand, type OrderEvent } from '../src/order/index.ts'
import {
  civilDate,
  deposit,
  discountNet,
  minorUnits,
  net,
  noAnchorDays,
  text,
  type PaymentTerms,
} from '../src/shared/index.ts'
import { termsOffered, type TermsOptions } from '../src/terms/index.ts'
import {
  cancel,
  confirm,
  confirmed,
  euro,
  on,
  order,
  past,
  place,
  reserved,
} from './order-words.ts'

const breakdown = {
  netMinor: minorUnits(100_000),
  discountMinor: minorUnits(0),
  taxMinor: minorUnits(20_000),
  shippingMinor: minorUnits(690),
  feesMinor: minorUnits(0),
  taxRounding: 'global' as const,
}
const quote = (plans: ReadonlyArray<PaymentTerms>, mayChoose = false) => ({
  type: 'QuoteTerms' as const,
  ...on('2024-02-28'),
  breakdown,
  extrasTaxMinor: minorUnits(0),
  plans,
  mayChoose,
  days: { ...noAnchorDays, invoicedOn: civilDate('2024-03-01') },
  validUntil: civilDate('2024-03-10'),
})

const quotedBy = (command: OrderCommand, before: ReadonlyArray<OrderCommand> = [place]) => {
  const answer = decideAt(orderRoom)(reach(orderRoom)(before))(command)
  const quoted = (isRight(answer) ? answer.right : []).find(({ type }) => type === 'TermsQuoted')
  if (quoted?.type !== 'TermsQuoted') throw new Error('nothing was quoted')
  return quoted
}
const hashes = (command: OrderCommand) => quotedBy(command).plans.map((plan) => plan.quoteHash)
const accept = (quoteHash: string, day = '2024-03-02') => ({
  type: 'AcceptTerms' as const,
  ...on(day),
  quoteHash: text(quoteHash),
})
const both = quote([net(30), deposit(3000, 30)])
const [first = text('none'), second = text('none')] = hashes(both)

describe('a quote', () => {
  it('shows what is to be paid and when before anything is agreed: its parts make its total [1-26]', () => {
    const { totalMinor, breakdown: shown, plans, lineIds } = quotedBy(both)
    expect(totalMinor).toBe(120_690)
    expect(shown).toEqual(breakdown)
    expect(lineIds).toEqual(['phone', 'case'])
    expect(plans.map(({ terms, schedule }) => [terms.termsId, schedule])).toEqual([
      ['net-30-invoice', [{ instalment: 1, amountMinor: 120_690, dueOn: '2024-03-31' }]],
      [
        'deposit-3000-net-30',
        [
          { instalment: 1, amountMinor: 36_207, dueOn: '2024-03-01' },
          { instalment: 2, amountMinor: 84_483, dueOn: '2024-03-31' },
        ],
      ],
    ])
  })

  it('shows the discount for paying early until its day', () => {
    const [plan] = quotedBy(quote([discountNet(200, 10, 30)])).plans
    expect(plan?.earlyOffers).toEqual([
      { part: 0, untilOn: '2024-03-11', basisPoints: 200, eligibleMinor: 120_690 },
    ])
  })

  it('reckons that discount from goods or from all that is charged, with tax or without', () => {
    const full = {
      ...breakdown,
      netMinor: minorUnits(110_000),
      discountMinor: minorUnits(10_000),
      feesMinor: minorUnits(310),
    }
    const [part] = discountNet(200, 10, 30).parts
    if (part?.earlyPay === undefined || part.earlyPay === null) throw new Error('no discount')
    const { earlyPay } = part
    const eligible = (base: 'net' | 'gross', tax: 'incl' | 'excl') => {
      const terms = { ...net(30), parts: [{ ...part, earlyPay: { ...earlyPay, base, tax } }] }
      const command = { ...quote([terms]), breakdown: full, extrasTaxMinor: minorUnits(200) }
      return quotedBy(command).plans[0]?.earlyOffers[0]?.eligibleMinor
    }
    expect([eligible('net', 'excl'), eligible('net', 'incl')]).toEqual([100_000, 119_800])
    expect([eligible('gross', 'excl'), eligible('gross', 'incl')]).toEqual([101_000, 121_000])
  })

  it('that holds one plan more than the last one is shown', () => {
    const more = quotedBy(both, [place, quote([net(30)])])
    expect(more.plans.map(({ quoteHash }) => quoteHash)).toEqual([first, second])
  })

  it('of a single plan has to be accepted as any other', () => {
    past(place, quote([net(30)]))
      .when(confirm)
      .thenRejected({
        type: 'TermsNotAccepted',
        orderId: order,
        quoteHash: null,
        acceptedHash: null,
      })
  })

  it('is of the order: its net is the sum of the lines', () => {
    past(place)
      .when({ ...both, breakdown: { ...breakdown, discountMinor: minorUnits(1) } })
      .thenRejected({
        type: 'BreakdownMismatch',
        orderId: order,
        netMinor: 100_000,
        quotedMinor: 99_999,
      })
  })

  it('holds an alternative for a buyer who may choose, under terms that can be dated [0-37]', () => {
    past(place)
      .when(quote([net(30)], true))
      .thenRejected({ type: 'NoAlternative', orderId: order })
    past(place)
      .when(quote([net(30), net(30)], true))
      .thenRejected({ type: 'NoAlternative', orderId: order })
    expect(hashes(quote([net(30), deposit(3000, 30)], true))).toHaveLength(2)
    past(place).when(quote([])).thenRejected({ type: 'NoTermsOffered', orderId: order })
    past(place)
      .when(quote([{ ...net(30), parts: [] }]))
      .thenRejected({
        type: 'TermsUnsound',
        orderId: order,
        fault: { type: 'NoParts', termsId: 'net-30-invoice' },
      })
  })

  it('offers what the band of its amount holds, its lower edge included [1-22]', () => {
    const options: TermsOptions = {
      optionsId: text('shop'),
      version: 1,
      bands: [
        { band: { fromMinor: minorUnits(0), belowMinor: minorUnits(100_000) }, offered: [net(30)] },
        {
          band: { fromMinor: minorUnits(100_000), belowMinor: null },
          offered: [net(30), deposit(3000, 30)],
        },
      ],
    }
    const offeredFor = (amount: number) => hashes(quote(termsOffered(options, amount)))
    expect(offeredFor(99_999)).toEqual([first])
    expect(offeredFor(100_000)).toEqual([first, second])
  })

  it('is made once, and no more once the order is confirmed or called off', () => {
    past(place, both).when(both).thenNothing()
    past(place, both, cancel()).when(both).thenNothing()
    past(place, confirm).when(both).thenRejected({ type: 'OrderIsConfirmed', orderId: order })
    past(place, cancel()).when(both).thenRejected({ type: 'OrderIsCancelled', orderId: order })
  })

  it('that would leave the safe integers is refused', () => {
    const tax = minorUnits(Number.MAX_SAFE_INTEGER)
    const huge = { ...breakdown, taxMinor: tax, shippingMinor: minorUnits(0) }
    past(place)
      .when({ ...both, breakdown: huge })
      .thenRejected({
        type: 'AmountOutOfRange',
        orderId: order,
        amountMinor: Number.MAX_SAFE_INTEGER + 100_000,
      })
  })
})

describe('a buyer who agrees', () => {
  const accepted: OrderEvent = {
    type: 'TermsAccepted',
    ...on('2024-03-02'),
    currency: euro,
    totalMinor: minorUnits(120_690),
    quoteHash: second,
    terms: deposit(3000, 30),
    schedule: [
      { instalment: 1, amountMinor: minorUnits(36_207), dueOn: civilDate('2024-03-01') },
      { instalment: 2, amountMinor: minorUnits(84_483), dueOn: civilDate('2024-03-31') },
    ],
  }

  it('agrees to one plan, by its hash, with the terms and the days that were shown', () => {
    past(place, both).when(accept(second)).then(accepted)
    past(place, both, accept(second)).when(accept(second)).thenNothing()
    past(place, both)
      .when(accept(second, '2024-03-10'))
      .then({ ...accepted, ...on('2024-03-10') })
  })

  it('agrees to what was quoted, while it holds, and to one plan of a quote', () => {
    past(place, both)
      .when(accept('other'))
      .thenRejected({ type: 'UnknownQuote', orderId: order, quoteHash: text('other') })
    past(place, both)
      .when(accept(second, '2024-03-11'))
      .thenRejected({
        type: 'QuoteExpired',
        orderId: order,
        validUntil: civilDate('2024-03-10'),
      })
    past(place, both, accept(second))
      .when(accept(first))
      .thenRejected({ type: 'TermsAlreadyAccepted', orderId: order, acceptedHash: second })
  })

  it('may agree to a plan of a later quote instead', () => {
    const later = { ...both, validUntil: civilDate('2024-03-31') }
    const [again = text('none')] = hashes(later)
    past(place, both, accept(second), later)
      .when(accept(again))
      .then({
        ...accepted,
        quoteHash: again,
        terms: net(30),
        schedule: [
          { instalment: 1, amountMinor: minorUnits(120_690), dueOn: civilDate('2024-03-31') },
        ],
      })
    past(place, both, accept(second), later, accept(again)).when(accept(second)).thenNothing()
  })
})

describe('an order whose terms were quoted', () => {
  const agreed = [place, both, accept(second)] as const
  const confirmAs = (quoteHash: string | null) => ({
    ...confirm,
    credit: reserved(84_483),
    quoteHash: quoteHash === null ? null : text(quoteHash),
  })

  it('is confirmed under the hash that was accepted, and under no other [0-35]', () => {
    past(...agreed)
      .when(confirmAs(second))
      .then({
        ...confirmed,
        totalMinor: minorUnits(120_690),
        credit: {
          neededMinor: minorUnits(84_483),
          paidMinor: minorUnits(0),
          reservedMinor: minorUnits(84_483),
          override: null,
        },
        quoteHash: second,
      })
    for (const other of [first, text('other'), null])
      past(...agreed)
        .when(confirmAs(other))
        .thenRejected({
          type: 'TermsNotAccepted',
          orderId: order,
          quoteHash: other,
          acceptedHash: second,
        })
  })

  it('is not confirmed before the buyer agreed', () => {
    past(place, both).when(confirmAs(second)).thenRejected({
      type: 'TermsNotAccepted',
      orderId: order,
      quoteHash: second,
      acceptedHash: null,
    })
  })

  it('has its terms once confirmed: no other plan is accepted', () => {
    past(...agreed, confirmAs(second))
      .when(accept(first))
      .thenRejected({ type: 'OrderIsConfirmed', orderId: order })
  })
})
