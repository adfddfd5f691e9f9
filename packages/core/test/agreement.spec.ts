import { describe, expect, it } from 'vitest'
import { given, reach } from '@tenure/testing'
import {
  agreementRoom,
  clauseInForce,
  commitmentInForce,
  lateFeeRulesInForce,
  versionInForce,
  type AddClause,
  type Agreement,
  type AgreementCommand,
  type Clause,
  type CommitmentClause,
  type LateClause,
} from '../src/agreement/index.ts'
import { agreementRequired } from '../src/order/index.ts'
import { receivablesRoom, type AssessLateFee, type OpenItem } from '../src/receivables/index.ts'
import {
  agreementId,
  changeId,
  chargeId,
  civilDate,
  currency,
  customerId,
  fold,
  invoiceId,
  itemId,
  minorUnits,
  net,
  text,
  withLateFee,
} from '../src/shared/index.ts'
import type { JurisdictionRules } from '../src/terms/index.ts'

const past = given(agreementRoom)
const ada = customerId('constructor')
const a1 = agreementId('__proto__')
const EUR = currency('EUR')
const on = (day: string) => ({
  effectiveOn: civilDate(day),
  customerId: ada,
  agreementId: a1,
})

const { lateFees: rules } = withLateFee(net(14), { amountMinor: 1000, afterDays: 5, maxTimes: 1 })
const due: Clause = { kind: 'due', terms: net(30) }
const late: LateClause = { kind: 'late', graceDays: 3, rules }
const returns: Clause = { kind: 'return', policyId: text('30 days'), policyVersion: 2 }
const price = (totalMinor: number): Clause => ({
  kind: 'price',
  totalMinor: minorUnits(totalMinor),
  currency: EUR,
  wording: null,
})
const commitment = (earlyTermination: CommitmentClause['earlyTermination']): Clause => ({
  kind: 'commitment',
  months: 12,
  earlyTermination,
})

const draft = {
  type: 'DraftAgreement' as const,
  ...on('2024-01-10'),
  subject: text('a website in four stages'),
}
const add = (clause: Clause, changes: Partial<AddClause> = {}): AddClause => ({
  type: 'AddClause',
  ...on('2024-01-11'),
  changeId: changeId(`${clause.kind} of ${changes.version ?? 1}`),
  version: 1,
  clause,
  law: null,
  ...changes,
})
const sign = (party: 'house' | 'customer', day = '2024-01-15', version = 1) => ({
  type: 'SignAgreement' as const,
  ...on(day),
  version,
  party,
  signedBy: text('somebody who may'),
})
const amend = (version: number, day = '2024-06-01') => ({
  type: 'AmendAgreement' as const,
  ...on(day),
  version,
  reason: null,
})
const terminate = (day: string, endsOn: string, change = 'end') => ({
  type: 'TerminateAgreement' as const,
  ...on(day),
  changeId: changeId(change),
  endsOn: civilDate(endsOn),
  reason: null,
})

const complete = [draft, add(due), add(late), add(returns)]
const signed = [...complete, sign('house'), sign('customer', '2024-01-20')]
const agreed = (...commands: ReadonlyArray<AgreementCommand>): Agreement =>
  fold(agreementRoom.decider, reach(agreementRoom)(commands))
const days = (...texts: ReadonlyArray<string>) => texts.map(civilDate)

describe('a draft', () => {
  it('is about something, and is filled with clauses', () => {
    past()
      .when(draft)
      .then({ type: 'AgreementDrafted', ...on('2024-01-10'), subject: draft.subject })
    past(draft)
      .when(add(due))
      .then({
        type: 'ClauseAdded',
        ...on('2024-01-11'),
        version: 1,
        changeId: changeId('due of 1'),
        clause: due,
        jurisdiction: null,
        clamped: false,
      })
    past(draft)
      .when({ ...draft, subject: text('another') })
      .thenRejected({ type: 'ConflictingDuplicate', agreementId: a1, what: 'draft', id: null })
    past().when(add(due)).thenRejected({ type: 'UnknownAgreement', agreementId: a1 })
  })

  it('is signed with due days, late penalties and returns in it, and not without [0-28]', () => {
    past(draft)
      .when(sign('house'))
      .thenRejected({
        type: 'AgreementIncomplete',
        agreementId: a1,
        version: 1,
        clauses: ['due', 'late', 'return'],
      })
    past(draft, add(due), add(returns), add(price(5)))
      .when(sign('customer'))
      .thenRejected({
        type: 'AgreementIncomplete',
        agreementId: a1,
        version: 1,
        clauses: ['late'],
      })
    past(...complete)
      .when(sign('house'))
      .then({
        type: 'AgreementSigned',
        ...on('2024-01-15'),
        version: 1,
        party: 'house',
        signedBy: text('somebody who may'),
      })
  })

  it('takes the last clause of each kind, and each change says one thing', () => {
    const cheaper = add(price(90), { changeId: changeId('cheaper') })
    const state = agreed(...complete, add(price(100)), cheaper, sign('house'), sign('customer'))
    expect(clauseInForce(state, 'price', civilDate('2024-01-15'))).toEqual(price(90))
    past(draft, cheaper).when(cheaper).thenNothing()
    past(draft, cheaper)
      .when({ ...cheaper, clause: price(80) })
      .thenRejected({
        type: 'ConflictingDuplicate',
        agreementId: a1,
        what: 'clause',
        id: changeId('cheaper'),
      })
  })

  it('is with one customer', () => {
    past(draft)
      .when({ ...add(due), customerId: customerId('eve') })
      .thenRejected({
        type: 'WrongCustomer',
        agreementId: a1,
        expected: ada,
        offered: customerId('eve'),
      })
  })
})

