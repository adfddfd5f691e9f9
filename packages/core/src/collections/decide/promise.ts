import * as E from 'fp-ts/lib/Either.js'
import { addDays, laterDay, minorUnits } from '../../shared/index.ts'
import type { JudgePromise, PromiseToPay, ReopenPromise } from '../agreement-commands.ts'
import { promiseWaitsUntil } from '../standing.ts'
import type { Collections, PaymentPromise } from '../state.ts'
import { aboutOf, changeRepeated, type Decision } from './decision.ts'

/** The answer to a promise's id that is known; undefined where it is new. */
const repetition = (command: PromiseToPay, state: Collections): Decision | undefined => {
  const { promiseId, amountMinor, byOn } = command
  const known = state.promises.get(promiseId)
  if (known === undefined) return undefined
  if (known.amountMinor === amountMinor && known.byOn === byOn) return E.right([])
  const recorded = { itemId: null, amountMinor: known.amountMinor }
  const offered = { itemId: null, amountMinor }
  return E.left({ type: 'ConflictingDuplicate', what: 'promise', id: promiseId, recorded, offered })
}

/**
 * Takes a promise to pay. Reminders wait to its day and the grace, and go on the day after by themselves.
 *
 * Units: minor units, at most what is open; days from the day of the promise.
 * Shape: nothing where this promise is recorded. It belongs to the open case, or to the next one.
 * Rejects: `ConflictingDuplicate`, `ZeroAmount`, `AmountTooLarge`, `DayOutOfRange`, `PromiseStands` while
 * another one is waited for, `TooManyPromises` in one case. Source: domain edge case 61.
 */
export const promiseToPay = (command: PromiseToPay, state: Collections): Decision => {
  const repeated = repetition(command, state)
  if (repeated !== undefined) return repeated
  const { promiseId, amountMinor, byOn, openMinor, effectiveOn } = command
  const { graceDays, maxPerCase, maxDays } = command.rule
  if (amountMinor === 0) return E.left({ type: 'ZeroAmount' })
  if (amountMinor > openMinor)
    return E.left({ type: 'AmountTooLarge', itemId: null, openMinor, offeredMinor: amountMinor })
  const latestOn = addDays(effectiveOn, maxDays)
  if (byOn < effectiveOn || byOn > latestOn)
    return E.left({ type: 'DayOutOfRange', offeredOn: byOn, earliestOn: effectiveOn, latestOn })
  for (const [id, promise] of state.promises) {
    const untilOn = promiseWaitsUntil(promise)
    if (promise.outcome === 'open' && effectiveOn <= untilOn)
      return E.left({ type: 'PromiseStands', promiseId: id, untilOn })
  }
  const cycle = state.openCase?.cycle ?? state.cycle + 1
  const made = [...state.promises.values()].filter((promise) => promise.cycle === cycle)
  if (made.length >= maxPerCase) return E.left({ type: 'TooManyPromises', allowed: maxPerCase })
  const facts = { promiseId, cycle, amountMinor, byOn, graceDays }
  return E.right([{ type: 'PromiseMade', ...aboutOf(command), ...facts }])
}

/** The cash that came in from the day of the promise to the end of its grace, as far as it is past. */
const receivedFor = (promise: PaymentPromise, { payments, effectiveOn }: JudgePromise): number =>
  payments
    .filter(({ receivedOn }) => receivedOn >= promise.madeOn && receivedOn <= effectiveOn)
    .filter(({ receivedOn }) => receivedOn <= promiseWaitsUntil(promise))
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0)

/**
 * Judges a promise by the cash that came in while it was waited for, and by nothing else.
 *
 * Shape: `PromiseKept` as soon as all of it is in; after the grace `PromisePartlyKept` or `PromiseBroken`.
 * Nothing where this change is recorded. Rejects: `ConflictingDuplicate`, `UnknownPromise`,
 * `PromiseAlreadyJudged`, `PromiseStands` while more may come, `AmountOutOfRange`.
 * Source: domain edge case 61, invariant 35.
 */
export const judgePromise = (command: JudgePromise, state: Collections): Decision => {
  const { changeId, promiseId } = command
  const repeated = changeRepeated(state, changeId, { type: 'PromiseKept', promiseId })
  if (repeated !== undefined) return repeated
  const promise = state.promises.get(promiseId)
  if (promise === undefined) return E.left({ type: 'UnknownPromise', promiseId })
  const { outcome, amountMinor } = promise
  if (outcome !== 'open') return E.left({ type: 'PromiseAlreadyJudged', promiseId, outcome })
  const received = receivedFor(promise, command)
  if (!Number.isSafeInteger(received))
    return E.left({ type: 'AmountOutOfRange', amountMinor: received })
  const untilOn = promiseWaitsUntil(promise)
  if (received < amountMinor && command.effectiveOn <= untilOn)
    return E.left({ type: 'PromiseStands', promiseId, untilOn })
  const type =
    received >= amountMinor ? 'PromiseKept' : received > 0 ? 'PromisePartlyKept' : 'PromiseBroken'
  const sums = { promisedMinor: minorUnits(amountMinor), receivedMinor: minorUnits(received) }
  return E.right([{ type, ...aboutOf(command), changeId, promiseId, ...sums }])
}

/**
 * Opens a promise again, since a payment that its judgement rested on went back.
 *
 * Shape: nothing where this change is recorded; effective on the day of that judgement at the earliest.
 * Rejects: `ConflictingDuplicate`, `UnknownPromise`, `PromiseStands` where it was not judged.
 */
export const reopenPromise = (command: ReopenPromise, state: Collections): Decision => {
  const { changeId, promiseId } = command
  const repeated = changeRepeated(state, changeId, { type: 'PromiseReopened', promiseId })
  if (repeated !== undefined) return repeated
  const promise = state.promises.get(promiseId)
  if (promise === undefined) return E.left({ type: 'UnknownPromise', promiseId })
  if (promise.outcome === 'open' || promise.judgedOn === null)
    return E.left({ type: 'PromiseStands', promiseId, untilOn: promiseWaitsUntil(promise) })
  const effectiveOn = laterDay(command.effectiveOn, promise.judgedOn)
  return E.right([
    { type: 'PromiseReopened', ...aboutOf(command), effectiveOn, changeId, promiseId },
  ])
}
