import type { Draft } from 'immer'
import { unreachable, type ChangeId, type CivilDate } from '../shared/index.ts'
import type { ChurnEvent } from './events.ts'

export type ChurnStatus = 'active' | 'atRisk' | 'churned'

/** The newest verdict on one customer. Nobody is at risk before something says so. */
export interface Churn {
  readonly status: ChurnStatus
  /** The day of the newest verdict; null before the first. On one day the later in the log holds. */
  readonly since: CivilDate | null
  /** The last purchase that the newest verdict knew of; null where it rests on none. */
  readonly lastPurchaseOn: CivilDate | null
  /** What each recorded change said, so that a repetition is recognised and a conflict can be named. */
  readonly changes: ReadonlyMap<ChangeId, string>
}

export const initial = (): Churn => ({
  status: 'active',
  since: null,
  lastPurchaseOn: null,
  changes: new Map(),
})

/** What a recorded change says: the same words for the command and for its event. */
export const wordsOfChurn = (kind: 'contractual' | 'inactive', voluntary: boolean | null): string =>
  `${kind} churn${voluntary === null ? '' : voluntary ? ', voluntary' : ', involuntary'}`

export const wordsOfReturn = 'return'

const statusAfter = (event: ChurnEvent): ChurnStatus => {
  switch (event.type) {
    case 'CustomerAtRisk':
      return 'atRisk'
    case 'CustomerChurned':
      return 'churned'
    case 'CustomerReturned':
      return 'active'
    default:
      return unreachable(event)
  }
}

/** Records what happened and checks nothing; of two verdicts the later day holds, whatever came first. */
export const evolve = (churn: Draft<Churn>, event: ChurnEvent): void => {
  if (event.type === 'CustomerChurned' && event.changeId !== null)
    churn.changes.set(event.changeId, wordsOfChurn(event.kind, event.voluntary))
  if (event.type === 'CustomerReturned' && event.changeId !== null)
    churn.changes.set(event.changeId, wordsOfReturn)
  if (churn.since !== null && churn.since > event.effectiveOn) return
  churn.status = statusAfter(event)
  churn.since = event.effectiveOn
  churn.lastPurchaseOn = event.evidence?.lastPurchaseOn ?? null
}