describe('a late fee above the cap of the law', () => {
  const law = (onExcess: JurisdictionRules['onExcess']): JurisdictionRules => ({
    jurisdictionId: text('AU'),
    version: 7,
    feeCap: {
      perItemMinor: minorUnits(800),
      percentOfOrderBasisPoints: null,
      absoluteMinor: null,
      annualRate: null,
    },
    onExcess,
    coolingOffDays: 14,
    minNoticeDays: 0,
  })

  it('is refused where the law says so [0-11] [0-29]', () => {
    past(draft)
      .when(add(late, { law: law('reject') }))
      .thenRejected({
        type: 'CapExceeded',
        agreementId: a1,
        excess: {
          type: 'CapExceeded',
          termsId: 'late clause',
          jurisdictionId: 'AU',
          rules: [{ ruleId: 'flat-1000', bounds: ['perItem'] }],
        },
      })
  })

  it('is held to the cap where the law says so, and the clause tells [0-11]', () => {
    const [rule] = rules
    if (rule === undefined) throw new Error('the terms of the example have a late fee')
    const lowered = { ...rule, caps: { ...rule.caps, perItemMinor: minorUnits(800) } }
    past(draft)
      .when(add(late, { law: law('clamp') }))
      .then({
        type: 'ClauseAdded',
        ...on('2024-01-11'),
        version: 1,
        changeId: changeId('late of 1'),
        clause: { kind: 'late', graceDays: 3, rules: [lowered] },
        jurisdiction: { jurisdictionId: text('AU'), version: 7 },
        clamped: true,
      })
  })

  it('may come once an instalment, and a late clause does not know how many there are', () => {
    const [rule] = rules
    if (rule === undefined) throw new Error('the terms of the example have a late fee')
    const fee = { kind: 'flat', amountMinor: minorUnits(800) } as const
    const once: LateClause = { ...late, rules: [{ ...rule, fee }] }
    const each: LateClause = { ...late, rules: [{ ...rule, fee, per: 'instalment' }] }
    past(draft)
      .when(add(once, { law: law('reject') }))
      .then({
        type: 'ClauseAdded',
        ...on('2024-01-11'),
        version: 1,
        changeId: changeId('late of 1'),
        clause: once,
        jurisdiction: { jurisdictionId: text('AU'), version: 7 },
        clamped: false,
      })
    past(draft)
      .when(add(each, { law: law('reject') }))
      .thenRejected({
        type: 'CapExceeded',
        agreementId: a1,
        excess: {
          type: 'CapExceeded',
          termsId: 'late clause',
          jurisdictionId: 'AU',
          rules: [{ ruleId: 'flat-1000', bounds: ['perItem'] }],
        },
      })
  })

  it('may hide in the payment terms, and is found there', () => {
    const terms = withLateFee(net(14), { amountMinor: 1000, afterDays: 5, maxTimes: 1 })
    past(draft)
      .when(add({ kind: 'due', terms }, { law: law('reject') }))
      .thenRejected({
        type: 'CapExceeded',
        agreementId: a1,
        excess: {
          type: 'CapExceeded',
          termsId: terms.termsId,
          jurisdictionId: 'AU',
          rules: [{ ruleId: 'flat-1000', bounds: ['perItem'] }],
        },
      })
  })
})

