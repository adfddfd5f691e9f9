import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { invoiceCommand } from '@tenure/testing/arbitraries'
import {
  correctedMinor,
  invoiceRoom,
  type Invoice,
  type InvoiceEvent,
} from '../src/invoice/index.ts'
import { totalOf } from '../src/shared/index.ts'

type Told = Invariant<Invoice, InvoiceEvent>

const everyEvent =
  (holds: (event: InvoiceEvent) => boolean): Told['holds'] =>
  (_, history) =>
    history.every(holds)

const invariants: ReadonlyArray<Told> = [
  {
    title: 'never corrects an invoice by more than its total',
    holds: (invoice) => correctedMinor(invoice) <= (invoice.issued?.totalMinor ?? 0),
  },
  {
    title:
      'splits each credit note into a part before and a part after payment, and nothing else [inv 7]',
    holds: (invoice, history) =>
      correctedMinor(invoice) <= (invoice.issued?.totalMinor ?? 0) &&
      history.every(
        (event) =>
          event.type !== 'InvoiceCorrected' ||
          event.prePaymentMinor + event.postPaymentMinor === event.amountMinor,
      ),
  },
  {
    title: 'issues invoices whose parts and whose schedule add up to the total',
    holds: everyEvent((event) => {
      if (event.type !== 'InvoiceIssued') return true
      const scheduled = event.schedule.reduce((sum, part) => sum + part.amountMinor, 0)
      return totalOf(event.breakdown) === event.totalMinor && scheduled === event.totalMinor
    }),
  },
  {
    title: 'gives no discount for paying early on more than the instalment it belongs to',
    holds: everyEvent(
      (event) =>
        event.type !== 'InvoiceIssued' ||
        event.earlyPay.every(({ instalment, eligibleMinor }) => {
          const part = event.schedule.find((one) => one.instalment === instalment)
          return part !== undefined && eligibleMinor <= part.amountMinor
        }),
    ),
  },
  {
    title: 'never takes back an invoice that was corrected, nor corrects one taken back',
    holds: ({ voidedBy, corrections }) => voidedBy === null || corrections.size === 0,
  },
  {
    title: 'has one live payment link at most, and none once it was taken back',
    holds: ({ links, voidedBy }) => {
      const live = [...links.values()].filter(({ end }) => end === null).length
      return live <= (voidedBy === null ? 1 : 0)
    },
  },
  {
    title: 'accepts by a link what the link asks for, once',
    holds: (_, history) => {
      const used = history.flatMap((event) => (event.type === 'PaymentLinkUsed' ? [event] : []))
      const asked = new Map(
        history.flatMap((event) =>
          event.type === 'PaymentLinkOpened' ? [[event.token, event.amountMinor] as const] : [],
        ),
      )
      return (
        new Set(used.map(({ token }) => token)).size === used.length &&
        used.every(({ token, amountMinor }) => asked.get(token) === amountMinor)
      )
    },
  },
]

describe('the invoice room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: invoiceRoom,
    command: invoiceCommand,
    numRuns: runs(100),
    invariants,
  })
  for (const law of laws) it(law.title, law.check)
})
