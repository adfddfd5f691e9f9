import { describe, expect, it } from 'vitest'
import { given, reach } from '@tenure/testing'
import { creditRoom, exposureMinor, type CreditCommand } from '../src/credit/index.ts'
import {
  financingRoom,
  ineligibility,
  partnerFeeMinor,
  partnerOwesMinor,
  selectPartner,
  withPartnerMinor,
  type ApplyForFinancing,
  type AssignReceivable,
  type Financing,
  type FinancingCommand,
  type FinancingEvent,
  type PartnerTerms,
  type RecourseReason,
} from '../src/financing/index.ts'
import {
  changeId,
  civilDate,
  currency,
  customerId,
  financingId,
  fold,
  itemId,
  minorUnits,
  orderId,
  partnerId,
  text,
} from '../src/shared/index.ts'

const past = given(financingRoom)
const ada = customerId('__proto__')
const EUR = currency('EUR')
const f1 = financingId('constructor')
const klarna = partnerId('klarna')
const about = (day: string) => ({
  effectiveOn: civilDate(day),
  customerId: ada,
  currency: EUR,
  financingId: f1,
})
const change = (day: string, id: string) => ({ ...about(day), changeId: changeId(id) })

/** 2.99 % and 35 cents, from 100 to 1000, paid out after two days, evidence within fourteen. */
const terms: PartnerTerms = {
  partnerId: klarna,
  version: 4,
  currency: EUR,
  fee: { basisPoints: 299, fixedMinor: minorUnits(35), rounding: 'halfUp' },
  minAmountMinor: minorUnits(10_000),
  limitMinor: minorUnits(100_000),
  recourseReasons: ['deliveryUnproven', 'shippedTooLate', 'answeredLate'],
  payoutDelayDays: 2,
  evidenceDays: 14,
}
const cheap: PartnerTerms = {
  ...terms,
  partnerId: partnerId('cheap'),
  fee: { ...terms.fee, basisPoints: 100 },
  minAmountMinor: minorUnits(50_000),
  limitMinor: minorUnits(80_000),
}

const apply = (changes: Partial<ApplyForFinancing> = {}): ApplyForFinancing => ({
  type: 'ApplyForFinancing',
  ...about('2024-02-01'),
  orderId: orderId('O-1'),
  amountMinor: minorUnits(20_000),
  terms,
  ...changes,
})
const approve = { type: 'ApproveFinancing' as const, ...about('2024-02-02'), reference: null }
const decline = { type: 'DeclineFinancing' as const, ...about('2024-02-02'), reason: null }
const assign = (changes: Partial<AssignReceivable> = {}): AssignReceivable => ({
  type: 'AssignReceivable',
  ...change('2024-02-10', 'assign'),
  itemId: itemId('I-1'),
  amountMinor: minorUnits(20_000),
  originalDueOn: civilDate('2024-03-10'),
  ...changes,
})
const settle = (grossMinor: number, feeMinor: number, id = 'payout') => ({
  type: 'SettleFinancing' as const,
  ...change('2024-02-12', id),
  grossMinor: minorUnits(grossMinor),
  feeMinor: minorUnits(feeMinor),
})
const askFor = (reason: RecourseReason, day = '2024-03-01') => ({
  type: 'RequestEvidence' as const,
  ...change(day, 'asked'),
  about: reason,
})
const answer = (day: string) => ({
  type: 'ProvideEvidence' as const,
  ...change(day, 'answer'),
  requestId: changeId('asked'),
  reference: text('signed delivery note'),
})
const recourse = (reason: RecourseReason, day: string, amountMinor = 20_000) => ({
  type: 'TakeRecourse' as const,
  ...change(day, 'back'),
  itemId: itemId('I-1'),
  amountMinor: minorUnits(amountMinor),
  reason,
})
const assigned = [apply(), approve, assign()]
const after = (...commands: ReadonlyArray<FinancingCommand>): Financing =>
  fold(financingRoom.decider, reach(financingRoom)(commands))

