import type { Draft } from 'immer'
import { unreachable } from '../shared/index.ts'
import { contentOf, type ChangeEvent } from './changes.ts'
import type { CollectionsEvent } from './events.ts'
import {
  extended,
  judged,
  promised,
  reinstated,
  scheduled,
  spanBegun,
  spanEnded,
  suspended,
} from './evolve-agreements.ts'
import { closed, failed, manual, opened, sent, skipped, stepDue } from './evolve-case.ts'
import type { Collections } from './state.ts'

const remember = (state: Draft<Collections>, event: ChangeEvent): void => {
  if (event.changeId !== null) state.changes.set(event.changeId, contentOf(event))
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (state: Draft<Collections>, event: CollectionsEvent): void => {
  state.owner ??= { customerId: event.customerId, currency: event.currency }
  switch (event.type) {
    case 'CaseOpened':
      return opened(state, event)
    case 'CaseClosed':
      return closed(state, event)
    case 'ReminderSent':
      return sent(state, event)
    case 'StepDue':
      return stepDue(state, event)
    case 'StepSkipped':
      return skipped(state, event)
    case 'ManualTaskRaised':
      return manual(state, event)
    case 'StepFailed':
      remember(state, event)
      return failed(state, event)
    case 'ServiceSuspended':
      remember(state, event)
      return suspended(state, event)
    case 'ServiceReinstated':
      remember(state, event)
      return reinstated(state, event)
    case 'DisputeRaised':
    case 'DisputeResolved':
      return disputed(state, event)
    case 'ItemHandedOver':
      state.handOvers.set(event.changeId, event.itemId)
      if (!state.handedOver.has(event.itemId)) state.handedOver.set(event.itemId, event.effectiveOn)
      return
    default:
      return agreed(state, event)
  }
}

type AgreementEvent = Exclude<
  CollectionsEvent,
  {
    type:
      | 'CaseOpened'
      | 'CaseClosed'
      | 'ReminderSent'
      | 'StepDue'
      | 'StepSkipped'
      | 'ManualTaskRaised'
      | 'StepFailed'
      | 'ServiceSuspended'
      | 'ServiceReinstated'
      | 'DisputeRaised'
      | 'DisputeResolved'
      | 'ItemHandedOver'
  }
>

/** What a collector and a customer agreed on or said to each other. */
const agreed = (state: Draft<Collections>, event: AgreementEvent): void => {
  if (
    event.type !== 'PromiseMade' &&
    event.type !== 'DunningResumed' &&
    event.type !== 'HardshipEnded'
  )
    remember(state, event)
  switch (event.type) {
    case 'PromiseMade':
      return promised(state, event)
    case 'PromiseKept':
    case 'PromisePartlyKept':
    case 'PromiseBroken':
    case 'PromiseReopened':
      return judged(state, event)
    case 'DunningPaused':
      return spanBegun(state.pauses, event.changeId, event.effectiveOn, event.untilOn)
    case 'DunningResumed':
      return spanEnded(state.pauses, event.changeId, event.effectiveOn)
    case 'HardshipAgreed':
      return spanBegun(state.hardships, event.changeId, event.effectiveOn, event.untilOn)
    case 'HardshipEnded':
      return spanEnded(state.hardships, event.changeId, event.effectiveOn)
    case 'ExtensionGranted':
      return extended(state, event)
    case 'NextActionScheduled':
      return scheduled(state, event)
    case 'ContactLogged':
    case 'WriteOffProposed':
      return
    default:
      return unreachable(event)
  }
}

/** A resolution that is known before its dispute makes a mark that is already taken off. */
const disputed = (
  state: Draft<Collections>,
  event: Extract<CollectionsEvent, { type: 'DisputeRaised' | 'DisputeResolved' }>,
): void => {
  const { disputeId, itemId, amountMinor, effectiveOn: on } = event
  const known = state.disputes.get(disputeId)
  if (event.type === 'DisputeRaised') {
    const resolved = known?.resolved ?? null
    state.disputes.set(disputeId, { itemId, amountMinor, raisedOn: on, resolved })
    return
  }
  const raisedOn = known?.raisedOn ?? on
  const resolved = known?.resolved ?? { on, outcome: event.outcome }
  state.disputes.set(disputeId, { itemId, amountMinor, raisedOn, resolved })
}
