import { execFileSync } from 'node:child_process'
import { root } from '../tree.ts'
import type { Row } from './row.ts'
import { sections } from './rows.ts'
import type { Shown } from './shown-by.ts'

type ShownBy = ReadonlyMap<string, ReadonlyArray<Shown>>

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const proofOf = ({ id, later, outOfScope }: Row, shown: ShownBy): string => {
  const files = [...new Set((shown.get(id) ?? []).map(({ file }) => file))].toSorted()
  const tests = files.map((file) => `\`${file.replace(/^packages\//, '')}\``).join(', ')
  const rest =
    outOfScope === undefined
      ? later === undefined
        ? ''
        : `*${later}*`
      : `out of scope: ${outOfScope}`
  return [tests, rest].filter((part) => part !== '').join('; ')
}

const lineOf = (row: Row, shown: ShownBy): string =>
  `| ${row.id} | ${cell(row.words)} | ${row.by.map((name) => `\`${name}\``).join(', ')} | ${cell(proofOf(row, shown))} |`

const summaryOf = (shown: ShownBy): string => {
  const rows = sections.flatMap(([, of]) => of)
  const tested = rows.filter(({ id }) => shown.has(id))
  const waiting = rows.filter(({ later }) => later !== undefined)
  const out = rows.filter(({ outOfScope }) => outOfScope !== undefined)
  return `${rows.length} rows: ${tested.length} shown by tests, ${waiting.length} of which or besides wait in part for a later capability, ${out.length} out of scope.`
}

const textOfPage = (shown: ShownBy): string =>
  [
    '# Coverage',
    '',
    'What the source articles, the defects of other systems and the invariants ask for; what carries it; and the spec files whose tests, with the row in their titles, ran and passed. A word in italics is the capability that will carry the rest. Made by `npx --yes pnpm@12 test`, which fails when this page is not what it would make; `UPDATE_DOCS=1` writes it.',
    '',
    summaryOf(shown),
    ...sections.flatMap(([title, rows]) => [
      '',
      `## ${title}`,
      '',
      '| row | what | carried by | shown in |',
      '| --- | --- | --- | --- |',
      ...rows.map((row) => lineOf(row, shown)),
    ]),
    '',
  ].join('\n')

/** The page of what is covered, made from the tests that ran and passed, laid out as every page here. */
export const coveragePage = (shown: ShownBy): string =>
  execFileSync('prettier', ['--parser', 'markdown'], {
    cwd: root,
    input: textOfPage(shown),
    encoding: 'utf8',
  })
