import type { Cut } from '@tenure/projection'
import type { Shown } from './answer.ts'
import { cutFields, type CutFields } from './document.ts'

/** A question's result with the cut it was asked at. `name` is what its definition is about. */
export const shown = <Result extends { readonly definition: string }>(
  cut: Cut,
  result: Result,
  name: string,
  asText: (result: Result & CutFields) => string,
): Shown => {
  const fields = { ...result, ...cutFields(cut) }
  const { asOf, knownAt, ...rest } = fields
  return {
    // The cut stands first, for whoever reads the document from the top.
    fields: { asOf, knownAt, ...rest },
    text: () => asText(fields),
    definitions: { [name]: result.definition },
  }
}

/** Words the cut of a result for a heading. */
export const cutWords = ({ asOf, knownAt }: CutFields): string =>
  knownAt === null ? `as of ${asOf}` : `as of ${asOf}, known at ${knownAt}`