describe('the choice of a partner', () => {
  it('never falls on one whose limit or least amount does not fit the order [0-07]', () => {
    const chosen = (amountMinor: number) =>
      selectPartner([terms, cheap], { amountMinor, currency: EUR })?.partnerId
    expect([9_999, 10_000, 49_999, 50_000, 80_000, 80_001, 100_000, 100_001].map(chosen)).toEqual([
      undefined,
      'klarna',
      'klarna',
      'cheap',
      'cheap',
      'klarna',
      'klarna',
      undefined,
    ])
  })

  it('falls on no partner whose fee would leave nothing, or who deals in another currency [0-07]', () => {
    const greedy = { ...terms, fee: { ...terms.fee, basisPoints: 10_000 } }
    expect(ineligibility(greedy, { amountMinor: 20_000, currency: EUR })).toBe('feeEatsAll')
    const yen = { amountMinor: 20_000, currency: currency('JPY') }
    expect(ineligibility(terms, yen)).toBe('otherCurrency')
    expect(selectPartner([greedy], { amountMinor: 20_000, currency: EUR })).toBe(undefined)
  })

  it('falls on the one that pays sooner where the fees are equal, and then on the first', () => {
    const slow = { ...terms, partnerId: partnerId('slow'), payoutDelayDays: 30 }
    const same = { ...terms, partnerId: partnerId('same') }
    const financed = { amountMinor: 20_000, currency: EUR }
    expect(selectPartner([slow, terms, same], financed)?.partnerId).toBe('klarna')
    expect(selectPartner([same, terms], financed)?.partnerId).toBe('same')
  })

  it('weighs the fee of the very amount: the share rounded once, and the fixed sum', () => {
    // 2.99 % of 200.50 is 5.99495, which rounds to 5.99; with 0.35 on top 6.34.
    expect(partnerFeeMinor(terms, 20_050)).toBe(634)
  })
})

describe('an application', () => {
  it('is for an amount that the partner takes, the least amount included [1-23]', () => {
    const least = apply({ amountMinor: minorUnits(10_000) })
    past()
      .when(least)
      .then({
        type: 'FinancingApplied',
        ...about('2024-02-01'),
        orderId: orderId('O-1'),
        amountMinor: minorUnits(10_000),
        terms,
        partnerId: klarna,
      })
    past()
      .when(apply({ amountMinor: minorUnits(9_999) }))
      .thenRejected({
        type: 'NotEligible',
        partnerId: klarna,
        why: 'belowMinimum',
        amountMinor: 9_999,
        minAmountMinor: 10_000,
        limitMinor: 100_000,
      })
  })

  it('is not for more than the partner takes [0-07]', () => {
    past()
      .when(apply({ amountMinor: minorUnits(100_001) }))
      .thenRejected({
        type: 'NotEligible',
        partnerId: klarna,
        why: 'aboveLimit',
        amountMinor: 100_001,
        minAmountMinor: 10_000,
        limitMinor: 100_000,
      })
  })

  it('is made once, for one order and one amount', () => {
    past(apply(), approve).when(apply()).thenNothing()
    past(apply())
      .when(apply({ amountMinor: minorUnits(30_000) }))
      .thenRejected({
        type: 'ConflictingDuplicate',
        financingId: f1,
        changeId: null,
        recorded: 'applied for: 20000 "O-1" "klarna" 4',
        offered: 'applied for: 30000 "O-1" "klarna" 4',
      })
    past()
      .when(apply({ amountMinor: minorUnits(0) }))
      .thenRejected({ type: 'ZeroAmount' })
  })

  it('is answered once: yes or no', () => {
    const facts = { ...about('2024-02-02'), partnerId: klarna, orderId: orderId('O-1') }
    past(apply())
      .when(approve)
      .then({ type: 'FinancingApproved', ...facts, reference: null })
    past(apply())
      .when(decline)
      .then({ type: 'FinancingDeclined', ...facts, reason: null })
    past(apply(), decline).when(decline).thenNothing()
    past(apply(), decline)
      .when(approve)
      .thenRejected({ type: 'AlreadyDecided', financingId: f1, outcome: 'declined' })
    past().when(approve).thenRejected({ type: 'UnknownFinancing', financingId: f1 })
  })

  it('is for one customer, in one currency', () => {
    past(apply())
      .when({ ...approve, customerId: null })
      .thenRejected({ type: 'WrongCustomer', financingId: f1, expected: ada, offered: null })
    past(apply())
      .when({ ...approve, currency: currency('JPY') })
      .thenRejected({ type: 'WrongCurrency', expected: EUR, offered: currency('JPY') })
  })
})

