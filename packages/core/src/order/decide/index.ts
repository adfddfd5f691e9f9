import { unreachable } from '../../shared/index.ts'
import type { OrderCommand } from '../commands.ts'
import type { Order } from '../state.ts'
import { confirm } from './confirm.ts'
import type { Decision } from './decision.ts'
import { acceptGoods, confirmDelivery, recordDelivery } from './deliver.ts'
import { cancel, close, recordCancellation, reopen } from './end.ts'
import { acceptMilestone, completeMilestone, startMilestone } from './milestones.ts'
import { place } from './place.ts'
import { acceptTerms, quoteTerms } from './quote.ts'
import { recordSale, recordSaleCredit, recordSaleCreditWithdrawal } from './record-sale.ts'
import { ship } from './ship.ts'

export const decide =
  (command: OrderCommand) =>
  (order: Order): Decision => {
    switch (command.type) {
      case 'PlaceOrder':
        return place(command, order)
      case 'QuoteTerms':
        return quoteTerms(command, order)
      case 'AcceptTerms':
        return acceptTerms(command, order)
      case 'ConfirmOrder':
        return confirm(command, order)
      case 'ShipOrder':
        return ship(command, order)
      case 'ConfirmDelivery':
        return confirmDelivery(command, order)
      case 'AcceptGoods':
        return acceptGoods(command, order)
      case 'StartMilestone':
        return startMilestone(command, order)
      case 'CompleteMilestone':
        return completeMilestone(command, order)
      case 'AcceptMilestone':
        return acceptMilestone(command, order)
      case 'CancelOrder':
        return cancel(command, order)
      case 'CloseOrder':
        return close(command, order)
      case 'ReopenOrder':
        return reopen(command, order)
      case 'RecordSale':
        return recordSale(command, order)
      case 'RecordSaleCredit':
        return recordSaleCredit(command, order)
      case 'RecordSaleCreditWithdrawal':
        return recordSaleCreditWithdrawal(command, order)
      case 'RecordDelivery':
        return recordDelivery(command, order)
      case 'RecordCancellation':
        return recordCancellation(command, order)
      default:
        return unreachable(command)
    }
  }
