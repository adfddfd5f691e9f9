import { readFile } from 'node:fs/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { ImportError } from '../errors.ts'
import { checkMapping } from './check.ts'
import { faultsOf } from './closed.ts'
import { Mapping } from './codec.ts'

/**
 * Reads a mapping from its JSON text.
 *
 * Rejects: `MappingWrong` with every fault found, each by its path and its reason.
 */
export const parseMapping = (file: string, text: string): E.Either<ImportError, Mapping> => {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return E.left({ type: 'MappingUnreadable', file, reason: String(error) })
  }
  const decoded = Mapping.decode(json)
  if (E.isLeft(decoded))
    return E.left({ type: 'MappingWrong', file, faults: faultsOf(decoded.left) })
  const faults = checkMapping(decoded.right)
  return faults.length > 0 ? E.left({ type: 'MappingWrong', file, faults }) : E.right(decoded.right)
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

const whyUnreadable = (error: unknown): string => {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file'
    case 'EISDIR':
      return 'it is a directory'
    case 'EACCES':
      return 'nobody gave leave to read it'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}

export const loadMapping = async (file: string): Promise<E.Either<ImportError, Mapping>> => {
  try {
    return parseMapping(file, await readFile(file, 'utf8'))
  } catch (error) {
    return E.left({ type: 'MappingUnreadable', file, reason: whyUnreadable(error) })
  }
}
