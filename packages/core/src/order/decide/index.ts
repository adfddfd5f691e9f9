import { unreachable } from '../../shared/index.ts'
import type { OrderCommand } from '../commands.ts'
import type { Order } from '../state.ts'
import { cancel, recordCancellation } from './cancel.ts'
import { confirm } from './confirm.ts'
import type { Decision } from './decision.ts'
import { place, recordSale } from './place.ts'
import { confirmDelivery, recordDelivery, ship } from './ship.ts'

export const decide =
  (command: OrderCommand) =>
  (order: Order): Decision => {
    switch (command.type) {
      case 'PlaceOrder':
        return place(command, order)
      case 'ConfirmOrder':
        return confirm(command, order)
      case 'ShipOrder':
        return ship(command, order)
      case 'ConfirmDelivery':
        return confirmDelivery(command, order)
      case 'CancelOrder':
        return cancel(command, order)
      case 'RecordSale':
        return recordSale(command, order)
      case 'RecordDelivery':
        return recordDelivery(command, order)
      case 'RecordCancellation':
        return recordCancellation(command, order)
      default:
        return unreachable(command)
    }
  }
