import { describe, expect, it } from 'vitest'
import {
  creditRoom,
  decidedUntil,
  missingReferences,
  standingHolds,
  type CreditPolicy,
} from '../src/credit/index.ts'
import {
  changeId,
  civilDate,
  currency,
  fold,
  itemId,
  minorUnits,
  text,
} from '../src/shared/index.ts'
import {
  ada,
  EUR,
  hold,
  lift,
  limitOf,
  money,
  on,
  past,
  policy,
  request,
  reserve,
  suspectFraud,
} from './credit-words.ts'

const basis = {
  policyId: text('retail'),
  policyVersion: 3,
  score: 720,
  scoredBy: text('bureau 4.1'),
  inputs: request().inputs,
  behaviour: null,
}
const approved = {
  type: 'CreditApproved' as const,
  ...money('2024-01-10', 'ask'),
  limitMinor: minorUnits(1000),
  validUntil: civilDate('2024-04-09'),
  basis,
}

describe('a request for credit', () => {
  it('is approved with the limit of its band, until a day, on a score that stands in the event [0-25]', () => {
    past().when(request()).then(approved)
    past(request()).when(request()).thenNothing()
    // The fold of what was recorded needs nobody's score: the limit is there after a replay.
    expect(decidedUntil(fold(creditRoom.decider, [approved]))).toBe('2024-04-09')
  })

  it('gets no more than was asked for, and less for a lower score', () => {
    past()
      .when(request({ requestedMinor: minorUnits(150) }))
      .then({ ...approved, limitMinor: minorUnits(150) })
    past()
      .when(request({ score: 699 }))
      .then({ ...approved, limitMinor: minorUnits(200), basis: { ...basis, score: 699 } })
    past()
      .when(request({ score: 700 }))
      .then({ ...approved, basis: { ...basis, score: 700 } })
  })

  it('is declined with every reason there is, the behaviour of the customer among them', () => {
    const behaviour = text('chronically late')
    past(hold('hold'))
      .when(request({ score: 299, behaviour }))
      .then({
        type: 'CreditDeclined',
        ...money('2024-01-10', 'ask'),
        reasons: ['scoreTooLow', 'behaviourRefused', 'onHold'],
        basis: { ...basis, score: 299, behaviour },
      })
  })

  it('is declined for one reason as for several, whatever the score', () => {
    const late = text('chronically late')
    past()
      .when(request({ behaviour: late }))
      .then({
        type: 'CreditDeclined',
        ...money('2024-01-10', 'ask'),
        reasons: ['behaviourRefused'],
        basis: { ...basis, behaviour: late },
      })
    past(hold('hold'))
      .when(request())
      .then({
        type: 'CreditDeclined',
        ...money('2024-01-10', 'ask'),
        reasons: ['onHold'],
        basis,
      })
    const prompt = text('prompt')
    past()
      .when(request({ behaviour: prompt }))
      .then({ ...approved, basis: { ...basis, behaviour: prompt } })
  })

  it('is decided on again when new facts come: the newest decision holds', () => {
    const declined = request({ score: 100, ...money('2024-03-01', 'again') })
    past(request(), declined)
      .when(reserve('O-1', 100, { effectiveOn: civilDate('2024-03-02') }))
      .thenRejected({ type: 'CreditIsDeclined', customerId: ada })
  })

  it('needs an amount, in the currency of the account', () => {
    past()
      .when(request({ requestedMinor: minorUnits(0) }))
      .thenRejected({ type: 'ZeroAmount' })
    const yen = { ...request(), currency: currency('JPY') }
    past(limitOf(100))
      .when(yen)
      .thenRejected({ type: 'CurrencyMismatch', expected: EUR, offered: currency('JPY') })
  })
})

describe('a checklist before credit', () => {
  const lease: CreditPolicy = {
    ...policy,
    checklist: [text('trade reference'), text('identity card'), text('proof of income')],
  }
  const provide = (kind: string) => ({
    type: 'ProvideReference' as const,
    ...on('2024-01-05', `got ${kind}`),
    kind: text(kind),
    source: text('Bank of Varna'),
  })

  it('lists what is missing, until it is there [1-43]', () => {
    past(provide('identity card'))
      .when(request({ policy: lease }))
      .thenRejected({
        type: 'ChecklistIncomplete',
        missing: [text('trade reference'), text('proof of income')],
      })
    past(provide('identity card'), provide('trade reference'), provide('proof of income'))
      .when(request({ policy: lease }))
      .then(approved)
  })

  it('lists one that is missing as well', () => {
    past(provide('identity card'), provide('proof of income'))
      .when(request({ policy: lease }))
      .thenRejected({ type: 'ChecklistIncomplete', missing: [text('trade reference')] })
  })

  it('is fed by references, each a fact of its own', () => {
    const provided = {
      type: 'ReferenceProvided' as const,
      ...on('2024-01-05', 'got trade reference'),
      kind: text('trade reference'),
      source: text('Bank of Varna'),
    }
    past().when(provide('trade reference')).then(provided)
    past(provide('trade reference')).when(provide('trade reference')).thenNothing()
    const account = fold(creditRoom.decider, [provided])
    expect(missingReferences(account, lease.checklist)).toEqual([
      'identity card',
      'proof of income',
    ])
  })
})

