import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { AcceptMilestone, CompleteMilestone, StartMilestone } from '../commands.ts'
import type { OrderRejection } from '../rejections.ts'
import type { Milestone, Order } from '../state.ts'
import { endedRefusal, knownOrder, type Decision } from './decision.ts'

const knownMilestone = (
  command: StartMilestone | CompleteMilestone | AcceptMilestone,
  order: Order,
): E.Either<OrderRejection, Milestone> => {
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  const { orderId, milestoneId } = command
  const milestone = order.milestones.get(milestoneId)
  return milestone === undefined
    ? E.left({ type: 'UnknownMilestone', orderId, milestoneId })
    : E.right(milestone)
}

const about = ({ customerId, orderId, milestoneId }: StartMilestone | CompleteMilestone) => ({
  customerId,
  orderId,
  milestoneId,
})

/**
 * Starts a stage of a confirmed order. Where the order is paid stage by stage, those before it are paid.
 *
 * Shape: nothing where it was started. Rejects: `UnknownOrder`, `WrongCustomer`, `UnknownMilestone`,
 * `OrderIsCancelled`, `OrderIsClosed`, `OrderNotConfirmed`, `StageUnpaid`. Source: domain 2-04.
 */
export const startMilestone = (command: StartMilestone, order: Order): Decision => {
  const { orderId, milestoneId, paid } = command
  const known = knownMilestone(command, order)
  if (E.isLeft(known)) return known
  const { stage, startedOn } = known.right
  if (startedOn !== null) return E.right([])
  const ended = endedRefusal(command, order)
  if (ended !== undefined) return ended
  if (order.confirmedOn === null) return E.left({ type: 'OrderNotConfirmed', orderId })
  const unpaid = [...order.milestones]
    .filter(([id, earlier]) => earlier.stage < stage && !paid.includes(id))
    .map(([id]) => id)
  if (order.payBeforeNext && unpaid.length > 0)
    return E.left({ type: 'StageUnpaid', orderId, milestoneId, unpaid })
  const effectiveOn = laterDay(command.effectiveOn, order.confirmedOn)
  return E.right([{ type: 'MilestoneStarted', effectiveOn, ...about(command), stage }])
}

/**
 * The house says that a stage is done.
 *
 * Rejects: `UnknownOrder`, `WrongCustomer`, `UnknownMilestone`, `MilestoneNotStarted`.
 */
export const completeMilestone = (command: CompleteMilestone, order: Order): Decision => {
  const { orderId, milestoneId } = command
  const known = knownMilestone(command, order)
  if (E.isLeft(known)) return known
  const { stage, startedOn, completedOn } = known.right
  if (completedOn !== null) return E.right([])
  if (startedOn === null) return E.left({ type: 'MilestoneNotStarted', orderId, milestoneId })
  const effectiveOn = laterDay(command.effectiveOn, startedOn)
  return E.right([{ type: 'MilestoneCompleted', effectiveOn, ...about(command), stage }])
}

/**
 * The customer accepts a stage: what is to be billed for it stands in the event.
 *
 * Rejects: `UnknownOrder`, `WrongCustomer`, `UnknownMilestone`, `MilestoneNotCompleted`.
 * Source: domain 2-05.
 */
export const acceptMilestone = (command: AcceptMilestone, order: Order): Decision => {
  const { customerId, orderId, milestoneId } = command
  const known = knownMilestone(command, order)
  if (E.isLeft(known)) return known
  const { stage, amountMinor, completedOn, acceptedOn } = known.right
  if (acceptedOn !== null) return E.right([])
  if (completedOn === null) return E.left({ type: 'MilestoneNotCompleted', orderId, milestoneId })
  const placed = knownOrder(command, order)
  if (E.isLeft(placed)) return placed
  const { currency } = placed.right
  const effectiveOn = laterDay(command.effectiveOn, completedOn)
  const facts = { effectiveOn, customerId, currency, orderId, milestoneId, stage, amountMinor }
  return E.right([{ type: 'MilestoneAccepted', ...facts }])
}
