import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import {
  churnRoom,
  medianIntervalDays,
  verdictByHabit,
  type AliveRule,
  type AssessChurn,
  type ChurnEvent,
  type Contract,
  type ContractRule,
  type InactivityRule,
} from '../src/churn/index.ts'
import { changeId, civilDate, customerId, Text, type CivilDate } from '../src/shared/index.ts'

const past = given(churnRoom)
const text = (value: string): Text => {
  if (!Text.is(value)) throw new RangeError('no text')
  return value
}
const on = (day: string) => ({ effectiveOn: civilDate(day), customerId: customerId('Ада') })

/** At risk after twice the usual wait, gone after three times. */
const rule: InactivityRule = {
  kind: 'habit',
  ruleId: text('habit'),
  version: 1,
  atRiskHundredths: 200,
  churnedHundredths: 300,
  floorDays: 7,
}
const days = (...list: ReadonlyArray<string>): ReadonlyArray<CivilDate> => list.map(civilDate)

/** Every ten days: at risk after the 21st of silence, gone after the 31st. */
const habit = days('2024-01-01', '2024-01-11', '2024-01-21')
const assess = (day: string, purchaseDays = habit, under = rule): AssessChurn => ({
  type: 'AssessChurn',
  ...on(day),
  rule: under,
  known: { kind: 'purchases', purchaseDays },
})
const evidence = (lastPurchaseOn: string, silentDays: number, medianIntervalDays = 10) => ({
  rule,
  evidence: {
    kind: 'habit' as const,
    firstPurchaseOn: civilDate('2024-01-01'),
    lastPurchaseOn: civilDate(lastPurchaseOn),
    silentDays,
    medianIntervalDays,
  },
})
const atRisk = (day: string, last: string, silentDays: number): ChurnEvent => ({
  type: 'CustomerAtRisk',
  ...on(day),
  ...evidence(last, silentDays),
})
const churned = (day: string, last: string, silentDays: number): ChurnEvent => ({
  type: 'CustomerChurned',
  ...on(day),
  changeId: null,
  kind: 'inactive',
  voluntary: null,
  ...evidence(last, silentDays),
})
const returned = (day: string, last: string, silentDays: number): ChurnEvent => ({
  type: 'CustomerReturned',
  ...on(day),
  changeId: null,
  ...evidence(last, silentDays),
})
const recordChurn = {
  type: 'RecordChurn' as const,
  ...on('2024-02-01'),
  changeId: changeId('X-1'),
  kind: 'contractual' as const,
  voluntary: true,
}
const recordReturn = {
  type: 'RecordReturn' as const,
  ...on('2024-02-05'),
  changeId: changeId('X-2'),
}

describe('the usual interval between purchases', () => {
  it('is the median, and of an even number the lower of the two in the middle', () => {
    expect(medianIntervalDays(habit, 1)).toBe(10)
    expect(medianIntervalDays(days('2024-01-01', '2024-01-05', '2024-01-15'), 1)).toBe(4)
    expect(
      medianIntervalDays(days('2024-01-01', '2024-01-03', '2024-01-04', '2024-03-04'), 1),
    ).toBe(2)
  })

  it('is the floor for a single purchase, and never less', () => {
    expect(medianIntervalDays(days('2024-01-01'), 7)).toBe(7)
    expect(medianIntervalDays(days('2024-01-01', '2024-01-02'), 7)).toBe(7)
  })

  it('counts a day once, in whatever order the days come', () => {
    const shuffled = days('2024-01-21', '2024-01-01', '2024-01-11', '2024-01-21')
    expect(verdictByHabit(rule, shuffled, civilDate('2024-02-11'))).toEqual(
      verdictByHabit(rule, habit, civilDate('2024-02-11')),
    )
  })
})

describe('a customer who buys every ten days', () => {
  it('is at risk on the day after twice that wait, not before', () => {
    past().when(assess('2024-02-10')).thenNothing()
    past()
      .when(assess('2024-02-11'))
      .then(atRisk('2024-02-11', '2024-01-21', 21))
  })

  it('is gone on the day after three times that wait', () => {
    past(assess('2024-02-11')).when(assess('2024-02-20')).thenNothing()
    past(assess('2024-02-11'))
      .when(assess('2024-02-21'))
      .then(churned('2024-02-21', '2024-01-21', 31))
  })

  it('may be found gone at once, when nobody looked in between', () => {
    past()
      .when(assess('2024-03-21'))
      .then(churned('2024-03-21', '2024-01-21', 60))
  })

  it('returns with a purchase, and not because a milder rule is asked', () => {
    const back = [...habit, civilDate('2024-02-22')]
    past(assess('2024-02-21'))
      .when(assess('2024-02-23', back))
      .then(returned('2024-02-23', '2024-02-22', 1))
    past(assess('2024-02-21'))
      .when(assess('2024-02-22', habit, { ...rule, churnedHundredths: 900 }))
      .thenNothing()
  })

  it('returns with a purchase before the verdict that was learned only after it', () => {
    past(assess('2024-02-21'))
      .when(assess('2024-02-23', [...habit, civilDate('2024-02-15')]))
      .then(returned('2024-02-23', '2024-02-15', 8))
  })

  it('returned first, where they bought and fell silent again between two looks', () => {
    const back = [...habit, civilDate('2024-02-22')]
    past(assess('2024-02-21'))
      .when(assess('2024-03-14', back))
      .then(returned('2024-03-14', '2024-02-22', 21), atRisk('2024-03-14', '2024-02-22', 21))
  })
})

