import { row, type Row } from './row.ts'

const later = { later: 'read models' } as const

/** Fewer refunds. */
export const fewerRefunds: ReadonlyArray<Row> = [
  row('3-01', 'Refunds and how soon they are asked', 'ReturnRequested RefundRequested', later),
  row('3-02', 'No money goes back twice', 'PaymentChargedBack'),
  row('3-03', 'Refunds by reason', 'ReturnRequested', later),
  row('3-04', 'Support first, refund later or never', 'TicketClosed', later),
  row('3-05', 'A guide to begin with', 'SequenceStepSent'),
  row('3-06', 'A welcome, once an order', 'SequenceStarted'),
  row(
    '3-07',
    'A sequence of messages that knows when to stop',
    'SequenceStepSkipped SequenceStopped',
  ),
  row('3-08', 'A surprise on a day between three and five', 'SequenceStepSent'),
  row('3-09', 'Demonstrations', 'SequenceStepSent'),
  row('3-10', 'The time of remorse', 'ReturnRequested', later),
  row('3-11', 'With and without the sequence', 'ArmAssigned', later),
]
