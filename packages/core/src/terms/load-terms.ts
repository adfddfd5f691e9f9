import * as E from 'fp-ts/lib/Either.js'
import { checkTerms, explainTermsFault, PaymentTerms } from '../shared/index.ts'
import { loadStrict, type LoadFault } from './load-strict.ts'

/**
 * Payment terms from data, ready for use: every key is read, every value is one, and the parts are sound.
 *
 * Shape: the terms, or all faults of form, or the one fault of substance that `checkTerms` finds.
 */
export const loadTerms = (data: unknown): E.Either<ReadonlyArray<LoadFault>, PaymentTerms> => {
  const loaded = loadStrict(PaymentTerms, data)
  if (E.isLeft(loaded)) return loaded
  const sound = checkTerms(loaded.right)
  return E.isRight(sound) ? sound : E.left([{ path: '', reason: explainTermsFault(sound.left) }])
}
