import * as t from 'io-ts'
import { Channel, Text, Whole } from '../shared/index.ts'

/** When a step comes, in days after the order: on one day, or on a day drawn by the order's id. */
export const StepDay = t.union([
  t.strict({ kind: t.literal('offset'), days: Whole }),
  t.strict({ kind: t.literal('seeded'), fromDays: Whole, toDays: Whole }),
])
export type StepDay = t.TypeOf<typeof StepDay>

/** What a step says; the words themselves are made elsewhere. */
export const TemplateKind = t.keyof({
  welcome: null,
  quickStartGuide: null,
  demoVideo: null,
  tip: null,
  reassurance: null,
  bonus: null,
  referralAsk: null,
  upsell: null,
})
export type TemplateKind = t.TypeOf<typeof TemplateKind>

export const SequenceStep = t.strict({
  stepId: Text,
  day: StepDay,
  template: TemplateKind,
  /** Whether the step sells: it is left out once the customer wants the money back. */
  isUpsell: t.boolean,
  /** The ways to send it, the best first. */
  channels: t.readonlyArray(Channel),
  /** False for what belongs to the purchase itself, such as its guide. */
  needsConsent: t.boolean,
})
export type SequenceStep = t.TypeOf<typeof SequenceStep>

/** What is sent after a purchase, as data with a version. */
export const SequencePolicy = t.strict({
  policyId: Text,
  version: Whole,
  steps: t.readonlyArray(SequenceStep),
  /** What a wish for the money back ends: all that is left, or what sells. */
  onRefund: t.keyof({ stopAll: null, skipUpsells: null }),
})
export type SequencePolicy = t.TypeOf<typeof SequencePolicy>
