import type { CustomerId, Text } from '../shared/index.ts'
import { drawn } from './draw.ts'

export interface WeightedArm {
  readonly arm: Text
  readonly weight: number
}

/** Whether there is something to draw from: different arms, whole weights, not all zero. */
export const areSoundArms = (arms: ReadonlyArray<WeightedArm>): boolean => {
  const total = arms.reduce((sum, { weight }) => sum + weight, 0)
  return (
    arms.every(({ weight }) => Number.isSafeInteger(weight) && weight >= 0) &&
    new Set(arms.map(({ arm }) => arm)).size === arms.length &&
    total > 0 &&
    total <= 1_000_000
  )
}

/** The arm of a customer in an experiment, by the two ids alone. `arms` are sound. */
export const armOf = (
  customerId: CustomerId,
  experimentId: Text,
  arms: ReadonlyArray<WeightedArm>,
): Text | undefined => {
  const total = arms.reduce((sum, { weight }) => sum + weight, 0)
  let place = drawn([experimentId, customerId], total)
  for (const { arm, weight } of arms) {
    if (place < weight) return arm
    place -= weight
  }
  return undefined
}
