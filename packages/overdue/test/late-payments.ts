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
import { knownFact, type Known } from '@tenure/projection'
import type { OverdueEvent } from '../src/index.ts'

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

const eventsOf = (invoice: Invoice): ReadonlyArray<OverdueEvent> => {
  const item = itemId(invoice.number)
  const amountMinor = minorUnits(invoice.amountMinor)
  const about = { customerId: customerId(invoice.customer), currency: usd }
  const opened: OverdueEvent = {
    type: 'ItemOpened',
    ...about,
    effectiveOn: invoice.invoicedOn,
    itemId: item,
    kind: 'invoice',
    invoiceId: invoiceId(invoice.number),
    amountMinor,
    schedule: [{ instalment: 1, amountMinor, dueOn: invoice.dueOn }],
  }
  const disputed: OverdueEvent = {
    type: 'DisputeRaised',
    ...about,
    effectiveOn: invoice.invoicedOn,
    disputeId: disputeId(`dispute ${invoice.number}`),
    itemId: item,
    amountMinor,
    reason: null,
  }
  const paid = paymentId(`payment ${invoice.number}`)
  const cash = { ...about, effectiveOn: invoice.settledOn, paymentId: paid, amountMinor }
  return [
    opened,
    ...(invoice.disputed ? [disputed] : []),
    { type: 'PaymentReceived', ...cash, method: null, forItemId: item },
    { type: 'PaymentApplied', ...cash, itemId: item, changeId: null },
  ]
}

/** The whole file as a history: each fact known at the end of its own day, in the order of learning. */
export const latePaymentsHistory = (path: string): ReadonlyArray<Known> =>
  readInvoices(path)
    .flatMap(eventsOf)
    .map((body, place) => knownFact(body, endOfDay(body.effectiveOn, 'UTC'), place))
    .toSorted((a, b) => a.envelope.recordedAt - b.envelope.recordedAt)
