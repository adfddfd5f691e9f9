import type { Either } from 'fp-ts/lib/Either.js'
import type { CustomerEvent } from '../events.ts'
import type { CustomerRejection } from '../rejections.ts'

export type Decision = Either<CustomerRejection, ReadonlyArray<CustomerEvent>>
