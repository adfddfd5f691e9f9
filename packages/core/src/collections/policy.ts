import * as t from 'io-ts'
import { MinorUnits, Text, Whole } from '../shared/index.ts'
import { ReminderChannel } from './events.ts'

const Offset = t.refinement(t.number, (n) => Number.isSafeInteger(n), 'Offset')

/** A reminder policy as data with a version: steps in order, each counted in days from the oldest due day. */
export const ReminderPolicy = t.strict({
  policyId: Text,
  version: Whole,
  /** Below this sum no step is sent: a small residue is not dunned. */
  minBalanceMinor: MinorUnits,
  /** At least so many days between two steps. */
  minGapDays: Whole,
  steps: t.readonlyArray(t.strict({ stepId: Text, offsetDays: Offset, channel: ReminderChannel })),
})
export type ReminderPolicy = t.TypeOf<typeof ReminderPolicy>
