import type { RowFault } from './faults.ts'
import type { FactCounts } from './tally.ts'

/**
 * What an import did. It holds no clock reading: the same import gives the same result.
 */
export interface ImportResult {
  /** `refused`: rows have faults, none were allowed, and nothing was imported. */
  readonly outcome: 'imported' | 'refused' | 'rehearsed'
  readonly files: number
  /** What this run brought, by a name under which it can be taken back; absent where it brought nothing. */
  readonly batch?: string
  readonly rows: {
    readonly read: number
    /** By the name of the mapping's rule. */
    readonly ignored: ReadonlyArray<{ readonly rule: string; readonly rows: number }>
    readonly rejected: number
  }
  /** By kind of fact, `event` for events of our own. `made`: in a rehearsal, what would be made. */
  readonly facts: ReadonlyArray<{ readonly kind: string } & Readonly<FactCounts>>
  /** Where every fault is listed; absent where there is none. */
  readonly rejectsFile?: string
  /** The first faults, by file and line. */
  readonly firstFaults: ReadonlyArray<RowFault>
  /** What the caller should know although nothing is wrong, one sentence each. */
  readonly notices: ReadonlyArray<string>
}
