import { askingForPayment } from './asking-for-payment.ts'
import { edgeCases } from './edge-cases.ts'
import { fewerRefunds } from './fewer-refunds.ts'
import { invariants } from './invariants.ts'
import { longTermPayment } from './long-term-payment.ts'
import { onTimePayment } from './on-time-payment.ts'
import { postPayment } from './post-payment.ts'
import type { Row } from './row.ts'

/** All that the trade asks of the house, in the sections of the page. */
export const sections: ReadonlyArray<readonly [title: string, rows: ReadonlyArray<Row>]> = [
  ['Post-payment of goods', postPayment],
  ['Long-term payment and retention', longTermPayment],
  ['Paying on time', onTimePayment],
  ['Fewer refunds', fewerRefunds],
  ['Asking for payment', askingForPayment],
  ['Edge cases: defects of other systems', edgeCases],
  ['Invariants', invariants],
]
