import { dayOf, type CivilDate, type Instant } from '@tenure/core/shared'
import type { Cut } from '@tenure/projection'
import { pairCuts } from './arguments/pair-cuts.ts'
import { instantOf, type KnownAtText } from './arguments/parse-known-at.ts'

interface Asked {
  readonly asOf: ReadonlyArray<CivilDate>
  readonly knownAt: ReadonlyArray<KnownAtText>
}

/** The cuts of a question, in the order asked; without a day, today in the zone. */
export const settleCuts = (
  { asOf, knownAt }: Asked,
  zone: string,
  now: Instant,
): ReadonlyArray<Cut> => {
  const days = asOf.length === 0 ? [dayOf(now, zone)] : asOf
  return pairCuts(days, knownAt).map((asked) =>
    asked.knownAt === undefined
      ? { asOf: asked.asOf }
      : { asOf: asked.asOf, knownAt: instantOf(asked.knownAt, zone) },
  )
}

/** The days among the cuts that lie after today: their answers know no more than today's. */
export const futureDays = (
  cuts: ReadonlyArray<Cut>,
  zone: string,
  now: Instant,
): ReadonlyArray<CivilDate> => {
  const today = dayOf(now, zone)
  return [...new Set(cuts.map((cut) => cut.asOf).filter((asOf) => asOf > today))]
}