describe('a suspicion of fraud', () => {
  const suspected = [
    {
      type: 'FraudSuspected' as const,
      ...on('2024-01-21', 'fraud'),
      suspicion: text('the address of another customer'),
    },
    {
      type: 'CreditHoldPlaced' as const,
      ...on('2024-01-21', 'fraud'),
      reason: 'fraud' as const,
      note: null,
    },
  ]

  it('holds the account at once, and a held account reserves nothing [0-36]', () => {
    past()
      .when(suspectFraud)
      .then(...suspected)
    past(limitOf(1000), suspectFraud)
      .when(reserve('O-1', 1))
      .thenRejected({ type: 'OnHold', reasons: ['fraud'] })
  })

  it('is put to rest only by a person who says so, by name and for this hold [0-36]', () => {
    const held = past(limitOf(1000), hold('debts'), suspectFraud)
    held.when(lift('fraud')).thenRejected({ type: 'PersonNeeded', holdId: changeId('fraud') })
    // Lifting the hold for debts, as a rule does when they are paid, leaves the one for fraud.
    past(limitOf(1000), hold('debts'), suspectFraud, lift('debts'))
      .when(reserve('O-1', 1))
      .thenRejected({ type: 'OnHold', reasons: ['fraud'] })
    held.when(lift('fraud', 'Zoya')).then({
      type: 'CreditHoldLifted',
      ...on('2024-01-25', 'lift fraud'),
      holdId: changeId('fraud'),
      liftedBy: text('Zoya'),
    })
  })
})

describe('a hold', () => {
  it('stands until it is lifted by its name, once', () => {
    past(hold('debts')).when(hold('debts')).thenNothing()
    past()
      .when(lift('debts'))
      .thenRejected({ type: 'UnknownHold', holdId: changeId('debts') })
    past(hold('debts'), lift('debts'))
      .when({ ...lift('debts'), changeId: changeId('again') })
      .thenRejected({ type: 'HoldIsLifted', holdId: changeId('debts') })
    past(hold('debts'), lift('debts')).when(lift('debts')).thenNothing()
  })

  it('is never lifted before it was placed', () => {
    past(hold('debts'))
      .when({ ...lift('debts'), effectiveOn: civilDate('2024-01-01') })
      .then({
        type: 'CreditHoldLifted',
        ...on('2024-01-20', 'lift debts'),
        holdId: changeId('debts'),
        liftedBy: null,
      })
  })

  it('is one of several: each is told with its reason and its day', () => {
    const told = fold(creditRoom.decider, [
      { type: 'CreditHoldPlaced', ...on('2024-01-20', 'a'), reason: 'dunning', note: null },
      { type: 'CreditHoldPlaced', ...on('2024-01-22', 'b'), reason: 'badDebt', note: null },
      { type: 'CreditHoldLifted', ...on('2024-01-23', 'c'), holdId: changeId('a'), liftedBy: null },
    ])
    expect(standingHolds(told)).toEqual([
      { holdId: 'b', reason: 'badDebt', since: '2024-01-22', lifted: false },
    ])
  })
})

describe('early signs of risk', () => {
  const rule = { ruleId: text('2 of 3'), version: 1, lateCount: 2, outOf: 3, lateDays: 5 }
  const assess = (...daysLate: ReadonlyArray<number>) => ({
    type: 'AssessRisk' as const,
    ...on('2024-02-01', 'flag'),
    rule,
    payments: daysLate.map((days, index) => ({ itemId: itemId(`I-${index}`), daysLate: days })),
  })
  const flag = {
    type: 'RiskFlagRaised' as const,
    ...on('2024-02-01', 'flag'),
    ruleId: text('2 of 3'),
    ruleVersion: 1,
    lateItemIds: [itemId('I-1'), itemId('I-3')],
    outOf: 3,
  }
  const review = {
    type: 'CreditReviewRequested' as const,
    ...on('2024-02-01', 'flag'),
    reason: text('2 of 3'),
  }

  it('raise a flag and a review when k of the last n payments were late, and not with one less [1-41]', () => {
    past()
      .when(assess(0, 6, 5, 30))
      .then(flag, review)
    past()
      .when(assess(40, 5, 5, 6))
      .thenRejected({
        type: 'RuleNotMet',
        ruleId: text('2 of 3'),
        lateCount: 1,
        outOf: 3,
        neededCount: 2,
      })
  })

  it('raise a flag also where fewer than n payments are known', () => {
    past()
      .when(assess(6, 30))
      .then({ ...flag, lateItemIds: [itemId('I-0'), itemId('I-1')], outOf: 2 }, review)
  })

  it('ask for no second review while one is open, and for another when it is completed', () => {
    const ask = {
      type: 'RequestReview' as const,
      ...on('2024-01-30', 'yearly'),
      reason: text('every January'),
    }
    const complete = {
      type: 'CompleteReview' as const,
      ...on('2024-01-31', 'done'),
      reviewId: changeId('yearly'),
      conclusion: 'keep' as const,
    }
    past(ask)
      .when(assess(0, 6, 5, 30))
      .then(flag)
    past(ask, complete)
      .when(assess(0, 6, 5, 30))
      .then(flag, review)
    past(ask)
      .when(complete)
      .then({
        type: 'CreditReviewCompleted',
        ...on('2024-01-31', 'done'),
        reviewId: changeId('yearly'),
        conclusion: 'keep',
      })
    past()
      .when(complete)
      .thenRejected({ type: 'UnknownReview', reviewId: changeId('yearly') })
    past(ask, complete)
      .when({ ...complete, changeId: changeId('twice') })
      .thenRejected({ type: 'ReviewIsCompleted', reviewId: changeId('yearly') })
  })
})