describe('a receivable that is made over', () => {
  // 2.99 % of 200.00 is 5.98, and 0.35: the partner keeps 6.33 and owes 193.67.
  const made: FinancingEvent = {
    type: 'FinancingAssigned',
    ...change('2024-02-10', 'assign'),
    partnerId: klarna,
    itemId: itemId('I-1'),
    amountMinor: minorUnits(20_000),
    feeMinor: minorUnits(633),
    netMinor: minorUnits(19_367),
    payoutOn: civilDate('2024-02-12'),
    terms,
    originalDueOn: civilDate('2024-03-10'),
  }

  it('is owed by the partner, net of its fee, and no longer by the customer [0-14]', () => {
    past(apply(), approve).when(assign()).then(made)
    expect(partnerOwesMinor(after(...assigned))).toBe(19_367)
    expect(withPartnerMinor(after(...assigned), itemId('I-1'))).toBe(20_000)
    const money = (id: string) => ({ ...change('2024-02-10', id) })
    const credit: ReadonlyArray<CreditCommand> = [
      {
        type: 'RecordExposure',
        ...money('billed'),
        itemId: itemId('I-1'),
        amountMinor: minorUnits(20_000),
        cause: 'invoice',
      },
      {
        type: 'RestoreCredit',
        ...money('assigned'),
        itemId: made.itemId,
        settledMinor: made.amountMinor,
        cause: 'assigned',
      },
    ]
    const exposures = [credit.slice(0, 1), credit].map((commands) =>
      exposureMinor(fold(creditRoom.decider, reach(creditRoom)(commands))),
    )
    expect(exposures).toEqual([20_000, 0])
  })

  it('needs the approval, and stays within it', () => {
    past(apply()).when(assign()).thenRejected({ type: 'NotApproved', financingId: f1 })
    past(apply(), decline).when(assign()).thenRejected({ type: 'NotApproved', financingId: f1 })
    past().when(assign()).thenRejected({ type: 'UnknownFinancing', financingId: f1 })
    past(apply(), approve)
      .when(assign({ amountMinor: minorUnits(20_001) }))
      .thenRejected({
        type: 'AssignedExceedsApproved',
        approvedMinor: 20_000,
        assignedMinor: 0,
        offeredMinor: 20_001,
      })
    past(...assigned)
      .when(assign({ changeId: changeId('twice') }))
      .thenRejected({ type: 'AlreadyAssigned', itemId: itemId('I-1') })
    past(...assigned)
      .when(assign())
      .thenNothing()
  })

  it('pays the fixed fee once, however many receivables the order makes', () => {
    const half = assign({ amountMinor: minorUnits(10_000) })
    const other = assign({
      amountMinor: minorUnits(10_000),
      itemId: itemId('I-2'),
      changeId: changeId('other'),
    })
    const fees = reach(financingRoom)([apply(), approve, half, other]).flatMap((event) =>
      event.type === 'FinancingAssigned' ? [event.feeMinor] : [],
    )
    expect(fees).toEqual([334, 299])
  })
})

describe('a payout', () => {
  it('is gross less fee, and leaves nothing owed', () => {
    past(...assigned)
      .when(settle(20_000, 633))
      .then({
        type: 'FinancingSettled',
        ...change('2024-02-12', 'payout'),
        partnerId: klarna,
        grossMinor: minorUnits(20_000),
        feeMinor: minorUnits(633),
        netMinor: minorUnits(19_367),
      })
    expect(partnerOwesMinor(after(...assigned, settle(20_000, 633)))).toBe(0)
    past(...assigned, settle(20_000, 633))
      .when(settle(20_000, 633))
      .thenNothing()
  })

  it('is of no more than was made over', () => {
    past(...assigned, settle(15_000, 0))
      .when(settle(5_001, 0, 'second'))
      .thenRejected({
        type: 'SettledExceedsAssigned',
        assignedMinor: 20_000,
        settledMinor: 15_000,
        offeredMinor: 5_001,
      })
    past(apply(), approve).when(settle(1, 0)).thenRejected({ type: 'NotAssigned', itemId: null })
  })

  it('keeps no more fee than was agreed, unless it did so elsewhere', () => {
    past(...assigned)
      .when(settle(20_000, 634))
      .thenRejected({
        type: 'FeeExceedsAgreed',
        agreedMinor: 633,
        takenMinor: 0,
        offeredMinor: 634,
      })
    past(...assigned)
      .when({ ...settle(20_000, 634), type: 'RecordSettlement' })
      .then({
        type: 'FinancingSettled',
        ...change('2024-02-12', 'payout'),
        partnerId: klarna,
        grossMinor: minorUnits(20_000),
        feeMinor: minorUnits(634),
        netMinor: minorUnits(19_366),
      })
    past(...assigned)
      .when({ ...settle(100, 101), type: 'RecordSettlement' })
      .thenRejected({ type: 'FeeExceedsGross', grossMinor: 100, feeMinor: 101 })
  })
})

