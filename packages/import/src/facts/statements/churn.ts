import { changeId } from '@tenure/core/shared'
import { churn, type RoomCommand } from '../commands.ts'
import { aboutCustomer, textOf } from '../field-access.ts'
import type { ReadFact } from '../read-fact.ts'
import type { Own } from './own.ts'

/** That a customer left, or came back. */
export const churnCommand = (fact: ReadFact, own: Own): RoomCommand => {
  const common = { ...aboutCustomer(fact), changeId: changeId(own('changeId')) }
  if (fact.kind === 'return') return churn({ type: 'RecordReturn', ...common })
  const voluntary = fact.values.get('voluntary')
  return churn({
    type: 'RecordChurn',
    ...common,
    kind: textOf(fact, 'churnKind') === 'contractual' ? 'contractual' : 'inactive',
    voluntary: typeof voluntary === 'boolean' ? voluntary : null,
  })
}
