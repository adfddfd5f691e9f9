import * as E from 'fp-ts/lib/Either.js'
import type { Text } from '../../shared/index.ts'
import type { LoyaltyEvent } from '../events.ts'
import type { LoyaltyRejection } from '../rejections.ts'
import type { LoyaltyRule } from '../rule.ts'

export type Decision = E.Either<LoyaltyRejection, ReadonlyArray<LoyaltyEvent>>

/** Nothing where an id says what it said before; a refusal where it said something else. */
export const onceAs = (
  id: Text,
  recorded: string | undefined,
  offered: string,
): Decision | undefined => {
  if (recorded === undefined) return undefined
  if (recorded === offered) return E.right([])
  return E.left({ type: 'ConflictingDuplicate', id, recorded, offered })
}

/** The rule and version that an event names. */
export const ruleOf = ({ ruleId, version }: LoyaltyRule) => ({ ruleId, ruleVersion: version })