describe('the risk that a partner does not take', () => {
  const paidOut = [...assigned, settle(20_000, 633)]
  const back = (reason: RecourseReason, day: string): FinancingEvent => ({
    type: 'RecourseTaken',
    ...change(day, 'back'),
    partnerId: klarna,
    itemId: itemId('I-1'),
    amountMinor: minorUnits(20_000),
    reason,
    dueOn: civilDate(day),
    originalDueOn: civilDate('2024-03-10'),
  })

  it('comes back for a reason of the terms only: all risk is conditional [0-14]', () => {
    past(...paidOut)
      .when(recourse('goodsDisputed', '2024-03-05'))
      .thenRejected({
        type: 'RecourseNotListed',
        reason: 'goodsDisputed',
        listed: ['deliveryUnproven', 'shippedTooLate', 'answeredLate'],
      })
    past(...paidOut)
      .when(recourse('shippedTooLate', '2024-03-05'))
      .then(back('shippedTooLate', '2024-03-05'))
  })

  it('is due now when it comes back, and remembers when it was due at first [edge 71]', () => {
    past(...paidOut)
      .when(recourse('deliveryUnproven', '2024-04-20'))
      .then(back('deliveryUnproven', '2024-04-20'))
    const returned = after(...paidOut, recourse('deliveryUnproven', '2024-04-20'))
    expect(withPartnerMinor(returned, itemId('I-1'))).toBe(0)
    // The partner had paid for it: the house owes that back, the fee apart.
    expect(partnerOwesMinor(returned)).toBe(-20_000)
  })

  it('is no more than was made over, in one go or in parts', () => {
    past(...paidOut, recourse('shippedTooLate', '2024-03-05', 15_000))
      .when({ ...recourse('shippedTooLate', '2024-03-06', 5_001), changeId: changeId('more') })
      .thenRejected({
        type: 'RecourseExceedsAssigned',
        itemId: itemId('I-1'),
        assignedMinor: 20_000,
        returnedMinor: 15_000,
        offeredMinor: 5_001,
      })
    past(apply(), approve)
      .when(recourse('shippedTooLate', '2024-03-05'))
      .thenRejected({ type: 'NotAssigned', itemId: itemId('I-1') })
  })

  it('is answered within fourteen days: on the last one in time, on the next too late [0-14]', () => {
    const asked = past(...paidOut, askFor('deliveryUnproven'))
    past(...paidOut)
      .when(askFor('deliveryUnproven'))
      .then({
        type: 'EvidenceRequested',
        ...change('2024-03-01', 'asked'),
        partnerId: klarna,
        about: 'deliveryUnproven',
        answerBy: civilDate('2024-03-15'),
      })
    asked.when(answer('2024-03-15')).then({
      type: 'EvidenceProvided',
      ...change('2024-03-15', 'answer'),
      partnerId: klarna,
      requestId: changeId('asked'),
      reference: text('signed delivery note'),
    })
    asked.when(answer('2024-03-16')).thenRejected({
      type: 'LateEvidence',
      requestId: changeId('asked'),
      answerBy: civilDate('2024-03-15'),
      offeredOn: civilDate('2024-03-16'),
    })
  })

  it('comes back when nobody answered in time, and not a day sooner [0-14]', () => {
    const asked = past(...paidOut, askFor('deliveryUnproven'))
    asked
      .when(recourse('answeredLate', '2024-03-15'))
      .thenRejected({ type: 'NothingIsLate', answerBy: civilDate('2024-03-15') })
    asked.when(recourse('answeredLate', '2024-03-16')).then(back('answeredLate', '2024-03-16'))
    past(...paidOut)
      .when(recourse('answeredLate', '2024-03-16'))
      .thenRejected({ type: 'NothingIsLate', answerBy: null })
  })

  it('stays with the partner while an answer may come, and where one came in time', () => {
    past(...paidOut, askFor('deliveryUnproven'))
      .when(recourse('deliveryUnproven', '2024-03-15'))
      .thenRejected({
        type: 'EvidencePending',
        requestId: changeId('asked'),
        answerBy: civilDate('2024-03-15'),
      })
    past(...paidOut, askFor('deliveryUnproven'), answer('2024-03-10'))
      .when(recourse('deliveryUnproven', '2024-03-20'))
      .thenRejected({
        type: 'EvidenceWasProvided',
        requestId: changeId('asked'),
        reason: 'deliveryUnproven',
      })
  })

  it('comes back for the very reason when the request about it was not answered in time', () => {
    past(...paidOut, askFor('deliveryUnproven'))
      .when(recourse('deliveryUnproven', '2024-03-16'))
      .then(back('deliveryUnproven', '2024-03-16'))
    // Proof about one reason says nothing about another.
    past(...paidOut, askFor('deliveryUnproven'), answer('2024-03-10'))
      .when(recourse('shippedTooLate', '2024-03-12'))
      .then(back('shippedTooLate', '2024-03-12'))
  })

  it('is late by the request that waits longest, and pending by the one that ends first', () => {
    const ask = (id: string, day: string, reason: RecourseReason = 'deliveryUnproven') => ({
      ...askFor(reason, day),
      changeId: changeId(id),
    })
    const both = [...paidOut, ask('second', '2024-03-05'), ask('first', '2024-03-01')]
    past(...both)
      .when(recourse('answeredLate', '2024-03-15'))
      .thenRejected({ type: 'NothingIsLate', answerBy: civilDate('2024-03-15') })
    past(...both)
      .when(recourse('answeredLate', '2024-03-16'))
      .then(back('answeredLate', '2024-03-16'))
    past(...both)
      .when(recourse('deliveryUnproven', '2024-03-14'))
      .thenRejected({
        type: 'EvidencePending',
        requestId: changeId('first'),
        answerBy: civilDate('2024-03-15'),
      })
    const sorted = [...paidOut, ask('first', '2024-03-01'), ask('second', '2024-03-05')]
    past(...sorted)
      .when(recourse('deliveryUnproven', '2024-03-14'))
      .thenRejected({
        type: 'EvidencePending',
        requestId: changeId('first'),
        answerBy: civilDate('2024-03-15'),
      })
    past(...sorted, ask('third', '2024-03-05'))
      .when(recourse('deliveryUnproven', '2024-03-18'))
      .thenRejected({
        type: 'EvidencePending',
        requestId: changeId('second'),
        answerBy: civilDate('2024-03-19'),
      })
  })

  it('is asked about only where it could come back, and answered once', () => {
    past(...paidOut)
      .when(askFor('fraud'))
      .thenRejected({
        type: 'RecourseNotListed',
        reason: 'fraud',
        listed: ['deliveryUnproven', 'shippedTooLate', 'answeredLate'],
      })
    past(apply(), approve)
      .when(askFor('deliveryUnproven'))
      .thenRejected({ type: 'NotAssigned', itemId: null })
    past(...paidOut)
      .when(answer('2024-03-10'))
      .thenRejected({ type: 'UnknownRequest', requestId: changeId('asked') })
    past(...paidOut, askFor('deliveryUnproven'), answer('2024-03-10'))
      .when({ ...answer('2024-03-11'), changeId: changeId('again') })
      .thenRejected({ type: 'AlreadyAnswered', requestId: changeId('asked') })
  })
})

