import { minorUnits, text } from './make.ts'
import type { PaymentTerms } from './terms.ts'

const whole = (days: number, anchor: PaymentTerms['anchor']): PaymentTerms => ({
  termsId: text(`net-${days}-${anchor}`),
  version: 1,
  anchor,
  parts: [{ share: { kind: 'balance' }, due: { kind: 'netDays', days } }],
  graceDays: 0,
  lateFee: null,
})

/** N/`days` from the invoice's day. */
export const net = (days: number): PaymentTerms => whole(days, 'invoice')

/** Pay after receipt: `days` from the day of delivery. */
export const netFromDelivery = (days: number): PaymentTerms => whole(days, 'delivery')

/** Due at the end of the invoice's month. */
export const endOfMonthTerms: PaymentTerms = {
  ...net(0),
  termsId: text('eom'),
  parts: [{ share: { kind: 'balance' }, due: { kind: 'endOfMonth', monthsAhead: 0, plusDays: 0 } }],
}

/** A first part on receipt, the rest `days` later: 30/70 is `deposit(3000, 30)`. */
export const deposit = (basisPoints: number, days: number): PaymentTerms => ({
  ...net(days),
  termsId: text(`deposit-${basisPoints}-net-${days}`),
  parts: [
    { share: { kind: 'percent', basisPoints }, due: { kind: 'onReceipt' } },
    { share: { kind: 'balance' }, due: { kind: 'netDays', days } },
  ],
})

/** Four parts, fourteen days apart, the first on receipt. */
export const fourTimesFourteenDays: PaymentTerms = {
  ...net(0),
  termsId: text('4x14'),
  parts: [
    { share: { kind: 'percent', basisPoints: 2500 }, due: { kind: 'onReceipt' } },
    { share: { kind: 'percent', basisPoints: 2500 }, due: { kind: 'netDays', days: 14 } },
    { share: { kind: 'percent', basisPoints: 2500 }, due: { kind: 'netDays', days: 28 } },
    { share: { kind: 'balance' }, due: { kind: 'netDays', days: 42 } },
  ],
}

/** The same terms with a late fee agreed. */
export const withLateFee = (
  terms: PaymentTerms,
  fee: { readonly amountMinor: number; readonly afterDays: number; readonly maxTimes: number },
): PaymentTerms => ({
  ...terms,
  termsId: text(`${terms.termsId}-fee`),
  lateFee: {
    ruleId: text(`flat-${fee.amountMinor}`),
    afterDays: fee.afterDays,
    fee: { kind: 'flat', amountMinor: minorUnits(fee.amountMinor) },
    maxTimes: fee.maxTimes,
    repeatEveryDays: 30,
    rounding: 'halfUp',
  },
})