describe('a signature', () => {
  it('of both makes the version hold, from the later of the two days, with all its clauses', () => {
    past(...complete, sign('house', '2024-01-20'))
      .when(sign('customer', '2024-01-18'))
      .then(
        {
          type: 'AgreementSigned',
          ...on('2024-01-18'),
          version: 1,
          party: 'customer',
          signedBy: text('somebody who may'),
        },
        {
          type: 'AgreementTookEffect',
          ...on('2024-01-20'),
          version: 1,
          clauses: [due, late, returns],
        },
      )
    past(...signed)
      .when(sign('house'))
      .thenNothing()
  })

  it('of one is enough to close the text', () => {
    past(...complete, sign('house'))
      .when(add(price(100)))
      .thenRejected({ type: 'AlreadySigned', agreementId: a1, version: 1 })
    past(...signed)
      .when(add(price(100)))
      .thenRejected({ type: 'AlreadySigned', agreementId: a1, version: 1 })
  })

  it('lies on no day before the text, nor the version before the one it replaces', () => {
    const daysOf = (...commands: ReadonlyArray<AgreementCommand>) =>
      reach(agreementRoom)(commands).map(({ type, effectiveOn }) => `${type} ${effectiveOn}`)
    expect(daysOf(...complete, sign('house', '2024-01-01')).at(-1)).toBe(
      'AgreementSigned 2024-01-11',
    )
    expect(daysOf(draft, add(due, on('2024-01-01'))).at(-1)).toBe('ClauseAdded 2024-01-10')
    const backdated = [
      ...signed,
      amend(2, '2024-01-01'),
      sign('house', '2024-01-01', 2),
      sign('customer', '2024-01-01', 2),
    ]
    expect(daysOf(...backdated).slice(-4)).toEqual([
      'AgreementAmended 2024-01-20',
      'AgreementSigned 2024-01-20',
      'AgreementSigned 2024-01-20',
      'AgreementTookEffect 2024-01-20',
    ])
  })

  it('goes under the version that is there', () => {
    past(...complete)
      .when(sign('house', '2024-01-15', 2))
      .thenRejected({ type: 'WrongVersion', agreementId: a1, expected: 1, offered: 2 })
  })
})

describe('an amendment', () => {
  const second = [
    ...signed,
    amend(2),
    add(price(120), { ...on('2024-06-02'), version: 2 }),
    sign('customer', '2024-06-05', 2),
  ]

  it('is a new version: the one in force holds until both signed the new one', () => {
    past(...signed)
      .when(amend(2))
      .then({ type: 'AgreementAmended', ...on('2024-06-01'), version: 2, reason: null })
    const half = agreed(...second)
    const whole = agreed(...second, sign('house', '2024-06-07', 2))
    const asked = days('2024-01-19', '2024-01-20', '2024-06-06', '2024-06-07')
    const versions = (state: Agreement) => asked.map((day) => versionInForce(state, day)?.version)
    expect(versions(half)).toEqual([undefined, 1, 1, 1])
    expect(versions(whole)).toEqual([undefined, 1, 1, 2])
    expect(versionInForce(whole, civilDate('2024-06-07'))?.clauses).toEqual([
      due,
      late,
      returns,
      price(120),
    ])
  })

  it('needs something that is signed, and is the next one', () => {
    past(...complete)
      .when(amend(2))
      .thenRejected({ type: 'NotSigned', agreementId: a1 })
    past(...signed)
      .when(amend(3))
      .thenRejected({ type: 'WrongVersion', agreementId: a1, expected: 2, offered: 3 })
    past(...second)
      .when(amend(3))
      .thenRejected({ type: 'NotSigned', agreementId: a1 })
    past(...second)
      .when(amend(2))
      .thenNothing()
  })
})

describe('a heavy order', () => {
  it('needs an agreement that both signed, from the threshold on [2-06]', () => {
    const needed = [99_999, 100_000, 100_001].map((total) => agreementRequired(total, 100_000))
    expect(needed).toEqual([false, true, true])
    const day = civilDate('2024-02-01')
    expect(versionInForce(agreed(...complete, sign('house')), day)).toBe(undefined)
    expect(versionInForce(agreed(...signed), day)?.version).toBe(1)
  })
})

