import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { ChurnCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import { CustomerAtRisk, CustomerChurned, CustomerReturned, type ChurnEvent } from './events.ts'
import { explain, type ChurnRejection } from './rejections.ts'
import { evolve, initial, type Churn } from './state.ts'

export { ChurnEvent, CustomerAtRisk, CustomerChurned, CustomerReturned } from './events.ts'
export { AliveRule, ChurnRule, ContractRule, Evidence, InactivityRule } from './rule.ts'
export {
  type AssessChurn,
  type ChurnCommand,
  type ChurnKnowledge,
  type Contract,
  type ContractsKnown,
  type ProbabilityKnown,
  type PurchasesKnown,
  type RecordChurn,
  type RecordReturn,
} from './commands.ts'
export { verdictByProbability } from './decide/alive.ts'
export { verdictByContract } from './decide/contract.ts'
export { medianIntervalDays, verdictByHabit } from './decide/habit.ts'
export { type Verdict } from './decide/verdict.ts'
export { type ChurnRejection } from './rejections.ts'
export { type Churn, type ChurnStatus } from './state.ts'

export const churnEvents: ReadonlyArray<EventDefinition> = [
  define(CustomerAtRisk),
  define(CustomerChurned),
  define(CustomerReturned),
]

/** Whether a customer drifts away, left or came back. One stream a customer. */
export const churnRoom: Room<ChurnCommand, ChurnEvent, Churn, ChurnRejection> = {
  category: 'churn',
  decider: { initial, decide, evolve },
  events: churnEvents,
  streamOf: ({ customerId }) => `churn-${customerId}`,
  doorOf: ({ type }) => (type === 'AssessChurn' ? 'ask' : 'record'),
  explain,
}
