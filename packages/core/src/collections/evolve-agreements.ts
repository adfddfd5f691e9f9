import type { Draft } from 'immer'
import { laterDay, laterWins, type ChangeId, type CivilDate } from '../shared/index.ts'
import type { CollectionsEvent } from './events.ts'
import type { Collections, PaymentPromise, Span } from './state.ts'

type Of<T extends CollectionsEvent['type']> = Extract<CollectionsEvent, { readonly type: T }>

/** An end that is known before its beginning makes a span that is over already. */
export const spanBegun = (
  spans: Map<ChangeId, Draft<Span>>,
  changeId: ChangeId,
  fromOn: CivilDate,
  untilOn: CivilDate | null,
): void => {
  const endedOn = spans.get(changeId)?.endedOn ?? null
  spans.set(changeId, { fromOn, untilOn, endedOn })
}

export const spanEnded = (
  spans: Map<ChangeId, Draft<Span>>,
  changeId: ChangeId,
  on: CivilDate,
): void => {
  const known = spans.get(changeId)
  if (known === undefined) spans.set(changeId, { fromOn: on, untilOn: null, endedOn: on })
  else known.endedOn ??= on
}

const outcomes = {
  PromiseKept: 'kept',
  PromisePartlyKept: 'partlyKept',
  PromiseBroken: 'broken',
  PromiseReopened: 'open',
} as const satisfies Record<string, PaymentPromise['outcome']>

export const promised = (state: Draft<Collections>, event: Of<'PromiseMade'>): void => {
  const { promiseId, cycle, amountMinor, effectiveOn: madeOn, byOn, graceDays } = event
  const outcome = 'open' as const
  state.promises.set(promiseId, {
    cycle,
    amountMinor,
    madeOn,
    byOn,
    graceDays,
    outcome,
    judgedOn: null,
  })
}

export const judged = (
  state: Draft<Collections>,
  event: Of<'PromiseKept' | 'PromisePartlyKept' | 'PromiseBroken' | 'PromiseReopened'>,
): void => {
  const promise = state.promises.get(event.promiseId)
  if (promise === undefined) return
  promise.outcome = outcomes[event.type]
  promise.judgedOn = laterDay(promise.judgedOn ?? event.effectiveOn, event.effectiveOn)
}

export const extended = (state: Draft<Collections>, event: Of<'ExtensionGranted'>): void => {
  const { itemId, untilOn } = event
  const known = state.extensions.get(itemId)
  const latest = laterDay(known?.untilOn ?? untilOn, untilOn)
  state.extensions.set(itemId, { untilOn: latest, times: (known?.times ?? 0) + 1 })
}

export const scheduled = (state: Draft<Collections>, event: Of<'NextActionScheduled'>): void => {
  const { plannedOn, action, effectiveOn } = event
  state.nextAction = laterWins(state.nextAction ?? undefined, { plannedOn, action }, effectiveOn)
}

/** What is suspended is what the steps that suspend spoke of. */
export const suspended = (state: Draft<Collections>, event: Of<'ServiceSuspended'>): void => {
  const { cycle, stepId } = event
  const suspends = state.openCase?.cycle === cycle ? state.openCase.suspends : null
  state.suspension = { cycle, stepId, itemIds: new Set(suspends?.itemIds) }
}

/** A later suspension needs a later step. */
export const reinstated = (state: Draft<Collections>, event: Of<'ServiceReinstated'>): void => {
  state.suspension = null
  if (state.openCase?.cycle === event.cycle) state.openCase.suspends = null
}
