import * as E from 'fp-ts/lib/Either.js'
import { laterDay, type CivilDate, type ReturnId } from '../../shared/index.ts'
import type { ReturnsCommand } from '../commands.ts'
import type { ReturnsEvent } from '../events.ts'
import type { ReturnsRejection } from '../rejections.ts'
import type { RequestedReturn, ReturnCase, ReturnStatus } from '../state.ts'
import { wordsOf } from '../words.ts'

export type Decision = E.Either<ReturnsRejection, ReadonlyArray<ReturnsEvent>>

/** The request that the command speaks of, or why there is none that it may change. */
export const knownRequest = (
  { returnId, customerId }: ReturnsCommand,
  { request }: ReturnCase,
): E.Either<ReturnsRejection, RequestedReturn> => {
  if (request === null) return E.left({ type: 'UnknownReturn', returnId })
  const { customerId: expected } = request
  return expected === customerId
    ? E.right(request)
    : E.left({ type: 'WrongCustomer', returnId, expected, offered: customerId })
}

/** `[]` where the step was taken with the same words, a conflict where with others; else undefined. */
export const repetition = (
  returnId: ReturnId,
  type: ReturnsEvent['type'],
  offered: string,
  { steps }: ReturnCase,
): Decision | undefined => {
  const recorded = steps.get(type)
  if (recorded === undefined) return undefined
  return recorded === offered
    ? E.right([])
    : E.left({ type: 'ConflictingDuplicate', returnId, recorded, offered })
}

/**
 * One step of a case: nothing where it was taken before, and otherwise only from a status that it needs.
 * `events` are all of the step; they are effective on the day of the step before at the earliest.
 */
export const step = (
  returnId: ReturnId,
  events: ReadonlyArray<ReturnsEvent>,
  needed: ReadonlyArray<ReturnStatus>,
  state: ReturnCase,
): Decision => {
  const repeated = events.map((event) => repetition(returnId, event.type, wordsOf(event), state))
  const conflict = repeated.find((answer) => answer !== undefined && E.isLeft(answer))
  if (conflict !== undefined) return conflict
  if (repeated.every((answer) => answer !== undefined)) return E.right([])
  const { status, since } = state
  if (!needed.includes(status)) return E.left({ type: 'ReturnOutOfTurn', returnId, status, needed })
  const on = (day: CivilDate): CivilDate => (since === null ? day : laterDay(day, since))
  return E.right(events.map((event) => ({ ...event, effectiveOn: on(event.effectiveOn) })))
}
