import { addMonths } from '@tenure/core/shared'
import type { Simulated } from './simulate.ts'

const grouped = (n: number): string => n.toLocaleString('en')

export const introduction = (db: string): string =>
  `A simulated company is played day by day through the rules, and recorded in ${db}.\n`

/** What was played and recorded, in a few lines. */
export const outcome = ({ summary, written, from, to, zone }: Simulated): string => {
  const { customers, events, lateEvents } = summary
  const late = ((lateEvents / events) * 100).toFixed(1)
  const recorded =
    written === events
      ? 'All of them are recorded now.'
      : `${grouped(events - written)} stood in the file already, ${grouped(written)} are recorded now.`
  return [
    '',
    `${grouped(customers)} customers from ${from} to ${to} (${zone}): ${grouped(events)} events,`,
    `${late} % of them learned 1 to 40 days after they were true. ${recorded}`,
    '',
    '',
  ].join('\n')
}

/** Where the answers are, and what to try next. */
export const farewell = (db: string, out: string, { to }: Simulated): string => {
  const tenure = 'npx --yes pnpm@12 tenure'
  const earlier = addMonths(to, -12)
  return `The same with charts: ${out}

Try next:
  ${tenure} overdue --db ${db} --as-of ${earlier} --known-at ${earlier}
  ${tenure} overdue worklist --db ${db} --as-of ${to}
  ${tenure} retention cohorts --db ${db} --as-of ${to} --maturity complete
  ${tenure} clv historic --db ${db} --as-of ${to}
  ${tenure} events --db ${db} --limit 20
  ${tenure} import --help      your own history, from CSV
  npx --yes pnpm@12 exec node examples/pay-later.ts      a first program
`
}
