import * as t from 'io-ts'

/** A way to reach a customer that takes the customer's consent, and that the customer may prefer. */
export const Channel = t.keyof({
  email: null,
  sms: null,
  messenger: null,
  letter: null,
  call: null,
  meeting: null,
})
export type Channel = t.TypeOf<typeof Channel>
