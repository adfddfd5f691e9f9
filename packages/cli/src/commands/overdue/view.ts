import type { CivilDate, Currency } from '@tenure/core/shared'
import type { OverdueRows } from '@tenure/overdue'
import type { Cut } from '@tenure/projection'
import type { AskingOptions } from '../../arguments/shared-options.ts'
import type { Shown } from '../../output/answer.ts'
import type { CutFields } from '../../output/document.ts'
import { shown } from '../../output/shown.ts'

export interface OverdueOptions extends AskingOptions {
  readonly from?: CivilDate
  readonly days?: number
  readonly boundaries?: ReadonlyArray<number>
  readonly limit?: number
}

/** One way to look at the receivables. */
export interface View {
  readonly summary: string
  /** The options that only some views understand, and this one does. */
  readonly understands: ReadonlyArray<'from' | 'days' | 'boundaries' | 'limit'>
  readonly show: (
    rows: OverdueRows,
    cut: Cut,
    options: OverdueOptions,
  ) => ReadonlyArray<Shown & { readonly currency: Currency }>
}

interface Question<Result> {
  readonly name: string
  readonly ask: (
    rows: OverdueRows,
    asOf: CivilDate,
    options: OverdueOptions,
  ) => ReadonlyArray<Result>
  readonly text: (result: Result & CutFields, options: OverdueOptions) => string
}

/** A view of a question that answers each currency for itself. */
export const viewOf =
  <Result extends { readonly definition: string; readonly currency: Currency }>({
    name,
    ask,
    text,
  }: Question<Result>): View['show'] =>
  (rows, cut, options) =>
    ask(rows, cut.asOf, options).map((result) => ({
      currency: result.currency,
      ...shown(cut, result, name, (fields) => text(fields, options)),
    }))
