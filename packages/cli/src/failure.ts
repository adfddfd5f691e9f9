import { exitCodes, type ExitCode } from './exit-code.ts'

/** A run that ends with one sentence on stderr and a code of its own; no stack trace is shown. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: ExitCode
  constructor(code: ExitCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.code = code
  }
}

export const usage = (sentence: string): Failure => new Failure(exitCodes.usage, sentence)
export const badInput = (sentence: string): Failure => new Failure(exitCodes.badInput, sentence)
export const databaseFault = (sentence: string): Failure =>
  new Failure(exitCodes.database, sentence)
