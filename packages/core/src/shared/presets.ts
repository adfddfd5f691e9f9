import { everyDay } from './business-day.ts'
import { minorUnits, text } from './make.ts'
import type { LateFeeRule } from './late-fee-rule.ts'
import type { DueRule, EarlyPay, PaymentTerms, Share, TermsPart } from './terms.ts'

/** A part of terms that counts as the rest does and gives no discount. */
export const termsPart = (
  share: Share,
  due: DueRule,
  earlyPay: EarlyPay | null = null,
): TermsPart => ({ share, due, anchor: null, earlyPay })

/** Terms of these parts with nothing else agreed: no grace, no late fee, every day a business day. */
export const termsOf = (
  termsId: string,
  anchor: 'order' | 'invoice' | 'delivery',
  parts: ReadonlyArray<TermsPart>,
): PaymentTerms => ({
  termsId: text(termsId),
  version: 1,
  anchor: { kind: anchor },
  parts,
  businessDay: everyDay,
  neverBeforeIssue: false,
  graceDays: 0,
  lateFees: [],
  methods: null,
})

const balance = (due: DueRule, earlyPay: EarlyPay | null = null): TermsPart =>
  termsPart({ kind: 'balance' }, due, earlyPay)

/** N/`days` from the invoice's day. */
export const net = (days: number): PaymentTerms =>
  termsOf(`net-${days}-invoice`, 'invoice', [balance({ kind: 'netDays', days })])

/** Pay after receipt: `days` from the day of delivery. */
export const netFromDelivery = (days: number): PaymentTerms =>
  termsOf(`net-${days}-delivery`, 'delivery', [balance({ kind: 'netDays', days })])

/** `basisPoints` off for who pays within `discountDays`, all due in `days`: 2/10 N/30 is (200, 10, 30). */
export const discountNet = (
  basisPoints: number,
  discountDays: number,
  days: number,
): PaymentTerms =>
  termsOf(`${basisPoints}/${discountDays}-net-${days}`, 'invoice', [
    balance(
      { kind: 'netDays', days },
      { basisPoints, days: discountDays, base: 'gross', tax: 'incl' },
    ),
  ])

/** Due at the end of the invoice's month, and so many days after it: EOM and EOM+30. */
export const endOfMonthPlus = (plusDays: number): PaymentTerms =>
  termsOf(`eom-plus-${plusDays}`, 'invoice', [
    balance({ kind: 'endOfMonth', monthsAhead: 0, plusDays }),
  ])

/** Due at the end of the invoice's month. */
export const endOfMonthTerms: PaymentTerms = { ...endOfMonthPlus(0), termsId: text('eom') }

/** Due on a day of the month after the invoice's: 10 EOM is the tenth of the next month. */
export const dayAfterMonthEnd = (day: number): PaymentTerms =>
  termsOf(`${day}-eom`, 'invoice', [balance({ kind: 'dayOfMonth', day, monthsAhead: 1 })])

/** Cash on delivery. */
export const cashOnDelivery: PaymentTerms = termsOf('cod', 'delivery', [
  balance({ kind: 'onDelivery' }),
])

/** Cash in advance: due when the order is placed. */
export const cashInAdvance: PaymentTerms = termsOf('cia', 'order', [balance({ kind: 'onReceipt' })])

/** Due so many days before the delivery that was promised. */
export const beforeDelivery = (days: number): PaymentTerms =>
  termsOf(`${days}-before-delivery`, 'order', [balance({ kind: 'beforeDelivery', days })])

/** A first part on receipt, the rest `days` later: 30/70 is `deposit(3000, 30)`. */
export const deposit = (basisPoints: number, days: number): PaymentTerms =>
  termsOf(`deposit-${basisPoints}-net-${days}`, 'invoice', [
    termsPart({ kind: 'percent', basisPoints }, { kind: 'onReceipt' }),
    balance({ kind: 'netDays', days }),
  ])

const equalParts = (count: number, due: (index: number) => DueRule): ReadonlyArray<TermsPart> =>
  Array.from({ length: count }, (_, index) =>
    termsPart({ kind: index < count - 1 ? 'equal' : 'balance' }, due(index)),
  )

/** `count` equal parts, `days` apart, the first on receipt; a remainder goes to the first parts. */
export const equalEvery = (count: number, days: number): PaymentTerms =>
  termsOf(
    `${count}x${days}`,
    'invoice',
    equalParts(count, (index) =>
      index === 0 ? { kind: 'onReceipt' } : { kind: 'netDays', days: days * index },
    ),
  )

/** Four parts, fourteen days apart, the first on receipt. */
export const fourTimesFourteenDays: PaymentTerms = equalEvery(4, 14)

/** `count` equal parts, a month apart, the first after a month. */
export const monthly = (count: number): PaymentTerms =>
  termsOf(
    `${count}-monthly`,
    'invoice',
    equalParts(count, (index) => ({ kind: 'netMonths', months: index + 1 })),
  )

/** Parts that each wait for a milestone and are due so many days after it; the last takes the balance. */
export const milestones = (
  stages: ReadonlyArray<{ readonly milestoneId: string; readonly basisPoints: number }>,
  days: number,
): PaymentTerms =>
  termsOf(
    `milestones-${stages.map(({ milestoneId }) => milestoneId).join('-')}-net-${days}`,
    'order',
    stages.map(({ milestoneId, basisPoints }, index) => ({
      ...termsPart(
        index < stages.length - 1 ? { kind: 'percent', basisPoints } : { kind: 'balance' },
        { kind: 'netDays', days },
      ),
      anchor: { kind: 'milestone', milestoneId: text(milestoneId) },
    })),
  )

/** No cap on late fees. */
export const noFeeCaps: LateFeeRule['caps'] = {
  perItemMinor: null,
  percentOfOrderBasisPoints: null,
  absoluteMinor: null,
}

/** The same terms with a late fee agreed. */
export const withLateFee = (
  terms: PaymentTerms,
  fee: { readonly amountMinor: number; readonly afterDays: number; readonly maxTimes: number },
): PaymentTerms => ({
  ...terms,
  termsId: text(`${terms.termsId}-fee`),
  lateFees: [
    {
      ruleId: text(`flat-${fee.amountMinor}`),
      version: 1,
      orderBand: null,
      afterDays: fee.afterDays,
      fee: { kind: 'flat', amountMinor: minorUnits(fee.amountMinor) },
      per: 'invoice',
      base: 'principalOnly',
      minMinor: minorUnits(0),
      repeatEveryDays: 30,
      maxTimes: fee.maxTimes,
      caps: noFeeCaps,
      rounding: 'halfUp',
    },
  ],
})
