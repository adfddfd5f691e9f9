import { unreachable, type PromiseId } from '../shared/index.ts'
import type { CollectionsEvent } from './events.ts'

type Of<T extends CollectionsEvent['type']> = Extract<CollectionsEvent, { readonly type: T }>

/** An event that names the change that made it. */
export type ChangeEvent = Of<
  | 'StepFailed'
  | 'ServiceSuspended'
  | 'ServiceReinstated'
  | 'ContactLogged'
  | 'NextActionScheduled'
  | 'PromiseKept'
  | 'PromisePartlyKept'
  | 'PromiseBroken'
  | 'PromiseReopened'
  | 'DunningPaused'
  | 'ExtensionGranted'
  | 'HardshipAgreed'
  | 'WriteOffProposed'
>

/** What of such an event the command said; what the state decided for it is no part of the change. */
export type Change =
  | Of<
      | 'StepFailed'
      | 'ContactLogged'
      | 'NextActionScheduled'
      | 'DunningPaused'
      | 'ExtensionGranted'
      | 'HardshipAgreed'
      | 'WriteOffProposed'
    >
  | { readonly type: 'ServiceSuspended' | 'ServiceReinstated' }
  | {
      readonly type: 'PromiseKept' | 'PromisePartlyKept' | 'PromiseBroken' | 'PromiseReopened'
      readonly promiseId: PromiseId
    }

const wordsOf = (change: Change): ReadonlyArray<string | number | null> => {
  switch (change.type) {
    case 'StepFailed':
      return ['failed', change.cycle, change.stepId, change.channel, change.reason]
    case 'ServiceSuspended':
      return ['suspended']
    case 'ServiceReinstated':
      return ['reinstated']
    case 'ContactLogged':
      return ['contact', change.itemId, change.channel, change.outcome, change.objection]
    case 'NextActionScheduled':
      return ['next', change.plannedOn, change.action]
    case 'PromiseKept':
    case 'PromisePartlyKept':
    case 'PromiseBroken':
      return ['judged', change.promiseId]
    case 'PromiseReopened':
      return ['reopened', change.promiseId]
    case 'DunningPaused':
      return ['paused', change.untilOn, change.reason, change.ticket]
    case 'ExtensionGranted':
      return ['extended', change.itemId, change.dueOn, change.untilOn]
    case 'HardshipAgreed':
      return ['hardship', change.untilOn, change.reason]
    case 'WriteOffProposed':
      return ['writeOff', change.itemId, change.amountMinor]
    default:
      return unreachable(change)
  }
}

/** What a change was, in one line: two commands of one change that differ here are not the same. */
export const contentOf = (change: Change): string => JSON.stringify(wordsOf(change))