describe('a fact of financing that is learned late', () => {
  it('is never effective before what it builds on', () => {
    const early = { effectiveOn: civilDate('2024-01-01') }
    const dayOf = (...commands: ReadonlyArray<FinancingCommand>) =>
      reach(financingRoom)(commands).at(-1)?.effectiveOn
    const asked = [...assigned, askFor('deliveryUnproven')]
    expect([
      dayOf(apply(), { ...approve, ...early }),
      dayOf(apply(), approve, assign(early)),
      dayOf(...assigned, { ...settle(1, 0), ...early }),
      dayOf(...assigned, { ...askFor('deliveryUnproven'), ...early }),
      dayOf(...asked, { ...answer('2024-03-02'), ...early }),
      dayOf(...assigned, { ...recourse('shippedTooLate', '2024-03-05'), ...early }),
    ]).toEqual(['2024-02-01', '2024-02-02', '2024-02-10', '2024-02-10', '2024-03-01', '2024-02-10'])
  })
})

describe('what a partner did elsewhere', () => {
  const recorded = {
    type: 'RecordAssignment' as const,
    ...change('2023-05-01', 'assign'),
    terms,
    itemId: itemId('I-1'),
    amountMinor: minorUnits(500),
    feeMinor: minorUnits(20),
    payoutOn: civilDate('2023-05-08'),
    originalDueOn: null,
  }

  it('is recorded without an application, below the least amount, with the fee as it was', () => {
    past()
      .when(recorded)
      .then({
        type: 'FinancingAssigned',
        ...change('2023-05-01', 'assign'),
        partnerId: klarna,
        itemId: itemId('I-1'),
        amountMinor: minorUnits(500),
        feeMinor: minorUnits(20),
        netMinor: minorUnits(480),
        payoutOn: civilDate('2023-05-08'),
        terms,
        originalDueOn: null,
      })
    past(recorded)
      .when(apply())
      .thenRejected({ type: 'AlreadyAssigned', itemId: itemId('I-1') })
  })

  it('is with one partner, for an amount, with a fee within it', () => {
    past(recorded)
      .when({ ...recorded, changeId: changeId('b'), itemId: itemId('I-2'), terms: cheap })
      .thenRejected({ type: 'WrongPartner', expected: klarna, offered: cheap.partnerId })
    past()
      .when({ ...recorded, amountMinor: minorUnits(0) })
      .thenRejected({ type: 'ZeroAmount' })
    past({ ...recorded, feeMinor: minorUnits(500) })
      .when({ ...recorded, feeMinor: minorUnits(500) })
      .thenNothing()
    past()
      .when({ ...recorded, feeMinor: minorUnits(501) })
      .thenRejected({ type: 'FeeExceedsGross', grossMinor: 500, feeMinor: 501 })
    past({ ...recorded, amountMinor: minorUnits(Number.MAX_SAFE_INTEGER) })
      .when({ ...recorded, changeId: changeId('b'), itemId: itemId('I-2') })
      .thenRejected({
        type: 'AmountOutOfRange',
        amountMinor: Number.MAX_SAFE_INTEGER + 500,
      })
  })

  it('comes back for whatever reason it came', () => {
    past(recorded)
      .when({ ...recourse('fraud', '2023-06-01', 500), type: 'RecordRecourse' })
      .then({
        type: 'RecourseTaken',
        ...change('2023-06-01', 'back'),
        partnerId: klarna,
        itemId: itemId('I-1'),
        amountMinor: minorUnits(500),
        reason: 'fraud',
        dueOn: civilDate('2023-06-01'),
        originalDueOn: null,
      })
  })
})

