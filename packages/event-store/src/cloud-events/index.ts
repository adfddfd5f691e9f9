export { fromCloudEvent, type CloudEventFault, type FromCloudEvent } from './from-cloud-event.ts'
export {
  toCloudEvent,
  usualNames,
  type CloudEvent,
  type CloudEventNames,
} from './to-cloud-event.ts'
