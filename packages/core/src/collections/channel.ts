import * as t from 'io-ts'

/** A way to reach a customer. `call` and `meeting` need a person of the house. */
export const ReminderChannel = t.keyof({
  email: null,
  sms: null,
  messenger: null,
  letter: null,
  call: null,
  meeting: null,
})
export type ReminderChannel = t.TypeOf<typeof ReminderChannel>
