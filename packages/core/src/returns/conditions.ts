import type { FailedCondition, GoodsCondition } from './events.ts'
import type { ReturnConditions } from './policy.ts'

/** Which of the conditions the goods do not meet. */
export const failedConditions = (
  conditions: ReturnConditions,
  goods: GoodsCondition,
): ReadonlyArray<FailedCondition> => [
  ...(conditions.unopened && goods.opened ? (['opened'] as const) : []),
  ...(conditions.originalPackage && !goods.originalPackage ? (['originalPackage'] as const) : []),
]
