import * as E from 'fp-ts/lib/Either.js'
import { unreachable } from '../../shared/index.ts'
import type { InvoiceCommand } from '../commands.ts'
import type { Invoice } from '../state.ts'
import { correct, voidInvoice } from './correct.ts'
import type { Decision } from './decision.ts'
import { issue, record } from './issue.ts'
import { openLink, retireLink, useLink } from './links.ts'
import { deliver, view } from './reach.ts'

/** Refuses whoever speaks of another customer's invoice; undefined where it is the command's own. */
const stranger = (
  { invoiceId, customerId }: InvoiceCommand,
  { issued }: Invoice,
): Decision | undefined =>
  issued === null || issued.customerId === customerId
    ? undefined
    : E.left({
        type: 'WrongCustomer',
        invoiceId,
        expected: issued.customerId,
        offered: customerId,
      })

/** Decides one command on one invoice. Pure; `[]` means "already so". Rejects also: `WrongCustomer`. */
export const decide =
  (command: InvoiceCommand) =>
  (invoice: Invoice): Decision => {
    const refused = stranger(command, invoice)
    if (refused !== undefined) return refused
    switch (command.type) {
      case 'IssueInvoice':
        return issue(command, invoice)
      case 'RecordInvoice':
        return record(command, invoice)
      case 'DeliverInvoice':
        return deliver(command, invoice)
      case 'ViewInvoice':
        return view(command, invoice)
      case 'VoidInvoice':
        return voidInvoice(command, invoice)
      case 'CorrectInvoice':
        return correct(command, invoice)
      case 'OpenPaymentLink':
        return openLink(command, invoice)
      case 'UsePaymentLink':
        return useLink(command, invoice)
      case 'RetirePaymentLink':
        return retireLink(command, invoice)
      default:
        return unreachable(command)
    }
  }
