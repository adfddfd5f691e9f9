import * as E from 'fp-ts/lib/Either.js'
import { addDecimals, compareDecimals, type Decimal, type Text } from '../../shared/index.ts'
import type {
  ApproveReturn,
  InspectGoods,
  ReceiveGoods,
  RejectReturn,
  WithdrawReturn,
} from '../commands.ts'
import { failedConditions } from '../conditions.ts'
import type { ReturnCase } from '../state.ts'
import { knownRequest, step, type Decision } from './decision.ts'

/** The house takes the goods back. Rejects: `UnknownReturn`, `WrongCustomer`, `ReturnOutOfTurn`. */
export const approve = (command: ApproveReturn, state: ReturnCase): Decision => {
  const known = knownRequest(command, state)
  if (E.isLeft(known)) return known
  const { orderId } = known.right
  const event = { ...command, type: 'ReturnApproved', orderId } as const
  return step(command.returnId, [event], ['requested'], state)
}

/** The house does not take the goods back, and says why. Rejects: as `approve`. */
export const reject = (command: RejectReturn, state: ReturnCase): Decision => {
  const known = knownRequest(command, state)
  if (E.isLeft(known)) return known
  const { orderId } = known.right
  const event = { ...command, type: 'ReturnRejected', orderId } as const
  return step(command.returnId, [event], ['requested'], state)
}

/** The customer keeps the goods, while they have not come back. Rejects: as `approve`. */
export const withdraw = (command: WithdrawReturn, state: ReturnCase): Decision => {
  const known = knownRequest(command, state)
  if (E.isLeft(known)) return known
  const { orderId } = known.right
  const event = { ...command, type: 'ReturnWithdrawn', orderId } as const
  return step(command.returnId, [event], ['requested', 'approved'], state)
}

/**
 * Goods came back, all that was asked for or less.
 *
 * Rejects: `UnknownReturn`, `WrongCustomer`, `NothingToReturn`, `UnknownLine`, `TooMany`, `ReturnOutOfTurn`,
 * `SentTooLate` after the day by which they were to arrive.
 */
export const receive = (command: ReceiveGoods, state: ReturnCase): Decision => {
  const known = knownRequest(command, state)
  if (E.isLeft(known)) return known
  const { returnId, effectiveOn } = command
  const came = new Map<Text, Decimal>()
  for (const { lineId, quantity } of command.lines)
    came.set(lineId, addDecimals(came.get(lineId) ?? '0', quantity))
  const lines = [...came].map(([lineId, quantity]) => ({ lineId, quantity }))
  if (lines.length === 0 || lines.some(({ quantity }) => compareDecimals(quantity, '0') <= 0))
    return E.left({ type: 'NothingToReturn', returnId })
  for (const { lineId, quantity: offered } of lines) {
    const asked = known.right.lines.find((line) => line.lineId === lineId)
    if (asked === undefined) return E.left({ type: 'UnknownLine', lineId })
    if (compareDecimals(offered, asked.quantity) > 0)
      return E.left({ type: 'TooMany', lineId, left: asked.quantity, offered })
  }
  const { orderId } = known.right
  const event = { ...command, type: 'ReturnReceived', orderId, lines } as const
  const decision = step(returnId, [event], ['approved'], state)
  const isNew = E.isRight(decision) && decision.right.length > 0
  if (isNew && state.sendBy !== null && effectiveOn > state.sendBy)
    return E.left({ type: 'SentTooLate', sendBy: state.sendBy, receivedOn: effectiveOn })
  return decision
}

/** The house looked at the goods, and says which conditions they fail. Rejects: as `approve`. */
export const inspect = (command: InspectGoods, state: ReturnCase): Decision => {
  const known = knownRequest(command, state)
  if (E.isLeft(known)) return known
  const { orderId, conditions } = known.right
  const failed = conditions === null ? [] : failedConditions(conditions, command.found)
  const event = { ...command, type: 'ReturnInspected', orderId, failed } as const
  return step(command.returnId, [event], ['received'], state)
}
