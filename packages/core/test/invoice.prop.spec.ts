import { describe, it } from 'vitest'
import { roomLaws } from '@tenure/testing'
import { invoiceCommand } from '@tenure/testing/arbitraries'
import { correctedMinor, invoiceRoom } from '../src/invoice/index.ts'

describe('the invoice room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: invoiceRoom,
    command: invoiceCommand,
    invariants: [
      {
        title: 'never corrects an invoice by more than its total',
        holds: (invoice) => correctedMinor(invoice) <= (invoice.issued?.totalMinor ?? 0),
      },
      {
        title: 'issues schedules that add up to their totals',
        holds: (_, history) =>
          history.every(
            (event) =>
              event.type !== 'InvoiceIssued' ||
              event.schedule.reduce((sum, part) => sum + part.amountMinor, 0) === event.totalMinor,
          ),
      },
      {
        title: 'never takes back an invoice that was corrected, nor corrects one taken back',
        holds: ({ voidedBy, corrections }) => voidedBy === null || corrections.size === 0,
      },
    ],
  })
  for (const law of laws) it(law.title, law.check)
})