describe('a late penalty', () => {
  const about = { customerId: ada, currency: EUR, itemId: itemId('I-1') }
  const opening: OpenItem = {
    type: 'OpenItem',
    ...about,
    effectiveOn: civilDate('2024-02-01'),
    kind: 'invoice',
    invoiceId: invoiceId('I-1'),
    schedule: [{ instalment: 1, amountMinor: minorUnits(100_000), dueOn: civilDate('2024-03-01') }],
    earlyPay: [],
  }
  const owed = given(receivablesRoom)(opening)
  const opened = fold(receivablesRoom.decider, reach(receivablesRoom)([opening]))
  /** The agreement's evidence for the order that the item is about, as a policy fills it in. */
  const assess = (agreement: Agreement, orderedOn: string): AssessLateFee => ({
    type: 'AssessLateFee',
    ...about,
    effectiveOn: civilDate('2024-04-01'),
    chargeId: chargeId('F-1'),
    ...lateFeeRulesInForce(agreement, civilDate(orderedOn)),
    jurisdiction: null,
    disputedMinor: minorUnits(0),
    pauses: [],
    order: null,
  })

  it('is charged only where it was agreed before the work: what is signed later is no evidence [2-07]', () => {
    const agreement = agreed(...signed)
    expect(assess(agreement, '2024-01-20')).toMatchObject({ rules, graceDays: 3 })
    owed
      .when(assess(agreement, '2024-01-19'))
      .thenRejected({ type: 'NoAgreedLateFee', itemId: itemId('I-1') })
    const charged = receivablesRoom.decider.decide(assess(agreement, '2024-01-20'))
    expect(charged(opened)).toMatchObject({
      right: [{ type: 'LateFeeAssessed', ruleId: 'flat-1000', amountMinor: 1000 }],
    })
  })

  it('stays agreed for an order of its time, whatever a later version says [2-07]', () => {
    const mild = [
      ...signed,
      amend(2),
      add({ ...late, rules: [] }, { ...on('2024-06-02'), version: 2 }),
      sign('customer', '2024-06-05', 2),
      sign('house', '2024-06-05', 2),
    ]
    const of = (day: string) => lateFeeRulesInForce(agreed(...mild), civilDate(day)).rules.length
    expect(['2024-06-04', '2024-06-05'].map(of)).toEqual([1, 0])
  })
})

describe('an agreement that ends', () => {
  const fee = commitment({ kind: 'fee', feeMinor: minorUnits(2500), currency: EUR })
  const bound = (clause: Clause) => [
    draft,
    add(due),
    add(late),
    add(returns),
    add(clause),
    sign('house'),
    sign('customer', '2024-01-20'),
  ]
  const ended = (day: string, endsOn: string) => ({
    type: 'AgreementTerminated' as const,
    ...on(day),
    changeId: changeId('end'),
    endsOn: civilDate(endsOn),
    reason: null,
  })

  it('holds to its last day', () => {
    past(...signed)
      .when(terminate('2024-03-01', '2024-03-31'))
      .then(ended('2024-03-01', '2024-03-31'))
    const state = agreed(...signed, terminate('2024-03-01', '2024-03-31'))
    const asked = days('2024-03-31', '2024-04-01')
    expect(asked.map((day) => versionInForce(state, day)?.version)).toEqual([1, undefined])
  })

  it('costs what was agreed before the commitment is over, and nothing after it [1-03]', () => {
    past(...bound(fee))
      .when(terminate('2024-03-01', '2025-01-18'))
      .then(ended('2024-03-01', '2025-01-18'), {
        type: 'EarlyTerminationFeeIncurred',
        ...on('2024-03-01'),
        changeId: changeId('end'),
        currency: EUR,
        amountMinor: minorUnits(2500),
        committedUntil: civilDate('2025-01-19'),
      })
    past(...bound(fee))
      .when(terminate('2024-03-01', '2025-01-19'))
      .then(ended('2024-03-01', '2025-01-19'))
  })

  it('is refused before the commitment is over where no way out was agreed [1-03]', () => {
    past(...bound(commitment({ kind: 'refused' })))
      .when(terminate('2024-03-01', '2025-01-18'))
      .thenRejected({
        type: 'CommitmentNotOver',
        agreementId: a1,
        committedUntil: civilDate('2025-01-19'),
      })
  })

  it('counts the commitment from its first version, not from one that repeats it', () => {
    const renewed = [
      ...bound(fee),
      amend(2),
      add(price(120), { ...on('2024-06-02'), version: 2 }),
      sign('customer', '2024-06-05', 2),
      sign('house', '2024-06-05', 2),
    ]
    const prolonged = [
      ...renewed,
      amend(3, '2024-09-01'),
      add(
        { kind: 'commitment', months: 24, earlyTermination: { kind: 'refused' } },
        {
          ...on('2024-09-01'),
          version: 3,
        },
      ),
      sign('customer', '2024-09-02', 3),
      sign('house', '2024-09-02', 3),
    ]
    const until = (commands: ReadonlyArray<AgreementCommand>) =>
      commitmentInForce(agreed(...commands), civilDate('2024-10-01'))?.until
    expect([until(renewed), until(prolonged)]).toEqual(['2025-01-19', '2026-09-01'])
  })

  it('may end on the very day on which that is declared', () => {
    past(...signed)
      .when(terminate('2024-03-01', '2024-03-01'))
      .then(ended('2024-03-01', '2024-03-01'))
  })

  it('ends once, on no day that is past, and takes nothing more', () => {
    const over = [...signed, terminate('2024-03-01', '2024-03-31')]
    const isOver = {
      type: 'AgreementIsTerminated' as const,
      agreementId: a1,
      endsOn: civilDate('2024-03-31'),
    }
    past(...over)
      .when(terminate('2024-03-01', '2024-03-31'))
      .thenNothing()
    past(...over)
      .when(terminate('2024-03-02', '2024-04-30', 'another'))
      .thenRejected(isOver)
    past(...over)
      .when(terminate('2024-03-01', '2024-04-30'))
      .thenRejected({
        type: 'ConflictingDuplicate',
        agreementId: a1,
        what: 'termination',
        id: changeId('end'),
      })
    past(...over)
      .when(amend(2))
      .thenRejected(isOver)
    past(...signed)
      .when(terminate('2024-03-01', '2024-02-29'))
      .thenRejected({
        type: 'EndsInThePast',
        agreementId: a1,
        endsOn: civilDate('2024-02-29'),
        effectiveOn: civilDate('2024-03-01'),
      })
    past(...complete)
      .when(terminate('2024-03-01', '2024-03-31'))
      .thenRejected({ type: 'NotSigned', agreementId: a1 })
    past()
      .when(terminate('2024-03-01', '2024-03-31'))
      .thenRejected({ type: 'UnknownAgreement', agreementId: a1 })
  })
})

