import { row, type Row } from './row.ts'

/** Asking a client for payment. */
export const askingForPayment: ReadonlyArray<Row> = [
  row('4-01', 'A clear request: exact amount and day', 'paymentRequest'),
  row('4-02', 'Methods in the order the client prefers', 'paymentRequest'),
  row('4-03', 'A benefit while it lasts', 'paymentRequest'),
  row('4-04', 'Polite, firmer only step by step, with help on offer', 'HardshipAgreed'),
  row('4-05', 'No request before the invoice was delivered', 'paymentRequest'),
  row('4-06', 'A discount for paying in the period', 'EarlyDiscountTaken'),
  row('4-07', 'By letter, message or machine', 'ReminderSent'),
  row('4-08', 'A link, instructions, answers', 'paymentRequest'),
  row('4-09', 'Prepared: amount, account, day, method', 'paymentRequest'),
  row('4-10', 'The channel the client agreed to, else another, else a person', 'ManualTaskRaised'),
  row('4-11', 'The client who cannot is treated as such', 'HardshipAgreed'),
  row('4-12', 'Checked again at the moment of sending', 'ReminderSent'),
  row('4-13', 'Whom to ask', 'paymentRequest'),
  row('4-14', 'Contacts and next actions are recorded', 'ContactLogged NextActionScheduled'),
  row('4-15', 'By name and number', 'paymentRequest'),
  row('4-16', 'What was ordered', 'paymentRequest'),
  row('4-17', 'The method preferred', 'paymentRequest'),
  row('4-18', 'Thanks for what was paid', 'paymentRequest'),
  row('4-19', 'Until when', 'paymentRequest'),
  row('4-20', 'The policy fits how the client pays', 'paymentBehaviour'),
]
