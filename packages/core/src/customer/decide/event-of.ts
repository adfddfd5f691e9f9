import { unreachable, type Text } from '../../shared/index.ts'
import type { CustomerChange } from '../commands.ts'
import type { Customer } from '../state.ts'
import type { ChangeEvent } from '../words.ts'

/** What a way to pay is; its own name where it is not on file, which refuses the command. */
const methodOf = ({ methods }: Customer, methodId: Text): Text =>
  methods.get(methodId)?.value?.method ?? methodId

/** The event that a command asks for, as if nothing stood against it. */
export const eventOf = (command: CustomerChange, customer: Customer): ChangeEvent => {
  switch (command.type) {
    case 'SetPreferences':
      return { ...command, type: 'PreferencesSet' }
    case 'GiveConsent':
      return { ...command, type: 'ConsentGiven' }
    case 'WithdrawConsent':
      return { ...command, type: 'ConsentWithdrawn' }
    case 'AddMethod':
      return { ...command, type: 'PaymentMethodAdded' }
    case 'RenewMethod':
      return {
        ...command,
        type: 'PaymentMethodRenewed',
        method: methodOf(customer, command.methodId),
      }
    case 'RemoveMethod':
      return {
        ...command,
        type: 'PaymentMethodRemoved',
        method: methodOf(customer, command.methodId),
      }
    case 'ExpireMethod':
      return {
        ...command,
        type: 'PaymentMethodExpired',
        method: methodOf(customer, command.methodId),
      }
    case 'AddContact':
      return { ...command, type: 'ContactAdded' }
    case 'RemoveContact':
      return { ...command, type: 'ContactRemoved' }
    case 'ReportHardship':
      return { ...command, type: 'HardshipReported' }
    case 'EndHardshipReport':
      return { ...command, type: 'HardshipReportEnded' }
    default:
      return unreachable(command)
  }
}
