import { row, type Row } from './row.ts'

const later = { later: 'read models' } as const

/** Getting customers to pay on time. */
export const onTimePayment: ReadonlyArray<Row> = [
  row('2-01', 'Cash is foreseen', 'openItems', later),
  row('2-02', 'Sale by instalments', 'equalInstalments'),
  row('2-03', 'Paid on time, or earlier', 'EarlyDiscountTaken PointsEarned'),
  row('2-04', 'The next stage waits for payment', 'MilestoneStarted'),
  row('2-05', 'Billed when a stage is accepted', 'MilestoneCompleted MilestoneAccepted'),
  row('2-06', 'A large order needs an agreement', 'agreementRequired'),
  row('2-07', 'A late fee only if it was agreed before', 'LateFeeAssessed'),
  row(
    '2-08',
    'Invoices are issued, delivered, seen',
    'InvoiceIssued InvoiceDelivered InvoiceViewed',
  ),
  row('2-09', 'A reminder names its instalment', 'paymentRequest'),
  row('2-10', 'A link for each invoice', 'PaymentLinkOpened PaymentLinkRetired'),
  row('2-11', 'Early payment has its discount', 'EarlyDiscountTaken'),
  row('2-12', 'Loyalty for who comes again', 'PointsEarned'),
  row('2-13', 'The method fits the terms', 'OrderConfirmed'),
  row('2-14', 'Initiated, valued, settled: three days', 'PaymentReceived'),
  row('2-15', 'Reminders before and after the due day', 'ReminderSent'),
  row('2-16', 'Several methods to choose from', 'OrderPlaced'),
  row('2-17', 'A licensed gateway', '', {
    outOfScope: 'A provider is reached by a port of the service.',
  }),
  row('2-18', 'Two levels of support', 'TicketEscalated'),
  row('2-19', 'Every step of a ticket is told once', 'TicketAnswered'),
  row('2-20', 'Contacts have roles', 'ContactAdded'),
]
