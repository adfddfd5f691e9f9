import * as fc from 'fast-check'
import {
  notice,
  policyOf,
  type ReminderChannel,
  type ReminderPolicy,
  type ReminderStep,
} from '@tenure/core/collections'
import { minorUnits, type Text } from '@tenure/core/shared'
import { hostileTexts, text } from './text.ts'

/** The steps that policies are made of: few, so that versions of a policy share them. */
export const stepIds: ReadonlyArray<Text> = hostileTexts.slice(0, 5)

export const anyChannel: fc.Arbitrary<ReminderChannel> = fc.constantFrom(
  'email',
  'sms',
  'messenger',
  'letter',
  'call',
  'meeting',
)

const plans: ReadonlyArray<ReadonlyArray<ReminderChannel>> = [
  ['email'],
  ['email', 'letter'],
  ['sms', 'email', 'call'],
]

/** What the steps of one policy share, beside their days. */
const flavour = fc.record({
  plan: fc.constantFrom(...plans),
  minGapDays: fc.constantFrom(0, 0, 1, 7),
  minBalanceMinor: fc.constantFrom(0, 0, 50).map(minorUnits),
  noPromise: fc.boolean(),
  noDispute: fc.boolean(),
  setsNewDeadlineDays: fc.constantFrom(null, null, 5),
  action: fc.constantFrom<ReminderStep['action']>('notify', 'fee', 'suspend', 'suspend', 'handOff'),
  /** Which step has that action; the others write only. */
  actionAt: fc.nat(2),
})

const stepsOf = (
  offsets: ReadonlyArray<number>,
  given: {
    readonly plan: ReadonlyArray<ReminderChannel>
    readonly minGapDays: number
    readonly minBalanceMinor: ReturnType<typeof minorUnits>
    readonly noPromise: boolean
    readonly noDispute: boolean
    readonly setsNewDeadlineDays: number | null
    readonly action: ReminderStep['action']
    readonly actionAt: number
  },
): ReadonlyArray<ReminderStep> =>
  offsets.flatMap((offsetDays, index) => {
    const { plan, minGapDays, setsNewDeadlineDays, actionAt } = given
    const stepId = stepIds[index]
    const action = index === actionAt % offsets.length ? given.action : 'notify'
    const { minBalanceMinor, noPromise, noDispute } = given
    const conditions = { minBalanceMinor, noPromise, noDispute }
    const differing = { minGapDays, setsNewDeadlineDays, conditions, action, tone: index }
    return stepId === undefined ? [] : [notice(stepId, offsetDays, plan, differing)]
  })

/** Policies of few steps, some sent before the due day, some on one day, in several versions. */
export const reminderPolicy: fc.Arbitrary<ReminderPolicy> = fc
  .record({
    offsets: fc.constantFrom([5, 14, 30], [-3, 1, 10], [0, 0, 7], [1], [2, 3, 3, 30, 60]),
    version: fc.constantFrom(1, 2),
    given: flavour,
    onReopen: fc.constantFrom('restart' as const, 'continue' as const),
    onDisputeLost: fc.constantFrom('restart' as const, 'continue' as const),
    accelerateAfterMissed: fc.constantFrom(null, null, 1),
  })
  .map(({ offsets, given, ...rest }) => policyOf(text('policy'), stepsOf(offsets, given), rest))

/** As `reminderPolicy`, and also by the other orders, or counted from a month's end and the step before. */
export const anyReminderPolicy: fc.Arbitrary<ReminderPolicy> = fc
  .record({
    policy: reminderPolicy,
    stepOrder: fc.constantFrom('sequential' as const, 'worst' as const, 'byCount' as const),
    anchored: fc.boolean(),
  })
  .map(({ policy, stepOrder, anchored }) => ({
    ...policy,
    policyId: text('another policy'),
    stepOrder,
    steps: policy.steps.map((step, index) => {
      if (!anchored) return step
      const offsetDays = Math.max(0, step.offsetDays % 10)
      return index === 0
        ? { ...step, anchor: 'endOfMonth' as const }
        : { ...step, anchor: 'previousStepSent' as const, offsetDays }
    }),
  }))