describe('an agreement that was made elsewhere', () => {
  const record = (version: number, clauses: ReadonlyArray<Clause>) => ({
    type: 'RecordAgreement' as const,
    ...on('2023-05-01'),
    version,
    clauses,
  })

  it('is recorded with the clauses it has, few as they may be', () => {
    past()
      .when(record(1, [due]))
      .then({ type: 'AgreementTookEffect', ...on('2023-05-01'), version: 1, clauses: [due] })
    past(record(1, [due]))
      .when(record(1, [due]))
      .thenNothing()
    past(record(1, [due]))
      .when(record(1, [due, late]))
      .thenRejected({ type: 'ConflictingDuplicate', agreementId: a1, what: 'version', id: 1 })
    past(record(1, [due]))
      .when(record(3, [due]))
      .thenRejected({ type: 'WrongVersion', agreementId: a1, expected: 2, offered: 3 })
    past(record(1, [due]))
      .when(draft)
      .thenRejected({ type: 'AlreadySigned', agreementId: a1, version: 1 })
  })

  it('takes the place of the draft of its number, on no day before the version it replaces', () => {
    past(...complete)
      .when(record(1, [due]))
      .then({ type: 'AgreementTookEffect', ...on('2023-05-01'), version: 1, clauses: [due] })
    past(...complete, record(1, [due]))
      .when(add(price(5)))
      .thenRejected({ type: 'AlreadySigned', agreementId: a1, version: 1 })
    past(...signed)
      .when(record(2, [due]))
      .then({ type: 'AgreementTookEffect', ...on('2024-01-20'), version: 2, clauses: [due] })
    past(...signed, terminate('2024-03-01', '2024-03-31'))
      .when(record(2, [due]))
      .thenRejected({
        type: 'AgreementIsTerminated',
        agreementId: a1,
        endsOn: civilDate('2024-03-31'),
      })
  })

  it('ends as it ended: nobody asks for the commitment, or for today', () => {
    past(record(1, [commitment({ kind: 'refused' })]))
      .when({ ...terminate('2024-03-01', '2023-12-31'), type: 'RecordTermination' })
      .then({
        type: 'AgreementTerminated',
        ...on('2024-03-01'),
        changeId: changeId('end'),
        endsOn: civilDate('2023-12-31'),
        reason: null,
      })
  })
})

describe('every refusal of an agreement', () => {
  it('is worded with what explains it', () => {
    expect(
      agreementRoom.explain({
        type: 'AgreementIncomplete',
        agreementId: a1,
        version: 2,
        clauses: ['late', 'return'],
      }),
    ).toBe('Version 2 of agreement __proto__ cannot be signed without these clauses: late, return.')
  })
})
