import { explainImportError, type ImportError } from '@tenure/import'
import { exitCodes } from '../exit-code.ts'
import { badInput, Failure } from '../failure.ts'
import { openFailure } from '../open-database.ts'

/** What stopped an import, as the shell learns it. */
export const importFailure = (error: ImportError): Failure => {
  if (error.type === 'DatabaseUnusable') return openFailure(error.error)
  const sentence = explainImportError(error)
  if (error.type === 'Aborted') return new Failure(exitCodes.aborted, sentence)
  if (error.type === 'UnknownZone' || error.type === 'UnknownBatch')
    return new Failure(exitCodes.usage, sentence)
  return badInput(sentence)
}
