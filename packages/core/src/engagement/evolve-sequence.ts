import type { Draft } from 'immer'
import { laterDay, unreachable, type CivilDate, type OrderId, type Text } from '../shared/index.ts'
import type { EngagementEvent } from './events.ts'
import type { Sequence, WaitingStep } from './state.ts'

type SequenceEvent = Extract<
  EngagementEvent,
  { type: 'SequenceStarted' | 'SequenceStepSent' | 'SequenceStepSkipped' | 'SequenceStopped' }
>

const started = (event: Extract<SequenceEvent, { type: 'SequenceStarted' }>): Draft<Sequence> => {
  const { policyId, version, onRefund, steps } = event.policy
  const waiting = event.steps.flatMap(({ stepId, dueOn }): ReadonlyArray<Draft<WaitingStep>> => {
    const step = steps.find((known) => known.stepId === stepId)
    if (step === undefined) return []
    const { template, isUpsell, needsConsent } = step
    return [{ stepId, dueOn, template, isUpsell, needsConsent, channels: [...step.channels] }]
  })
  return { policyId, version, onRefund, waiting, lastRunOn: null, stops: new Map() }
}

const done = (sequence: Draft<Sequence>, stepId: Text, on: CivilDate): void => {
  sequence.waiting = sequence.waiting.filter((step) => step.stepId !== stepId)
  sequence.lastRunOn = laterDay(sequence.lastRunOn ?? on, on)
}

/** What follows a purchase: steps leave as they are sent or skipped. */
export const evolveSequence = (
  sequences: Map<OrderId, Draft<Sequence>>,
  event: SequenceEvent,
): void => {
  if (event.type === 'SequenceStarted') {
    sequences.set(event.orderId, started(event))
    return
  }
  const sequence = sequences.get(event.orderId)
  if (sequence === undefined) return
  switch (event.type) {
    case 'SequenceStepSent':
    case 'SequenceStepSkipped':
      return done(sequence, event.stepId, event.effectiveOn)
    case 'SequenceStopped':
      sequence.stops.set(event.reason, event.scope)
      return
    default:
      return unreachable(event)
  }
}
