import { changeId, chargeId, civilDate, itemId, writeOffId } from '@tenure/core/shared'
import { receivables, type RoomCommand } from '../commands.ts'
import { aboutMoney, amountOf, neededText, textOf } from '../field-access.ts'
import type { ReadFact } from '../read-fact.ts'
import { wordOf, type Own } from './own.ts'

/** A write-off, a charge or another due date of one open item. */
export const itemCommand = (fact: ReadFact, own: Own): RoomCommand => {
  const common = { ...aboutMoney(fact), itemId: itemId(neededText(fact, 'itemId')) }
  if (fact.kind === 'charge')
    return receivables({
      type: 'RecordCharge',
      ...common,
      chargeId: chargeId(own('chargeId')),
      reason: wordOf(neededText(fact, 'reason')),
      amountMinor: amountOf(fact, 'amount'),
    })
  if (fact.kind === 'writeOff')
    return receivables({
      type: 'RecordWriteOff',
      ...common,
      writeOffId: writeOffId(own('writeOffId')),
      amountMinor: amountOf(fact, 'amount'),
      reason: textOf(fact, 'reason'),
    })
  const instalment = fact.values.get('instalment')
  return receivables({
    type: 'FixDueDate',
    ...common,
    changeId: changeId(own('changeId')),
    instalment: typeof instalment === 'number' ? instalment : 1,
    dueOn: civilDate(neededText(fact, 'dueOn')),
  })
}
