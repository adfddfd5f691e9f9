import { formatInstant } from '@tenure/core/shared'
import type { Recorded } from '@tenure/event-store'
import { number, table, text } from '../output/table.ts'

const columns = [
  text('position'),
  text('stream'),
  number('revision'),
  text('type'),
  text('effective on'),
  text('recorded at'),
  text('declared at'),
  text('facts'),
]

/** Long facts would break the table: --json shows them whole. */
const shortened = (facts: string): string => (facts.length > 80 ? `${facts.slice(0, 79)}…` : facts)

const asRow = (recorded: Recorded): ReadonlyArray<string> => {
  const { declaredAt } = recorded.metadata
  const { effectiveOn, ...facts } = { effectiveOn: '', ...Object(recorded.data) }
  return [
    recorded.position,
    recorded.stream,
    String(recorded.revision),
    recorded.type,
    String(effectiveOn),
    formatInstant(recorded.recordedAt),
    declaredAt === undefined ? '' : formatInstant(declaredAt),
    shortened(JSON.stringify(facts)),
  ]
}

/** Events as rows, their facts cut short. */
export const eventsTable = (events: ReadonlyArray<Recorded>): string =>
  table(columns, events.map(asRow))
