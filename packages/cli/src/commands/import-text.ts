import type { ImportResult } from '@tenure/import'
import { unreachable } from '@tenure/core/shared'
import { count } from '../output/figures.ts'
import { number, text, titled } from '../output/table.ts'

const title = ({ outcome, rows, batch }: ImportResult): string => {
  switch (outcome) {
    case 'imported':
      return `Imported from ${rows.read} rows${batch === undefined ? '' : ` as ${batch}`}`
    case 'refused':
      return `Nothing was imported from ${rows.read} rows`
    case 'rehearsed':
      return `Nothing was imported from ${rows.read} rows: this was a dry run, and would have made`
    default:
      return unreachable(outcome)
  }
}

/** What an import did, for a reader. */
export const importText = (result: ImportResult): string => {
  const { rows, facts, firstFaults } = result
  const made = titled(
    title(result),
    [text('fact'), number('made'), number('already there'), number('not yet')],
    facts.map((fact) => [
      fact.kind,
      count(fact.made),
      count(fact.alreadyThere),
      count(fact.notYet),
    ]),
  )
  const ignored = rows.ignored.map((rule) => `Ignored by "${rule.rule}": ${rule.rows} rows\n`)
  const faults =
    firstFaults.length === 0
      ? ''
      : titled(
          'The first faults',
          [text('file'), number('line'), text('field'), text('fault'), text('reason')],
          firstFaults.map(({ file, line, field, type, reason }) => [
            file,
            count(line),
            field ?? '',
            type,
            reason,
          ]),
        )
  return made + ignored.join('') + faults
}

/** One sentence about the rows with faults. */
export const refusal = (
  { rows, rejectsFile }: ImportResult,
  { allowed, mapped }: { readonly allowed: boolean; readonly mapped: boolean },
): string => {
  const all = rejectsFile === undefined ? '' : `; all are listed in ${rejectsFile}`
  // Whoever forgets the mapping of a CSV file meets a fault on every line.
  const hint = !mapped && rows.rejected === rows.read ? ' (rows of CSV need a mapping: --map)' : ''
  const so = allowed
    ? 'and were left out'
    : 'so nothing was imported (--allow-rejects imports the rest)'
  return `${rows.rejected} of ${rows.read} rows have faults${hint}, ${so}${all}.`
}
