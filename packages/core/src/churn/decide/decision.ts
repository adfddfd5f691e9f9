import type { Either } from 'fp-ts/lib/Either.js'
import type { ChurnEvent } from '../events.ts'
import type { ChurnRejection } from '../rejections.ts'

export type Decision = Either<ChurnRejection, ReadonlyArray<ChurnEvent>>