describe('a verdict', () => {
  it('is given once for a day, and not for a day before the newest one', () => {
    past(assess('2024-02-11')).when(assess('2024-02-11')).thenNothing()
    past(assess('2024-02-21')).when(assess('2024-02-11')).thenNothing()
  })

  it('of a day is not given again by a stricter rule', () => {
    past(assess('2024-02-11'))
      .when(assess('2024-02-11', habit, { ...rule, churnedHundredths: 200 }))
      .thenNothing()
  })

  it('may be gone without having been at risk, where a rule puts both at one wait', () => {
    const both = { ...rule, churnedHundredths: 200, floorDays: 1 }
    past()
      .when(assess('2024-02-11', habit, both))
      .then({ ...churned('2024-02-11', '2024-01-21', 21), rule: both })
  })

  it('may come at the first day of silence, by a rule as strict as there is', () => {
    const strictest = { ...rule, atRiskHundredths: 1, churnedHundredths: 1, floorDays: 1 }
    past()
      .when(assess('2024-01-22', habit, strictest))
      .then({ ...churned('2024-01-22', '2024-01-21', 1), rule: strictest })
  })

  it('rests on purchases up to its day, on at least one, and on a rule that can be applied', () => {
    past()
      .when(assess('2024-01-20'))
      .thenRejected({
        type: 'EvidenceAfterAssessment',
        evidenceOn: civilDate('2024-01-21'),
        assessedOn: civilDate('2024-01-20'),
      })
    past()
      .when(assess('2024-01-20', []))
      .thenRejected({ type: 'UnknownCustomer', customerId: customerId('Ада') })
    const unsound = [
      { ...rule, floorDays: 0 },
      { ...rule, churnedHundredths: 199 },
      { ...rule, atRiskHundredths: 150.5 },
    ]
    for (const bad of unsound)
      past()
        .when(assess('2024-02-11', habit, bad))
        .thenRejected({ type: 'RuleUnsound', ruleId: rule.ruleId })
  })
})

describe('a customer who ended the contract, as recorded from elsewhere', () => {
  const left: ChurnEvent = {
    type: 'CustomerChurned',
    ...on('2024-02-01'),
    changeId: changeId('X-1'),
    kind: 'contractual',
    voluntary: true,
    rule: null,
    evidence: null,
  }
  const cameBack: ChurnEvent = {
    type: 'CustomerReturned',
    ...on('2024-02-05'),
    changeId: changeId('X-2'),
    rule: null,
    evidence: null,
  }

  it('is gone, once for each change', () => {
    past().when(recordChurn).then(left)
    past(recordChurn, recordReturn).when(recordChurn).thenNothing()
    past(recordChurn)
      .when({ ...recordChurn, voluntary: false })
      .thenRejected({
        type: 'ConflictingDuplicate',
        changeId: changeId('X-1'),
        recorded: 'contractual churn, voluntary',
        offered: 'contractual churn, involuntary',
      })
  })

  it('is not said to have gone by choice where nobody knows', () => {
    past({ ...recordChurn, voluntary: null })
      .when(recordChurn)
      .thenRejected({
        type: 'ConflictingDuplicate',
        changeId: changeId('X-1'),
        recorded: 'contractual churn',
        offered: 'contractual churn, voluntary',
      })
  })

  it('does not come back by purchases made before', () => {
    past(recordChurn).when(assess('2024-02-02')).thenNothing()
    past(recordChurn)
      .when(assess('2024-02-12', [...habit, civilDate('2024-02-10')]))
      .then(returned('2024-02-12', '2024-02-10', 2))
  })

  it('comes back when that is recorded', () => {
    past(recordChurn).when(recordReturn).then(cameBack)
    past(recordChurn, recordReturn).when(recordReturn).thenNothing()
  })

  it('stays where the later in the log put them, of two on one day', () => {
    past(recordChurn, { ...recordReturn, ...on('2024-02-01') })
      .when(assess('2024-02-11'))
      .then(atRisk('2024-02-11', '2024-01-21', 21))
  })

  it('stays where the later day put them, in whatever order the days were learned', () => {
    past(recordReturn, recordChurn).when(assess('2024-02-06')).thenNothing()
    past(recordReturn, recordChurn)
      .when(assess('2024-02-11'))
      .then(atRisk('2024-02-11', '2024-01-21', 21))
  })
})

