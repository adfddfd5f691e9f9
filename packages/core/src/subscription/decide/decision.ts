import type { Either } from 'fp-ts/lib/Either.js'
import type { SubscriptionEvent } from '../events.ts'
import type { SubscriptionRejection } from '../rejections.ts'

export type Decision = Either<SubscriptionRejection, ReadonlyArray<SubscriptionEvent>>
