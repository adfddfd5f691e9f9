import { changeId, disputeId, itemId } from '@tenure/core/shared'
import { collections, type RoomCommand } from '../commands.ts'
import { aboutMoney, amountOf, neededText, textOf } from '../field-access.ts'
import type { ReadFact } from '../read-fact.ts'
import type { Own } from './own.ts'

const outcomeOf = (fact: ReadFact): 'accepted' | 'rejected' | 'split' => {
  const outcome = neededText(fact, 'outcome')
  return outcome === 'accepted' || outcome === 'rejected' ? outcome : 'split'
}

/** A dispute, its end, or that an item was handed over. */
export const collectionsCommand = (fact: ReadFact, own: Own): RoomCommand => {
  const common = aboutMoney(fact)
  if (fact.kind === 'disputeResolution')
    return collections({
      type: 'RecordDisputeResolution',
      ...common,
      disputeId: disputeId(own('disputeId')),
      outcome: outcomeOf(fact),
    })
  const item = itemId(neededText(fact, 'itemId'))
  if (fact.kind === 'handOver')
    return collections({
      type: 'RecordHandOver',
      ...common,
      changeId: changeId(own('changeId')),
      itemId: item,
      agency: textOf(fact, 'agency'),
    })
  return collections({
    type: 'RecordDispute',
    ...common,
    disputeId: disputeId(own('disputeId')),
    itemId: item,
    amountMinor: amountOf(fact, 'amount'),
    reason: textOf(fact, 'reason'),
  })
}
