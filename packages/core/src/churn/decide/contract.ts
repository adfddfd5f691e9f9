import { addDays, type CivilDate } from '../../shared/index.ts'
import type { Contract } from '../commands.ts'
import type { ContractRule } from '../rule.ts'
import type { Verdict } from './verdict.ts'

/** Of the contracts that ended, the one that ended last; undefined while one runs. */
const lastEnded = (contracts: ReadonlyArray<Contract>): Ended | undefined => {
  let last: Ended | undefined
  for (const { endedOn, voluntary } of contracts) {
    if (endedOn === null) return undefined
    if (last === undefined || endedOn >= last.endedOn) last = { endedOn, voluntary }
  }
  return last
}
interface Ended {
  readonly endedOn: CivilDate
  readonly voluntary: boolean | null
}

/**
 * Whether all contracts of a customer have ended, and for how long.
 *
 * Shape: active while one runs; at risk from the end of the last one; churned from the day after its grace.
 * Undefined where there is no contract. A trial is no contract: its end is no churn.
 * Source: domain 3.2, Churn; edge cases 74 to 76.
 */
export const verdictByContract = (
  { graceDays }: ContractRule,
  contracts: ReadonlyArray<Contract>,
  assessedOn: CivilDate,
): Verdict | undefined => {
  const starts = contracts.map(({ startedOn }) => startedOn).toSorted()
  const [firstPurchaseOn] = starts
  const lastPurchaseOn = starts.at(-1)
  if (firstPurchaseOn === undefined || lastPurchaseOn === undefined) return undefined
  const ended = lastEnded(contracts)
  const graceUntil = ended === undefined ? null : addDays(ended.endedOn, graceDays)
  const status = graceUntil === null ? 'active' : assessedOn > graceUntil ? 'churned' : 'atRisk'
  const seen = { firstPurchaseOn, lastPurchaseOn, endedOn: ended?.endedOn ?? null, graceUntil }
  return {
    status,
    evidence: { kind: 'contract', ...seen },
    voluntary: ended?.voluntary ?? null,
  }
}
