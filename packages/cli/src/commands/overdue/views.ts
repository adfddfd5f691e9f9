import { startOfMonth } from '@tenure/core/shared'
import { ageing, cei, daysLate, dso, overdueBook, worklist } from '@tenure/overdue'
import { usage } from '../../failure.ts'
import { ageingText } from './ageing-text.ts'
import { bookText } from './book-text.ts'
import { ceiText, daysLateText, dsoText } from './period-texts.ts'
import { viewOf, type OverdueOptions, type View } from './view.ts'
import { worklistText } from './worklist-text.ts'

/** The period that ends with `asOf`: from the day asked for, else from the first of its month. */
const periodTo = (asOf: string, { from }: OverdueOptions) => {
  if (from !== undefined && from > asOf)
    throw usage(`a period cannot end on ${asOf}, before it starts on ${from}.`)
  return from
}

const book: View = {
  summary: 'every figure of the month so far (the default)',
  understands: [],
  show: viewOf({ name: 'book', ask: (rows, asOf) => overdueBook(rows, asOf), text: bookText }),
}

const aged: View = {
  summary: 'what is open, by days past due',
  understands: ['boundaries'],
  show: viewOf({
    name: 'ageing',
    ask: (rows, asOf, { boundaries }) =>
      ageing(rows, boundaries === undefined ? { asOf } : { asOf, boundaries }),
    text: ageingText,
  }),
}

const outstanding: View = {
  summary: 'days sales outstanding in its kinds',
  understands: ['days'],
  show: viewOf({
    name: 'DSO',
    ask: (rows, asOf, { days }) => dso(rows, days === undefined ? { asOf } : { asOf, days }),
    text: dsoText,
  }),
}

const effectiveness: View = {
  summary: 'collection effectiveness index of a period',
  understands: ['from'],
  show: viewOf({
    name: 'CEI',
    ask: (rows, asOf, options) =>
      cei(rows, { from: periodTo(asOf, options) ?? startOfMonth(asOf), to: asOf }),
    text: ceiText,
  }),
}

const late: View = {
  summary: 'how late the debts of a period were paid',
  understands: ['from'],
  show: viewOf({
    name: 'days late',
    ask: (rows, asOf, options) =>
      daysLate(rows, { from: periodTo(asOf, options) ?? startOfMonth(asOf), to: asOf }),
    text: daysLateText,
  }),
}

const toAsk: View = {
  summary: 'whom to ask first, and for how much',
  understands: ['limit'],
  show: viewOf({
    name: 'worklist',
    ask: (rows, asOf) => worklist(rows, { asOf }),
    text: worklistText,
  }),
}

/** By the name that the command line knows. */
export const views: ReadonlyMap<string, View> = new Map([
  ['book', book],
  ['ageing', aged],
  ['dso', outstanding],
  ['cei', effectiveness],
  ['days-late', late],
  ['worklist', toAsk],
])
