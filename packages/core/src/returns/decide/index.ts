import * as E from 'fp-ts/lib/Either.js'
import { unreachable } from '../../shared/index.ts'
import type { ReturnsCommand } from '../commands.ts'
import type { ReturnCase } from '../state.ts'
import { close, recordReturned } from './close.ts'
import { knownRequest, type Decision } from './decision.ts'
import { request } from './request.ts'
import { approve, inspect, receive, reject, withdraw } from './steps.ts'

/** Decides one command on one return. Pure. Rejects also: `WrongCustomer`. */
export const decide =
  (command: ReturnsCommand) =>
  (state: ReturnCase): Decision => {
    const known = knownRequest(command, state)
    if (E.isLeft(known) && known.left.type === 'WrongCustomer') return known
    switch (command.type) {
      case 'RequestReturn':
        return request(command, state)
      case 'ApproveReturn':
        return approve(command, state)
      case 'RejectReturn':
        return reject(command, state)
      case 'WithdrawReturn':
        return withdraw(command, state)
      case 'ReceiveGoods':
        return receive(command, state)
      case 'InspectGoods':
        return inspect(command, state)
      case 'CloseReturn':
        return close(command, state)
      case 'RecordReturnedGoods':
        return recordReturned(command, state)
      default:
        return unreachable(command)
    }
  }