describe('the smallest amounts', () => {
  const one = minorUnits(1)
  it('are taken, and nothing is not', () => {
    past(apply(), approve)
      .when(assign({ amountMinor: minorUnits(0) }))
      .thenRejected({ type: 'ZeroAmount' })
    past(...assigned)
      .when(settle(0, 0))
      .thenRejected({ type: 'ZeroAmount' })
    past(...assigned)
      .when(recourse('shippedTooLate', '2024-03-05', 0))
      .thenRejected({ type: 'ZeroAmount' })
    const taken = (...commands: ReadonlyArray<FinancingCommand>) =>
      reach(financingRoom)(commands).at(-1)?.type
    expect([
      taken(apply(), approve, assign({ amountMinor: one })),
      taken(...assigned, settle(1, 1)),
      taken(...assigned, recourse('shippedTooLate', '2024-03-05', 1)),
    ]).toEqual(['FinancingAssigned', 'FinancingSettled', 'RecourseTaken'])
  })

  it('may be all fee, where the partner keeps all of it', () => {
    expect(after(apply(), approve, assign({ amountMinor: one })).agreedFeeMinor).toBe(1)
    expect(withPartnerMinor(after(apply()), itemId('I-1'))).toBe(0)
  })
})

describe('every refusal of financing', () => {
  it('tells whether one item, or nothing at all, is with the partner', () => {
    const words = [null, itemId('I-1')].map((id) =>
      financingRoom.explain({ type: 'NotAssigned', itemId: id }),
    )
    expect(words).toEqual(['Nothing is with the partner.', 'Item I-1 is not with the partner.'])
  })

  it('tells until when an answer is in time, or that none is waited for', () => {
    const words = [null, civilDate('2024-03-15')].map((answerBy) =>
      financingRoom.explain({ type: 'NothingIsLate', answerBy }),
    )
    expect(words).toEqual([
      'No request for evidence waits for an answer.',
      'The answer is not late before the end of 2024-03-15.',
    ])
  })

  it('is worded with the numbers that explain it', () => {
    expect(
      financingRoom.explain({
        type: 'NotEligible',
        partnerId: klarna,
        why: 'belowMinimum',
        amountMinor: 9_999,
        minAmountMinor: 10_000,
        limitMinor: 100_000,
      }),
    ).toBe(
      'Partner klarna does not take over 9999 minor units: that is too little (from 10000 to 100000).',
    )
  })
})
