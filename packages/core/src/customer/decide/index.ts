import type { CustomerCommand } from '../commands.ts'
import type { Customer } from '../state.ts'
import { change } from './change.ts'
import type { Decision } from './decision.ts'
import { merge } from './merge.ts'
import { recordCustomer, register } from './register.ts'

export const decide =
  (command: CustomerCommand) =>
  (customer: Customer): Decision => {
    switch (command.type) {
      case 'RegisterCustomer':
        return register(command, customer)
      case 'RecordCustomer':
        return recordCustomer(command, customer)
      case 'MergeCustomer':
        return merge(command, customer)
      default:
        return change(command, customer)
    }
  }
