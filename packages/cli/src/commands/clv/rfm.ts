import { rfm, rfmSummary } from '@tenure/clv'
import type { CivilDate } from '@tenure/core/shared'
import type { Command } from 'commander'
import { parseDay } from '../../arguments/parse-day.ts'
import {
  askingOptions,
  currencyOption,
  cutsHelp,
  type AskingOptions,
} from '../../arguments/shared-options.ts'
import { usage } from '../../failure.ts'
import { shown } from '../../output/shown.ts'
import type { Surroundings } from '../../surroundings.ts'
import { askValue, type Asked } from './ask-value.ts'
import { rfmText } from './rfm-text.ts'

interface RfmOptions extends AskingOptions {
  readonly calibrationEnd?: CivilDate
  readonly holdoutEnd?: CivilDate
}

const answer = async (surroundings: Surroundings, options: RfmOptions): Promise<void> => {
  const { calibrationEnd, holdoutEnd } = options
  if (calibrationEnd !== undefined && options.asOf.length > 0)
    throw usage('--calibration-end and --as-of say the same here: give one of them.')
  const asOf = calibrationEnd === undefined ? options.asOf : [calibrationEnd]
  const early = asOf.find((day) => holdoutEnd !== undefined && holdoutEnd < day)
  if (early !== undefined)
    throw usage(`a holdout cannot end on ${holdoutEnd ?? ''}, before calibration does on ${early}.`)
  const show = ({ cut, rows, rowsAt, currency, survivors }: Asked) => {
    const holdout =
      holdoutEnd === undefined
        ? {}
        : { holdout: { end: holdoutEnd, rows: rowsAt(holdoutEnd).value } }
    const table = rfm(rows.value, { asOf: cut.asOf, currency, survivors, ...holdout })
    const { definition: _, excluded: __, asOf: ___, ...summary } = rfmSummary(table)
    return shown(cut, { ...table, summary }, 'RFM', rfmText)
  }
  const otherDays = holdoutEnd === undefined ? [] : [holdoutEnd]
  await askValue(surroundings, { ...options, asOf }, 'clv rfm', show, otherDays)
}

/** `tenure clv rfm`: recency, frequency and money of every customer. */
export const addRfmCommand = (clv: Command, surroundings: Surroundings): void => {
  const command = clv
    .command('rfm')
    .summary('recency, frequency and money of every customer')
    .description(
      'The calibration table of the probability models, and what the holdout held. The table shows its sums; --json lists every customer.',
    )
  askingOptions(command)
  currencyOption(command)
    .option('--calibration-end <day>', 'the same as --as-of', (day) =>
      parseDay(day, '--calibration-end'),
    )
    .option(
      '--holdout-end <day>',
      'also counts what came after calibration up to this day',
      (day) => parseDay(day, '--holdout-end'),
    )
    .addHelpText(
      'after',
      `${cutsHelp}

Examples:
  tenure clv rfm --calibration-end 1997-09-30 --holdout-end 1998-06-30
  tenure clv rfm --as-of 2026-03-31 --json`,
    )
    .action((options: RfmOptions) => answer(surroundings, options))
}