describe('a customer with contracts', () => {
  const contractRule: ContractRule = {
    kind: 'contract',
    ruleId: text('grace'),
    version: 1,
    graceDays: 14,
  }
  const contract = (
    startedOn: string,
    endedOn: string | null,
    voluntary: boolean | null = null,
  ) => ({
    contractId: text(`from ${startedOn}`),
    startedOn: civilDate(startedOn),
    endedOn: endedOn === null ? null : civilDate(endedOn),
    voluntary,
  })
  const judge = (day: string, ...contracts: ReadonlyArray<Contract>): AssessChurn => ({
    type: 'AssessChurn',
    ...on(day),
    rule: contractRule,
    known: { kind: 'contracts', contracts },
  })
  const left = contract('2023-06-01', '2024-01-31', true)
  const seen = (lastPurchaseOn: string, endedOn: string | null, graceUntil: string | null) => ({
    rule: contractRule,
    evidence: {
      kind: 'contract' as const,
      firstPurchaseOn: civilDate('2023-06-01'),
      lastPurchaseOn: civilDate(lastPurchaseOn),
      endedOn: endedOn === null ? null : civilDate(endedOn),
      graceUntil: graceUntil === null ? null : civilDate(graceUntil),
    },
  })
  const gone: ChurnEvent = {
    type: 'CustomerChurned',
    ...on('2024-02-15'),
    ...seen('2023-06-01', '2024-01-31', '2024-02-14'),
    changeId: null,
    kind: 'contractual',
    voluntary: true,
  }

  it('is at risk once the last one ended, and gone on the day after its grace, by choice', () => {
    past()
      .when(judge('2024-01-31', left))
      .then({
        type: 'CustomerAtRisk',
        ...on('2024-01-31'),
        ...seen('2023-06-01', '2024-01-31', '2024-02-14'),
      })
    past(judge('2024-01-31', left)).when(judge('2024-02-14', left)).thenNothing()
    past(judge('2024-01-31', left)).when(judge('2024-02-15', left)).then(gone)
  })

  it('is active while another one runs: one of two that ended is no churn', () => {
    past()
      .when(judge('2024-03-01', left, contract('2023-09-01', null)))
      .thenNothing()
  })

  it('goes as the contract that ended last was ended, and does not return by a longer grace', () => {
    const first = contract('2023-06-01', '2023-12-31', false)
    const last = contract('2023-09-01', '2024-01-31', true)
    for (const both of [
      [first, last],
      [last, first],
    ])
      past()
        .when(judge('2024-02-15', ...both))
        .then({ ...gone, ...seen('2023-09-01', '2024-01-31', '2024-02-14') })
    past(judge('2024-02-15', left))
      .when({ ...judge('2024-02-16', left), rule: { ...contractRule, graceDays: 60 } })
      .thenNothing()
  })

  it('goes as the later one in evidence was ended, where two ended on one day', () => {
    past()
      .when(judge('2024-02-15', { ...left, voluntary: false }, left))
      .then(gone)
  })

  it('is gone on the day after the last one ended, where there is no grace', () => {
    const graceless = { ...contractRule, graceDays: 0 }
    past()
      .when({ ...judge('2024-02-01', left), rule: graceless })
      .then({
        ...gone,
        ...on('2024-02-01'),
        ...seen('2023-06-01', '2024-01-31', '2024-01-31'),
        rule: graceless,
      })
  })

  it('is not judged by purchases under a rule of contracts, nor by contracts under a habit', () => {
    past()
      .when({ ...judge('2024-02-15'), known: { kind: 'purchases', purchaseDays: habit } })
      .thenRejected({
        type: 'RuleUnknown',
        ruleId: text('grace'),
        kind: 'contract',
        known: 'purchases',
      })
    past()
      .when({ ...judge('2024-02-15', left), rule })
      .thenRejected({
        type: 'RuleUnknown',
        ruleId: text('habit'),
        kind: 'habit',
        known: 'contracts',
      })
  })

  it('is told apart from one whose contract was ended for them', () => {
    past()
      .when(judge('2024-02-15', { ...left, voluntary: false }))
      .then({ ...gone, voluntary: false })
  })

  it('is judged once on the same evidence', () => {
    past(judge('2024-02-15', left)).when(judge('2024-02-15', left)).thenNothing()
    past(judge('2024-02-15', left)).when(judge('2024-06-01', left)).thenNothing()
  })

  it('comes back with a new contract, and keeps the day of the first one [edge 76]', () => {
    past(judge('2024-02-15', left))
      .when(judge('2024-03-02', left, contract('2024-03-01', null)))
      .then({
        type: 'CustomerReturned',
        ...on('2024-03-02'),
        ...seen('2024-03-01', null, null),
        changeId: null,
      })
  })

  it('comes back by taking the same one up again within its grace', () => {
    past(judge('2024-02-01', left))
      .when(judge('2024-02-05', { ...left, endedOn: null, voluntary: null }))
      .then({
        type: 'CustomerReturned',
        ...on('2024-02-05'),
        ...seen('2023-06-01', null, null),
        changeId: null,
      })
  })

  it('is nobody without a contract, and none that starts or ends later is evidence', () => {
    past()
      .when(judge('2024-02-15'))
      .thenRejected({ type: 'UnknownCustomer', customerId: customerId('Ада') })
    past()
      .when(judge('2024-01-30', left))
      .thenRejected({
        type: 'EvidenceAfterAssessment',
        evidenceOn: civilDate('2024-01-31'),
        assessedOn: civilDate('2024-01-30'),
      })
    past()
      .when(judge('2024-02-28', left, contract('2024-03-01', null)))
      .thenRejected({
        type: 'EvidenceAfterAssessment',
        evidenceOn: civilDate('2024-03-01'),
        assessedOn: civilDate('2024-02-28'),
      })
  })
})

