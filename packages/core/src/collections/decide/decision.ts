import * as E from 'fp-ts/lib/Either.js'
import type { ChangeId } from '../../shared/index.ts'
import { contentOf, type Change } from '../changes.ts'
import type { CollectionsCommand } from '../commands.ts'
import type { CollectionsEvent } from '../events.ts'
import type { CollectionsRejection } from '../rejections.ts'
import type { Collections } from '../state.ts'

export type Decision = E.Either<CollectionsRejection, ReadonlyArray<CollectionsEvent>>

/** What every event of a command says, whatever it is about. */
export const aboutOf = ({ effectiveOn, customerId, currency }: CollectionsCommand) => ({
  effectiveOn,
  customerId,
  currency,
})

/** The answer to a change that is known; undefined where it is new. */
export const changeRepeated = (
  state: Collections,
  changeId: ChangeId,
  change: Change,
): Decision | undefined => {
  const known = state.changes.get(changeId)
  if (known === undefined) return undefined
  if (known === contentOf(change)) return E.right([])
  const nothing = { itemId: null, amountMinor: null }
  return E.left({
    type: 'ConflictingDuplicate',
    what: 'change',
    id: changeId,
    recorded: nothing,
    offered: nothing,
  })
}
