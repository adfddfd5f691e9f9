import { define } from '../shared/event.ts'
import type { EventDefinition } from '../shared/index.ts'
import { CustomerAtRisk, CustomerChurned, CustomerReturned } from './events.ts'

export {
  ChurnEvent,
  CustomerAtRisk,
  CustomerChurned,
  CustomerReturned,
  Evidence,
  InactivityRule,
} from './events.ts'
export {
  type ChurnCommand,
  type AssessChurn,
  type RecordChurn,
  type RecordReturn,
} from './commands.ts'
export { type ChurnRejection } from './rejections.ts'

export const churnEvents: ReadonlyArray<EventDefinition> = [
  define(CustomerAtRisk),
  define(CustomerChurned),
  define(CustomerReturned),
]
