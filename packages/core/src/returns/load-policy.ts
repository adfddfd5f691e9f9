import type { Either } from 'fp-ts/lib/Either.js'
import { loadStrict, type LoadFault } from '../terms/index.ts'
import { ReturnPolicy } from './policy.ts'

/** Reads a return policy; a key that no rule reads is a fault, named with its path. */
export const loadReturnPolicy = (data: unknown): Either<ReadonlyArray<LoadFault>, ReturnPolicy> =>
  loadStrict(ReturnPolicy, data)
