import type * as t from 'io-ts'
import { Channel } from '../shared/index.ts'

/** A way to reach a customer. `call` and `meeting` need a person of the house. */
export const ReminderChannel = Channel
export type ReminderChannel = t.TypeOf<typeof ReminderChannel>
