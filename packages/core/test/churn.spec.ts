import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import {
  churnRoom,
  medianIntervalDays,
  verdictOf,
  type AssessChurn,
  type ChurnEvent,
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
  purchaseDays,
})
const evidence = (lastPurchaseOn: string, silentDays: number, medianIntervalDays = 10) => ({
  rule,
  evidence: { lastPurchaseOn: civilDate(lastPurchaseOn), silentDays, medianIntervalDays },
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
    expect(verdictOf(rule, shuffled, civilDate('2024-02-11'))).toEqual(
      verdictOf(rule, habit, civilDate('2024-02-11')),
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

  it('rests on purchases up to its day, on at least one, and on a rule that can be applied', () => {
    past()
      .when(assess('2024-01-20'))
      .thenRejected({
        type: 'EvidenceAfterAssessment',
        purchaseOn: civilDate('2024-01-21'),
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

  it('stays where the later day put them, in whatever order the days were learned', () => {
    past(recordReturn, recordChurn).when(assess('2024-02-06')).thenNothing()
    past(recordReturn, recordChurn)
      .when(assess('2024-02-11'))
      .then(atRisk('2024-02-11', '2024-01-21', 21))
  })
})

describe('every refusal of an assessment', () => {
  it('is worded with what explains it', () => {
    expect(
      churnRoom.explain({
        type: 'EvidenceAfterAssessment',
        purchaseOn: civilDate('2024-01-21'),
        assessedOn: civilDate('2024-01-20'),
      }),
    ).toBe('A purchase on 2024-01-21 is no evidence for an assessment on 2024-01-20.')
  })
})
