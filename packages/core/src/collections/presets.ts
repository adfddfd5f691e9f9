import { minorUnits, text, type Text } from '../shared/index.ts'
import type { ReminderChannel } from './channel.ts'
import type { ReminderPolicy, ReminderStep } from './policy.ts'

/** A step that writes so many days from the due day, by the channels given, and asks for nothing else. */
export const notice = (
  stepId: Text,
  offsetDays: number,
  channelPlan: ReadonlyArray<ReminderChannel>,
  differing: Partial<ReminderStep> = {},
): ReminderStep => ({
  stepId,
  anchor: 'due',
  offsetDays,
  channelPlan,
  tone: 0,
  action: 'notify',
  conditions: { minBalanceMinor: minorUnits(0), noPromise: true, noDispute: false },
  minGapDays: 1,
  setsNewDeadlineDays: null,
  ...differing,
})

/** One step after the other; a debt that stands open again and a dispute that was lost begin anew. */
export const policyOf = (
  policyId: Text,
  steps: ReadonlyArray<ReminderStep>,
  differing: Partial<ReminderPolicy> = {},
): ReminderPolicy => ({
  policyId,
  version: 1,
  stepOrder: 'sequential',
  onReopen: 'restart',
  onDisputeLost: 'restart',
  accelerateAfterMissed: null,
  steps,
  ...differing,
})

/** Before and after the due day, ever firmer; the last one gives fourteen days more. */
export const aroundTheDueDay: ReminderPolicy = policyOf(text('around-the-due-day'), [
  notice(text('notice'), -3, ['email', 'sms']),
  notice(text('friendly'), 3, ['email', 'sms', 'letter'], { minGapDays: 3 }),
  notice(text('firm'), 14, ['email', 'letter'], { tone: 1, minGapDays: 7 }),
  notice(text('final'), 28, ['letter'], { tone: 2, minGapDays: 7, setsNewDeadlineDays: 14 }),
])
