import * as t from 'io-ts'
import { MinorUnits, nullable, Text, Whole } from '../shared/index.ts'
import { ReminderChannel } from './channel.ts'

/** Days after an anchor, before it where negative. */
export const Offset = t.refinement(t.number, (n) => Number.isSafeInteger(n), 'Offset')

/** From which day a step's offset counts: the due day, the end of its month, or the step before. */
export const StepAnchor = t.keyof({ due: null, endOfMonth: null, previousStepSent: null })
export type StepAnchor = t.TypeOf<typeof StepAnchor>

/** What a step does beside writing to the customer; `notify` does nothing else. */
export const StepAction = t.keyof({
  notify: null,
  call: null,
  fee: null,
  suspend: null,
  writeOffProposal: null,
  handOff: null,
})
export type StepAction = t.TypeOf<typeof StepAction>

/** How the next step is found: one after the other, the worst that time allows, or by the count of reminders. */
export const StepOrder = t.keyof({ sequential: null, worst: null, byCount: null })
export type StepOrder = t.TypeOf<typeof StepOrder>

/** When a step that is due may be taken. That something is still unpaid is no condition: it always holds. */
export const StepConditions = t.strict({
  /** Below this sum the step is not sent: a small residue is not dunned. */
  minBalanceMinor: MinorUnits,
  /** Not while a promise to pay stands. */
  noPromise: t.boolean,
  /** Not about an item of which any part is disputed. */
  noDispute: t.boolean,
})
export type StepConditions = t.TypeOf<typeof StepConditions>

export const ReminderStep = t.strict({
  stepId: Text,
  anchor: StepAnchor,
  /** May be negative: before the due day. */
  offsetDays: Offset,
  /** In order of preference; the first that the customer agreed to is used. Empty: nothing is written. */
  channelPlan: t.readonlyArray(ReminderChannel),
  /** How firm the words are: 0 is friendly. Never falls from one step to the next. */
  tone: Whole,
  action: StepAction,
  conditions: StepConditions,
  /** At least so many days after the step before. */
  minGapDays: Whole,
  /** The step gives so many more days to pay, and the next one waits for their end. */
  setsNewDeadlineDays: nullable(Whole),
})
export type ReminderStep = t.TypeOf<typeof ReminderStep>

/** A reminder policy as data with a version: steps in order, and what may hold them up. */
export const ReminderPolicy = t.strict({
  policyId: Text,
  version: Whole,
  stepOrder: StepOrder,
  /** A debt that stands open again: from the first step, or where its last case had come to. */
  onReopen: t.keyof({ restart: null, continue: null }),
  /** A dispute that the customer lost: days count from the decision, or from the due day as before. */
  onDisputeLost: t.keyof({ restart: null, continue: null }),
  /** Once so many instalments of an item are missed, all of it is asked for; null without such a clause. */
  accelerateAfterMissed: nullable(Whole),
  steps: t.readonlyArray(ReminderStep),
})
export type ReminderPolicy = t.TypeOf<typeof ReminderPolicy>
