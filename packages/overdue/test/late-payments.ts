import { readFileSync } from 'node:fs'
import {
  civilDate,
  currency,
  customerId,
  disputeId,
  endOfDay,
  itemId,
  invoiceId,
  minorUnits,
  parseMinor,
  paymentId,
  type CivilDate,
} from '@tenure/core/shared'
import type { Known } from '@tenure/projection'
import { logOf, type Learned } from './histories.ts'

const usd = currency('USD')

/** One invoice of the file, in our words. */
interface Invoice {
  readonly customer: string
  readonly number: string
  readonly invoicedOn: CivilDate
  readonly dueOn: CivilDate
  readonly settledOn: CivilDate
  readonly amountMinor: number
  readonly disputed: boolean
}

const dayOf = (text: string): CivilDate => {
  const [month = '', day = '', year = ''] = text.split('/')
  return civilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const readInvoices = (path: string): ReadonlyArray<Invoice> => {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const columns = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
    return {
      customer: cell('customerID'),
      number: cell('invoiceNumber'),
      invoicedOn: dayOf(cell('InvoiceDate')),
      dueOn: dayOf(cell('DueDate')),
      settledOn: dayOf(cell('SettledDate')),
      amountMinor: parseMinor(cell('InvoiceAmount'), usd) ?? Number.NaN,
      disputed: cell('Disputed') === 'Yes',
    }
  })
}

/** What the file says of one invoice, in the order of its facts: through the record door, as an import would. */
const commandsOf = (invoice: Invoice): ReadonlyArray<Learned> => {
  const item = itemId(invoice.number)
  const amountMinor = minorUnits(invoice.amountMinor)
  const about = { customerId: customerId(invoice.customer), currency: usd }
  const invoiced = { ...about, effectiveOn: invoice.invoicedOn }
  const whole = { instalment: 1, amountMinor, dueOn: invoice.dueOn }
  const opened: Learned = {
    room: 'receivables',
    at: endOfDay(invoice.invoicedOn, 'UTC'),
    command: {
      type: 'RecordItem',
      ...invoiced,
      itemId: item,
      kind: 'invoice',
      invoiceId: invoiceId(invoice.number),
      schedule: [whole],
      earlyPay: [],
    },
  }
  const disputed: Learned = {
    room: 'collections',
    at: endOfDay(invoice.invoicedOn, 'UTC'),
    command: {
      type: 'RecordDispute',
      ...invoiced,
      disputeId: disputeId(`dispute ${invoice.number}`),
      itemId: item,
      amountMinor,
      reason: null,
    },
  }
  const paid: Learned = {
    room: 'receivables',
    at: endOfDay(invoice.settledOn, 'UTC'),
    command: {
      type: 'RecordPayment',
      ...about,
      effectiveOn: invoice.settledOn,
      paymentId: paymentId(`payment ${invoice.number}`),
      amountMinor,
      method: null,
      initiatedOn: null,
      settledOn: null,
      forItemId: item,
    },
  }
  return [opened, ...(invoice.disputed ? [disputed] : []), paid]
}

/** The whole file as a log: each fact known at the end of its own day, in the order of learning. */
export const latePaymentsLog = (path: string): ReadonlyArray<Known> =>
  logOf(
    readInvoices(path)
      .flatMap(commandsOf)
      .toSorted((a, b) => a.at - b.at),
  )
