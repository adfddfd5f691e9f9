import * as E from 'fp-ts/lib/Either.js'
import type { Channel } from '../../shared/index.ts'
import type { EnrolInSequence, RunSequence, StopSequence } from '../commands.ts'
import type { EngagementEvent, StopReason } from '../events.ts'
import type { Engagement, Sequence, WaitingStep } from '../state.ts'
import { isSoundPolicy, stepDays } from '../step-days.ts'
import type { Decision } from './decision.ts'

/**
 * Sets going what follows a purchase, once an order.
 *
 * Rejects: `SequenceUnsound`; `AlreadyEnrolled` where another policy, or another version, follows the order.
 * Source: domain 3-06.
 */
export const enrol = (command: EnrolInSequence, { sequences }: Engagement): Decision => {
  const { effectiveOn, orderId, policy } = command
  const known = sequences.get(orderId)
  if (known?.policyId === policy.policyId && known.version === policy.version) return E.right([])
  if (known !== undefined) {
    const { policyId, version } = known
    return E.left({ type: 'AlreadyEnrolled', orderId, policyId, version })
  }
  if (!isSoundPolicy(policy)) return E.left({ type: 'SequenceUnsound', policyId: policy.policyId })
  const steps = stepDays(policy, orderId, effectiveOn)
  return E.right([{ ...command, type: 'SequenceStarted', steps }])
}

/** Why a step is left out: the first reason to stop that reaches it, or that no channel is agreed to. */
const whyNot = (
  step: WaitingStep,
  { stops }: Sequence,
  channel: Channel | undefined,
): StopReason | 'noConsent' | undefined => {
  for (const [reason, scope] of stops) if (scope === 'all' || step.isUpsell) return reason
  return channel === undefined ? 'noConsent' : undefined
}

/**
 * What is due on this day? A timer asks it as often as it likes.
 *
 * Shape: steps in their order; those that have a reason against them are skipped, and the first other one
 * is sent, by the first of its channels that the customer agreed to. At most one is sent a day, so that a
 * step missed for some days is sent late, once, and not together with the next. Nothing where nothing is
 * due, and nothing for a day that is not later than the last one on which a step was sent or skipped.
 * Rejects: `UnknownSequence`. Source: domain 3-05 to 3-09.
 */
export const run = (command: RunSequence, { sequences }: Engagement): Decision => {
  const { effectiveOn, customerId, orderId, consented } = command
  const sequence = sequences.get(orderId)
  if (sequence === undefined) return E.left({ type: 'UnknownSequence', orderId })
  const { policyId, version, lastRunOn } = sequence
  if (lastRunOn !== null && effectiveOn <= lastRunOn) return E.right([])
  const events: Array<EngagementEvent> = []
  for (const step of sequence.waiting) {
    if (step.dueOn > effectiveOn) break
    const { stepId, template, dueOn, channels, needsConsent } = step
    const channel = channels.find((way) => !needsConsent || consented.includes(way))
    const why = whyNot(step, sequence, channel)
    const about = { effectiveOn, customerId, orderId, policyId, version, stepId, template, dueOn }
    if (why !== undefined) {
      events.push({ type: 'SequenceStepSkipped', ...about, why })
      continue
    }
    if (channel !== undefined) events.push({ type: 'SequenceStepSent', ...about, channel })
    break
  }
  return E.right(events)
}

/**
 * There is a reason not to go on: with all that is left, or with what sells, by the policy.
 *
 * Shape: each reason once; nothing where nothing is left to send. Rejects: `UnknownSequence`.
 * Source: domain 3-07; 3.3, policy 10.
 */
export const stop = (command: StopSequence, { sequences }: Engagement): Decision => {
  const { effectiveOn, customerId, orderId, reason } = command
  const sequence = sequences.get(orderId)
  if (sequence === undefined) return E.left({ type: 'UnknownSequence', orderId })
  const { policyId, version, onRefund, stops, waiting } = sequence
  if (stops.has(reason) || waiting.length === 0) return E.right([])
  const isAboutMoney = reason === 'refundRequested' || reason === 'returnRequested'
  const scope = isAboutMoney && onRefund === 'skipUpsells' ? 'upsells' : 'all'
  const about = { effectiveOn, customerId, orderId, policyId, version }
  return E.right([{ type: 'SequenceStopped', ...about, reason, scope }])
}
