import * as E from 'fp-ts/lib/Either.js'
import { loadStrict, type LoadFault } from '../terms/index.ts'
import { placedInOrder } from './decide/next-step.ts'
import { ReminderPolicy, type ReminderStep } from './policy.ts'
import { ReminderPolicySet } from './policy-set.ts'

type Faults = ReadonlyArray<LoadFault>

/** Why a step cannot stand where it stands. */
const reasonsOf = (
  step: ReminderStep,
  index: number,
  steps: ReadonlyArray<ReminderStep>,
): ReadonlyArray<string> => {
  const earlier = steps.slice(0, index)
  const isFirst = index === 0
  const isAfter = step.anchor === 'previousStepSent'
  const said: ReadonlyArray<readonly [boolean, string]> = [
    [isFirst && isAfter, 'the first step has no step before it to count from'],
    [!isFirst && isAfter && step.offsetDays < 0, 'it would come before the step it follows'],
    [earlier.some(({ tone }) => tone > step.tone), 'its tone falls behind a step before it'],
    [earlier.some(({ stepId }) => stepId === step.stepId), 'a step before it has this stepId'],
    [
      step.channelPlan.length === 0 && step.action === 'notify',
      'it has neither a channel nor anything else to do',
    ],
  ]
  return said.flatMap(([isWrong, reason]) => (isWrong ? [reason] : []))
}

/** What the form of a policy cannot say: faults of substance, each under the path of its step. */
export const policyFaults = (policy: ReminderPolicy, path = ''): Faults => {
  const { steps } = policy
  const at = (index: number) => `${path}steps.${index}`
  if (steps.length === 0) return [{ path: `${path}steps`, reason: 'there is no step' }]
  const placed = placedInOrder(policy)
  return steps.flatMap((step, index) => {
    const before = placed[index - 1]?.offsetDays ?? -Infinity
    const falls = (placed[index]?.offsetDays ?? before) < before
    const reasons = reasonsOf(step, index, steps)
    return [...reasons, ...(falls ? ['its day lies before that of the step before it'] : [])].map(
      (reason) => ({ path: at(index), reason }),
    )
  })
}

/**
 * A reminder policy from data, ready for use: every key is read, every value is one, and the steps follow
 * each other: days and tone never fall, the first counts from no other, no two share an id.
 *
 * Shape: the policy, or all faults of form, or all faults of substance. Source: domain 3.1, edge case 81.
 */
export const loadReminderPolicy = (data: unknown): E.Either<Faults, ReminderPolicy> => {
  const loaded = loadStrict(ReminderPolicy, data)
  if (E.isLeft(loaded)) return loaded
  const faults = policyFaults(loaded.right)
  return faults.length === 0 ? loaded : E.left(faults)
}

/** A set of policies from data, each of them held to what `loadReminderPolicy` asks. */
export const loadReminderPolicySet = (data: unknown): E.Either<Faults, ReminderPolicySet> => {
  const loaded = loadStrict(ReminderPolicySet, data)
  if (E.isLeft(loaded)) return loaded
  const { variants, otherwise } = loaded.right
  const faults = [
    ...variants.flatMap(({ policy }, index) => policyFaults(policy, `variants.${index}.policy.`)),
    ...variants.flatMap(({ behaviourClass }, index) =>
      variants.findIndex((other) => other.behaviourClass === behaviourClass) < index
        ? [{ path: `variants.${index}`, reason: 'a variant before it is for the same class' }]
        : [],
    ),
    ...policyFaults(otherwise, 'otherwise.'),
  ]
  return faults.length === 0 ? loaded : E.left(faults)
}
