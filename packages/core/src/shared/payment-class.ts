import * as t from 'io-ts'

/** How a customer pays, by a rule over what fell due: `unknown` before enough did. */
export const PaymentClass = t.keyof({ unknown: null, prompt: null, slow: null, poor: null })
export type PaymentClass = t.TypeOf<typeof PaymentClass>
