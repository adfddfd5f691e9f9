import * as E from 'fp-ts/lib/Either.js'
import { loadStrict, type LoadFault } from '../terms/index.ts'
import { SequencePolicy } from './sequence-policy.ts'
import { isSoundPolicy } from './step-days.ts'

/** Reads a sequence policy; a key that no rule reads is a fault, and so is a policy without a way to go. */
export const loadSequencePolicy = (
  data: unknown,
): E.Either<ReadonlyArray<LoadFault>, SequencePolicy> => {
  const loaded = loadStrict(SequencePolicy, data)
  if (E.isLeft(loaded) || isSoundPolicy(loaded.right)) return loaded
  const reason = 'its steps need names of their own, days that exist, and channels'
  return E.left([{ path: 'steps', reason }])
}
