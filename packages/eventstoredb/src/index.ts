export { type SubscriptionHealth } from './health.ts'
export {
  openEventStoreDb,
  type EventStoreDb,
  type EventStoreDbOptions,
} from './open-eventstoredb.ts'
export { type Followed } from './subscribe.ts'
