import { civilDate } from '@tenure/core/shared'
import { historyOf, mergeRows, readModel, replay, type RowOf, type Rows } from '../src/index.ts'
import { tally, total, type Counted, type Tally } from './counting.ts'

// Checked by the compiler alone: what must hold of the types, and what must not compile.

const answers = await replay(historyOf([]), { tally, total }, [{ asOf: civilDate('2026-01-31') }])
const [answer] = answers

/** Each model's rows come back under its name, with its own row type. */
export const tallies: Rows<Tally> | undefined = answer?.rows.tally
export const totals: Rows<number> | undefined = answer?.rows.total
export const row: RowOf<typeof tally> | undefined = answer?.rows.tally.get('ada')

// @ts-expect-error a name that no model has
export const others = answer?.rows.others

// @ts-expect-error rows are only read
answer?.rows.total.set('all', 1)

// @ts-expect-error rows of one model are not those of another
mergeRows(total, new Map([['all', 1]]), new Map<string, Tally>())

// @ts-expect-error a cut names its day
await replay(historyOf([]), { total }, [{}])

export const wrongEvent = readModel<Counted, number>({
  ...total,
  // @ts-expect-error the event has no such field
  recipe: (sum, event) => sum + event.amountMinor,
})
