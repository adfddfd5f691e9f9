import * as E from 'fp-ts/lib/Either.js'
import type { RecordChurn, RecordReturn } from '../commands.ts'
import type { ChurnEvent } from '../events.ts'
import { wordsOfChurn, wordsOfReturn, type Churn } from '../state.ts'
import type { Decision } from './decision.ts'

/** Nothing where this change was recorded before; `ConflictingDuplicate` where it said something else. */
const once = (
  { changeId }: RecordChurn | RecordReturn,
  offered: string,
  event: ChurnEvent,
  churn: Churn,
): Decision => {
  const recorded = churn.changes.get(changeId)
  if (recorded === undefined) return E.right([event])
  if (recorded === offered) return E.right([])
  return E.left({ type: 'ConflictingDuplicate', changeId, recorded, offered })
}

/** The customer left, as decided elsewhere. Rejects: `ConflictingDuplicate`. */
export const recordChurn = (command: RecordChurn, churn: Churn): Decision => {
  const { effectiveOn, customerId, changeId, kind, voluntary } = command
  const facts = { effectiveOn, customerId, changeId, kind, voluntary }
  const event: ChurnEvent = { type: 'CustomerChurned', ...facts, rule: null, evidence: null }
  return once(command, wordsOfChurn(kind, voluntary), event, churn)
}

/** The customer came back, as decided elsewhere. Rejects: `ConflictingDuplicate`. */
export const recordReturn = (command: RecordReturn, churn: Churn): Decision => {
  const { effectiveOn, customerId, changeId } = command
  const facts = { effectiveOn, customerId, changeId }
  const event: ChurnEvent = { type: 'CustomerReturned', ...facts, rule: null, evidence: null }
  return once(command, wordsOfReturn, event, churn)
}
