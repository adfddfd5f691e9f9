import { formatInstant, type CivilDate } from '@tenure/core/shared'
import type { Cut } from '@tenure/projection'

/** Raised when a documented field changes its meaning or leaves. New fields do not raise it. */
export const formatVersion = 1

/** The cut of a result as it stands in JSON; `knownAt` is null where nothing was cut away by knowledge. */
export interface CutFields {
  readonly asOf: CivilDate
  readonly knownAt: string | null
}

export const cutFields = ({ asOf, knownAt }: Cut): CutFields => ({
  asOf,
  knownAt: knownAt === undefined ? null : formatInstant(knownAt),
})

/** The one document that `--json` writes: what was asked, and one result per cut and currency. */
export const answerDocument = (
  command: string,
  zone: string,
  results: ReadonlyArray<object>,
): string => `${JSON.stringify({ formatVersion, command, zone, results }, null, 2)}\n`
