import { describe, it } from 'vitest'
import type { InvoiceCommand, InvoiceLine } from '../src/invoice/index.ts'
import { minorUnits, type TaxRounding } from '../src/shared/index.ts'
import {
  breakdown,
  correct,
  corrected,
  invoice,
  issue,
  issued,
  line,
  number,
} from './invoice-words.ts'

describe('credit notes of one invoice', () => {
  it('together never exceed its total', () => {
    invoice(issue, correct('CN-1', 1000)).when(correct('CN-2', 101)).thenRejected({
      type: 'CreditAboveTotal',
      invoiceId: number,
      totalMinor: 1100,
      correctedMinor: 1000,
      offeredMinor: 101,
    })
    invoice(issue, correct('CN-1', 1000), correct('CN-2', 100))
      .when(correct('CN-1', 1000))
      .thenNothing()
    invoice(issue, correct('CN-1', 1000)).when(correct('CN-1', 999)).thenRejected({
      type: 'ConflictingDuplicate',
      invoiceId: number,
      recordedMinor: 1000,
      offeredMinor: 999,
    })
    invoice(issue).when(correct('CN-1', 0)).thenRejected({ type: 'ZeroAmount', invoiceId: number })
  })

  it('say what lowers the open amount and what was paid before and is owed back', () => {
    // Stripe's rule: the part before payment first, the rest after payment.
    invoice(issue)
      .when(correct('CN-1', 500, 1100))
      .then(corrected('CN-1', 500, 0))
    invoice(issue)
      .when(correct('CN-1', 500, 300))
      .then(corrected('CN-1', 300, 200))
  })

  it('after full payment are owed back whole: nothing open goes below zero [edge 42]', () => {
    invoice(issue)
      .when(correct('CN-1', 500, 0))
      .then(corrected('CN-1', 0, 500))
  })

  it('are of what is open, to the cent [edge 6]', () => {
    const [first, second] = issued.schedule
    const scheduled = (first?.amountMinor ?? 0) + (second?.amountMinor ?? 0)
    invoice(issue)
      .when(correct('CN-1', 1, scheduled))
      .then(corrected('CN-1', 1, 0))
  })

  it('hold no more tax than they come to', () => {
    invoice(issue)
      .when({ ...correct('CN-1', 10), taxMinor: minorUnits(11) })
      .thenRejected({ type: 'TaxAboveAmount', invoiceId: number, taxMinor: 11, amountMinor: 10 })
    invoice(issue)
      .when({ ...correct('CN-1', 10), taxMinor: minorUnits(10) })
      .then(corrected('CN-1', 10, 0, 10))
  })

  it('may have lines of any size, as long as their tax can be counted exactly', () => {
    const half = 5_000_000_000_000_000
    const big = { ...issue, breakdown: breakdown(half) }
    invoice(big)
      .when({ ...correct('CN-1', half), lines: [line('gold', half, 0, 10_000)] })
      .thenRejected({ type: 'AmountOutOfRange', invoiceId: number, amountMinor: half })
    const lines = [line('ship', 1_000_000_000)]
    const note = { ...correct('CN-1', 1_190_000_000), lines, taxMinor: minorUnits(190_000_000) }
    invoice(big)
      .when(note)
      .then({ ...corrected('CN-1', 1_190_000_000, 0, 190_000_000), lines })
  })

  it('of so little that its tax rounds to nothing bear none: two cents at 19 %', () => {
    const lines = [line('bag', 2)]
    invoice(issue)
      .when({ ...correct('CN-1', 2), lines })
      .then({ ...corrected('CN-1', 2, 0), lines })
  })
})

describe('an invoice of three lines of 0.33 at 19 %', () => {
  // Each line's tax of 0.0627 rounds to 0.06, three of them to 0.18; over 0.99 it is 0.1881, so 0.19.
  const lines = ['a', 'b', 'c'].map((name) => line(name, 33))
  const billed = (taxRounding: TaxRounding, tax: number) =>
    ({
      ...issue,
      lines,
      breakdown: { ...breakdown(99, 0, tax), taxRounding },
    }) satisfies InvoiceCommand
  const note = (
    id: string,
    of: ReadonlyArray<InvoiceLine>,
    tax: number,
    taxRounding: TaxRounding,
  ): InvoiceCommand => {
    const amount = of.reduce((sum, { netMinor }) => sum + netMinor, tax)
    return { ...correct(id, amount), lines: of, taxMinor: minorUnits(tax), taxRounding }
  }

  it('names its rounding, by line or over all, and its credit note uses the same [edge 8]', () => {
    const mismatch = { type: 'BreakdownMismatch', invoiceId: number, part: 'tax' } as const
    invoice()
      .when(billed('line', 19))
      .thenRejected({ ...mismatch, linesMinor: 18, statedMinor: 19 })
    invoice()
      .when(billed('global', 18))
      .thenRejected({ ...mismatch, linesMinor: 19, statedMinor: 18 })
    invoice(billed('global', 19))
      .when(note('CN-1', lines, 18, 'line'))
      .thenRejected({
        type: 'RoundingDiffers',
        invoiceId: number,
        issued: 'global',
        offered: 'line',
      })
    invoice(billed('global', 19))
      .when(note('CN-1', lines, 18, 'global'))
      .thenRejected({ ...mismatch, linesMinor: 19, statedMinor: 18 })
    invoice(billed('global', 19))
      .when(note('CN-1', lines, 19, 'global'))
      .then({ ...corrected('CN-1', 118, 0, 19), lines, taxRounding: 'global' })
    invoice(billed('line', 18))
      .when(note('CN-1', lines, 18, 'line'))
      .then({ ...corrected('CN-1', 117, 0, 18), lines })
  })

  it('credited line by line credits exactly its tax', () => {
    const [a, b, c] = lines
    if (a === undefined || b === undefined || c === undefined) throw new Error('three lines')
    // 0.0627, 0.1254 and 0.1881 round to 6, 13 and 19: the notes bear 6, 7 and 6.
    const first = note('CN-a', [a], 6, 'global')
    const second = note('CN-b', [b], 7, 'global')
    invoice(billed('global', 19), first, second)
      .when(note('CN-c', [c], 6, 'global'))
      .then({ ...corrected('CN-c', 39, 0, 6), lines: [c], taxRounding: 'global' })
    invoice(billed('global', 19), first)
      .when(note('CN-b', [b], 6, 'global'))
      .thenRejected({
        type: 'BreakdownMismatch',
        invoiceId: number,
        part: 'tax',
        linesMinor: 7,
        statedMinor: 6,
      })
  })
})
