import type { Surroundings } from '../surroundings.ts'
import { answerDocument } from './document.ts'
import { footNotes } from './foot-notes.ts'

/** One result: as it stands in JSON, and for a reader at a screen. */
export interface Shown {
  readonly fields: object
  readonly text: () => string
  /** What its figures mean, by a name of each. */
  readonly definitions: Readonly<Record<string, string>>
}

export interface Answer {
  /** The words of the command, such as `clv rfm`. */
  readonly command: string
  readonly zone: string
  readonly results: ReadonlyArray<Shown>
}

/** Writes an answer as the one JSON document, or result after result and then what the figures mean. */
export const writeAnswer = async (
  { write, notice }: Surroundings,
  { json }: { readonly json?: boolean },
  { command, zone, results }: Answer,
): Promise<void> => {
  if (json === true) {
    const fields = results.map((result) => result.fields)
    return write(answerDocument(command, zone, fields))
  }
  if (results.length === 0) notice('There is nothing to show: the log holds no such fact by then.')
  const definitions = Object.assign({}, ...results.map((result) => result.definitions))
  await write(results.map((result) => result.text()).join('') + footNotes(definitions))
}
