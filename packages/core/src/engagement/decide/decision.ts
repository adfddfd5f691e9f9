import * as E from 'fp-ts/lib/Either.js'
import type { EngagementEvent } from '../events.ts'
import type { EngagementRejection } from '../rejections.ts'
import type { Engagement } from '../state.ts'
import { keyOf, wordsOf, type NamedFact } from '../words.ts'

export type Decision = E.Either<EngagementRejection, ReadonlyArray<EngagementEvent>>

/** Tells a fact once, unless `refusal` stands against it: nothing where it was told with the same words. */
export const once = (
  fact: NamedFact,
  { told }: Engagement,
  refusal?: EngagementRejection,
): Decision => {
  const key = keyOf(fact)
  const [recorded, offered] = [told.get(key), wordsOf(fact)]
  if (recorded === offered) return E.right([])
  if (recorded !== undefined)
    return E.left({ type: 'ConflictingDuplicate', key, recorded, offered })
  return refusal === undefined ? E.right([fact]) : E.left(refusal)
}
