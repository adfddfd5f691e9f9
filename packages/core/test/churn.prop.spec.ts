import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { churnCommand } from '@tenure/testing/arbitraries'
import { churnRoom, type Churn, type ChurnEvent } from '../src/churn/index.ts'

type Told = Invariant<Churn, ChurnEvent>

const judgesForwards: Told = {
  title: 'judges no day twice, and none before a day that was judged',
  holds: (_, history) => {
    let judged = ''
    for (const [index, event] of history.entries()) {
      const { effectiveOn: day } = event
      // Who bought and fell silent again is found returned and at risk in one answer.
      const isSecond = event.type === 'CustomerAtRisk' && history[index - 1]?.effectiveOn === day
      if (event.rule !== null && day <= judged && !isSecond) return false
      if (day > judged) judged = day
    }
    return true
  },
}

/** Whether the evidence is bad enough for the verdict, by the rule that is told with it. */
const isBadEnough = ({ type, rule, evidence, effectiveOn }: ChurnEvent): boolean => {
  if (rule?.kind === 'habit' && evidence?.kind === 'habit') {
    const hundredths = type === 'CustomerChurned' ? rule.churnedHundredths : rule.atRiskHundredths
    return evidence.silentDays * 100 > evidence.medianIntervalDays * hundredths
  }
  if (rule?.kind === 'alive' && evidence?.kind === 'alive') {
    const { churnedBelowBasisPoints, atRiskBelowBasisPoints } = rule
    const below = type === 'CustomerChurned' ? churnedBelowBasisPoints : atRiskBelowBasisPoints
    return evidence.aliveBasisPoints < below
  }
  if (rule?.kind !== 'contract' || evidence?.kind !== 'contract') return false
  const { endedOn, graceUntil } = evidence
  return endedOn !== null && (type !== 'CustomerChurned' || effectiveOn > (graceUntil ?? ''))
}

const restsOnEvidence: Told = {
  title: 'says what each verdict rests on, and finds nobody gone without a reason',
  holds: (_, history) =>
    history.every((event) => {
      const { type, rule, evidence, effectiveOn } = event
      if (rule === null || evidence === null) return rule === evidence
      const { firstPurchaseOn, lastPurchaseOn } = evidence
      const isInOrder = firstPurchaseOn <= lastPurchaseOn && lastPurchaseOn <= effectiveOn
      return isInOrder && (type === 'CustomerReturned' || isBadEnough(event))
    }),
}

const tellsContractsApart: Told = {
  title: 'calls churn contractual where a contract ended, and knows of no will without one',
  holds: (_, history) =>
    history.every(
      (event) =>
        event.type !== 'CustomerChurned' ||
        event.rule === null ||
        (event.kind === 'contractual') === (event.rule.kind === 'contract'),
    ),
}

const isWhatTheLaterDaySays: Told = {
  title: 'stands as the verdict of the latest day says',
  holds: ({ status, since }, history) => {
    const last = history.toSorted((a, b) =>
      a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
    )
    const newest = last.at(-1)
    if (newest === undefined) return status === 'active' && since === null
    const said = {
      CustomerAtRisk: 'atRisk',
      CustomerChurned: 'churned',
      CustomerReturned: 'active',
    }
    return status === said[newest.type] && since === newest.effectiveOn
  },
}

describe('the churn room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: churnRoom,
    command: churnCommand,
    isQuestion: ({ type }) => type === 'AssessChurn',
    numRuns: runs(100),
    invariants: [judgesForwards, restsOnEvidence, tellsContractsApart, isWhatTheLaterDaySays],
  })
  for (const law of laws) it(law.title, law.check)
})
