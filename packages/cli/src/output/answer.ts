import type { Surroundings } from '../surroundings.ts'
import { answerDocument } from './document.ts'

export interface Answer<Result extends object> {
  /** The words of the command, such as `clv rfm`. */
  readonly command: string
  readonly zone: string
  readonly results: ReadonlyArray<Result>
  /** One result for a reader at a screen. */
  readonly asText: (result: Result) => string
}

/** Writes an answer as the one JSON document, or result after result as tables. */
export const writeAnswer = async <Result extends object>(
  { write, notice }: Surroundings,
  { json }: { readonly json?: boolean },
  { command, zone, results, asText }: Answer<Result>,
): Promise<void> => {
  if (json === true) return write(answerDocument(command, zone, results))
  if (results.length === 0) notice('There is nothing to show: the log holds no such fact by then.')
  await write(results.map(asText).join(''))
}
