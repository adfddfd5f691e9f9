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

const restsOnEvidence: Told = {
  title: 'says what each verdict rests on, and finds silence only where there is some',
  holds: (_, history) =>
    history.every(({ type, rule, evidence, effectiveOn }) => {
      if (rule === null || evidence === null) return rule === evidence
      const { lastPurchaseOn, silentDays, medianIntervalDays } = evidence
      const hundredths = type === 'CustomerChurned' ? rule.churnedHundredths : rule.atRiskHundredths
      const isSilent = silentDays * 100 > medianIntervalDays * hundredths
      return lastPurchaseOn <= effectiveOn && (type === 'CustomerReturned' || isSilent)
    }),
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
    invariants: [judgesForwards, restsOnEvidence, isWhatTheLaterDaySays],
  })
  for (const law of laws) it(law.title, law.check)
})