describe('a customer of whom a model says how likely they still buy', () => {
  const aliveRule: AliveRule = {
    kind: 'alive',
    ruleId: text('model'),
    version: 3,
    atRiskBelowBasisPoints: 5000,
    churnedBelowBasisPoints: 1000,
  }
  const judge = (
    aliveBasisPoints: number,
    under = aliveRule,
    purchaseDays = habit,
  ): AssessChurn => ({
    type: 'AssessChurn',
    ...on('2024-03-01'),
    rule: under,
    known: { kind: 'probability', purchaseDays, aliveBasisPoints },
  })
  const seen = (aliveBasisPoints: number) => ({
    ...on('2024-03-01'),
    rule: aliveRule,
    evidence: {
      kind: 'alive' as const,
      firstPurchaseOn: civilDate('2024-01-01'),
      lastPurchaseOn: civilDate('2024-01-21'),
      silentDays: 40,
      aliveBasisPoints,
    },
  })

  it('is gone below the threshold that the command brings, and not at it', () => {
    past()
      .when(judge(999))
      .then({
        type: 'CustomerChurned',
        ...seen(999),
        changeId: null,
        kind: 'inactive',
        voluntary: null,
      })
    past()
      .when(judge(1000))
      .then({ type: 'CustomerAtRisk', ...seen(1000) })
    past()
      .when(judge(4999))
      .then({ type: 'CustomerAtRisk', ...seen(4999) })
    past().when(judge(5000)).thenNothing()
  })

  it('is judged by thresholds at either end of what a probability can be', () => {
    const certain = {
      ...aliveRule,
      atRiskBelowBasisPoints: 10_000,
      churnedBelowBasisPoints: 10_000,
    }
    past()
      .when(judge(9999, certain))
      .then({
        type: 'CustomerChurned',
        ...seen(9999),
        rule: certain,
        changeId: null,
        kind: 'inactive',
        voluntary: null,
      })
    past()
      .when(judge(0, { ...aliveRule, churnedBelowBasisPoints: 0 }))
      .then({
        type: 'CustomerAtRisk',
        ...seen(0),
        rule: { ...aliveRule, churnedBelowBasisPoints: 0 },
      })
  })

  it('is judged by a rule that has a say in a probability, with sound thresholds', () => {
    past()
      .when({ ...judge(999), rule })
      .thenRejected({
        type: 'RuleUnknown',
        ruleId: text('habit'),
        kind: 'habit',
        known: 'probability',
      })
    for (const bad of [
      { ...aliveRule, atRiskBelowBasisPoints: 999 },
      { ...aliveRule, atRiskBelowBasisPoints: 10_001 },
      { ...aliveRule, churnedBelowBasisPoints: 0.5 },
      { ...aliveRule, version: 1.5 },
    ])
      past()
        .when(judge(999, bad))
        .thenRejected({ type: 'RuleUnsound', ruleId: text('model') })
    past()
      .when(judge(999, aliveRule, []))
      .thenRejected({ type: 'UnknownCustomer', customerId: customerId('Ада') })
  })
})

describe('every refusal of an assessment', () => {
  it('is worded with what explains it', () => {
    expect(
      churnRoom.explain({
        type: 'EvidenceAfterAssessment',
        evidenceOn: civilDate('2024-01-21'),
        assessedOn: civilDate('2024-01-20'),
      }),
    ).toBe('What happened on 2024-01-21 is no evidence for an assessment on 2024-01-20.')
  })
})
