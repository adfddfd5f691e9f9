import * as t from 'io-ts'
import { Text } from '../shared/index.ts'
import { ReminderPolicy } from './policy.ts'

/** Which policy is for whom: one for each class of payment behaviour, and one for everybody else. */
export const ReminderPolicySet = t.strict({
  setId: Text,
  variants: t.readonlyArray(t.strict({ behaviourClass: Text, policy: ReminderPolicy })),
  otherwise: ReminderPolicy,
})
export type ReminderPolicySet = t.TypeOf<typeof ReminderPolicySet>

/** The policy for a customer who pays in a certain way; the general one where nothing is known. */
export const policyFor = (
  { variants, otherwise }: ReminderPolicySet,
  behaviourClass: string | null,
): ReminderPolicy =>
  variants.find((variant) => variant.behaviourClass === behaviourClass)?.policy ?? otherwise
