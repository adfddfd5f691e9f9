import { CivilDate, type Fact } from '@tenure/core/shared'
import type { Cut } from '../cut.ts'
import type { Known } from '../history.ts'
import { historyOf } from '../memory-history.ts'
import type { ReadModel, Rows } from '../read-model.ts'
import { replay } from '../replay.ts'
import { firstDifference } from './first-difference.ts'

export type Facts = ReadonlyArray<Known>

const lastDay = '9999-12-31'

/** The cut that leaves nothing out. */
export const everything = (): Cut => {
  if (!CivilDate.is(lastDay)) throw new RangeError('the last civil day is none')
  return { asOf: lastDay }
}

/** The rows of one model, replayed on its own. */
export const rowsAt = async <Event extends Fact, Row>(
  model: ReadModel<Event, Row>,
  facts: Facts,
  cut: Cut = everything(),
  guard = false,
): Promise<Rows<Row>> => {
  const [answer] = await replay(historyOf(facts), { model }, [cut], { guard })
  return answer?.rows.model ?? new Map()
}

/** Throws a sentence that names the first difference. */
export const mustBeSame = (a: unknown, b: unknown, what: string): void => {
  const difference = firstDifference(a, b)
  if (difference !== undefined) throw new Error(`${what} differ at ${difference}`)
}
