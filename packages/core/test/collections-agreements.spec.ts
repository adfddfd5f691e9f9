import { describe, it } from 'vitest'
import { given } from '@tenure/testing'
import {
  collectionsRoom,
  type CollectionsEvent,
  type JudgePromise,
  type PauseDunning,
  type PromiseToPay,
} from '../src/collections/index.ts'
import { changeId, civilDate, minorUnits, promiseId } from '../src/shared/index.ts'
import { first, on, opened, policyWith, run, sent, step, text } from './collections-words.ts'

const past = given(collectionsRoom)
const at = civilDate
const begun = run('friendly', '2024-03-06', [first])

const promise = (day: string, byOn: string, id = 'P-1', amountMinor = 10_000): PromiseToPay => ({
  type: 'PromiseToPay',
  ...on(day),
  promiseId: promiseId(id),
  amountMinor: minorUnits(amountMinor),
  byOn: at(byOn),
  openMinor: minorUnits(10_000),
  rule: { graceDays: 2, maxPerCase: 2, maxDays: 14 },
})

const judge = (
  day: string,
  payments: ReadonlyArray<readonly [string, number]>,
  change = 'J-1',
): JudgePromise => ({
  type: 'JudgePromise',
  ...on(day),
  changeId: changeId(change),
  promiseId: promiseId('P-1'),
  payments: payments.map(([receivedOn, amountMinor]) => ({
    receivedOn: at(receivedOn),
    amountMinor: minorUnits(amountMinor),
  })),
})

const judged = (
  type: 'PromiseKept' | 'PromisePartlyKept' | 'PromiseBroken',
  day: string,
  receivedMinor: number,
  change = 'J-1',
): CollectionsEvent => ({
  type,
  ...on(day),
  changeId: changeId(change),
  promiseId: promiseId('P-1'),
  promisedMinor: minorUnits(10_000),
  receivedMinor: minorUnits(receivedMinor),
})

describe('a promise to pay 100 by Friday the fifteenth', () => {
  const made = promise('2024-03-10', '2024-03-15')

  it('is taken down with its day and grace, in the open case', () => {
    past(begun)
      .when(made)
      .then({
        type: 'PromiseMade',
        ...on('2024-03-10'),
        promiseId: promiseId('P-1'),
        cycle: 1,
        amountMinor: minorUnits(10_000),
        byOn: at('2024-03-15'),
        graceDays: 2,
      })
    past(begun, made).when(made).thenNothing()
  })

  it('holds reminders up to the end of its grace, and not a day longer [edge 61]', () => {
    const held = past(begun, made)
    held.when(run('firm', '2024-03-17', [first])).thenRejected({
      type: 'Paused',
      stepId: text('firm'),
      why: 'promise',
      untilOn: at('2024-03-17'),
    })
    held.when(run('firm', '2024-03-18', [first])).then(sent('firm', '2024-03-18', [[first, 0]]))
  })

  it('is no matter to a step that goes out all the same', () => {
    const stern = policyWith([
      step('firm', 14, 'letter', {
        conditions: { minBalanceMinor: minorUnits(0), noPromise: false, noDispute: false },
      }),
    ])
    past(begun, made)
      .when(run('firm', '2024-03-15', [first], stern))
      .then(sent('firm', '2024-03-15', [[first, 0]], 1, stern))
  })

  it('is kept as soon as all of it came in', () => {
    past(begun, made)
      .when(judge('2024-03-14', [['2024-03-14', 10_000]]))
      .then(judged('PromiseKept', '2024-03-14', 10_000))
  })

  it('is partly kept where 60 came in by the end of the grace [edge 61]', () => {
    const paid: ReadonlyArray<readonly [string, number]> = [['2024-03-15', 6_000]]
    past(begun, made)
      .when(judge('2024-03-17', paid))
      .thenRejected({
        type: 'PromiseStands',
        promiseId: promiseId('P-1'),
        untilOn: at('2024-03-17'),
      })
    past(begun, made)
      .when(judge('2024-03-18', paid))
      .then(judged('PromisePartlyKept', '2024-03-18', 6_000))
  })

  it('is broken where nothing came in, whatever came before and after [inv 35]', () => {
    past(begun, made)
      .when(
        judge('2024-03-20', [
          ['2024-03-09', 10_000],
          ['2024-03-18', 10_000],
        ]),
      )
      .then(judged('PromiseBroken', '2024-03-20', 0))
  })

  it('is judged once, unless its payment went back', () => {
    const kept = [begun, made, judge('2024-03-14', [['2024-03-14', 10_000]])]
    past(...kept)
      .when(judge('2024-03-18', [], 'J-2'))
      .thenRejected({
        type: 'PromiseAlreadyJudged',
        promiseId: promiseId('P-1'),
        outcome: 'kept',
      })
    const reopen = {
      type: 'ReopenPromise' as const,
      ...on('2024-03-16'),
      changeId: changeId('R-1'),
      promiseId: promiseId('P-1'),
    }
    past(...kept)
      .when(reopen)
      .then({ ...reopen, type: 'PromiseReopened' })
    past(...kept, reopen)
      .when(reopen)
      .thenNothing()
    past(...kept, reopen)
      .when(judge('2024-03-18', [], 'J-2'))
      .then(judged('PromiseBroken', '2024-03-18', 0, 'J-2'))
    past(begun, made)
      .when(reopen)
      .thenRejected({
        type: 'PromiseStands',
        promiseId: promiseId('P-1'),
        untilOn: at('2024-03-17'),
      })
  })

  it('stands alone, and is followed by so many others as the rule allows [edge 61]', () => {
    past(begun, made)
      .when(promise('2024-03-12', '2024-03-20', 'P-2'))
      .thenRejected({
        type: 'PromiseStands',
        promiseId: promiseId('P-1'),
        untilOn: at('2024-03-17'),
      })
    const second = promise('2024-03-18', '2024-03-20', 'P-2')
    past(begun, made, judge('2024-03-18', []), second)
      .when(promise('2024-03-25', '2024-03-28', 'P-3'))
      .thenRejected({ type: 'TooManyPromises', allowed: 2 })
  })

  it('is for an amount that is owed, and for a day that is near', () => {
    past(begun)
      .when(promise('2024-03-10', '2024-03-15', 'P-1', 0))
      .thenRejected({ type: 'ZeroAmount' })
    past(begun)
      .when(promise('2024-03-10', '2024-03-15', 'P-1', 10_001))
      .thenRejected({
        type: 'AmountTooLarge',
        itemId: null,
        openMinor: 10_000,
        offeredMinor: 10_001,
      })
    past(begun)
      .when(promise('2024-03-10', '2024-03-25'))
      .thenRejected({
        type: 'DayOutOfRange',
        offeredOn: at('2024-03-25'),
        earliestOn: at('2024-03-10'),
        latestOn: at('2024-03-24'),
      })
  })

  it('may not mean something else by the same id, nor be judged under an unknown one', () => {
    past(begun, made)
      .when(promise('2024-03-10', '2024-03-15', 'P-1', 5_000))
      .thenRejected({
        type: 'ConflictingDuplicate',
        what: 'promise',
        id: 'P-1',
        recorded: { itemId: null, amountMinor: 10_000 },
        offered: { itemId: null, amountMinor: 5_000 },
      })
    past(begun)
      .when(judge('2024-03-18', []))
      .thenRejected({ type: 'UnknownPromise', promiseId: promiseId('P-1') })
  })
})

describe('a pause for an open ticket about payment', () => {
  const pause: PauseDunning = {
    type: 'PauseDunning',
    ...on('2024-03-12'),
    changeId: changeId('T-9'),
    untilOn: at('2024-03-26'),
    reason: text('payment does not go through'),
    ticket: text('T-9'),
    maxDays: 14,
  }
  const resume = { type: 'ResumeDunning' as const, ...on('2024-03-18'), pauseId: changeId('T-9') }
  const firm = (day: string) => run('firm', day, [first])
  const { changeId: id, untilOn, reason, ticket } = pause

  it('holds every step up to its last day [1-34]', () => {
    past(begun)
      .when(pause)
      .then({
        type: 'DunningPaused',
        ...on('2024-03-12'),
        changeId: id,
        untilOn,
        reason,
        ticket,
      })
    past(begun, pause)
      .when(firm('2024-03-26'))
      .thenRejected({ type: 'Paused', stepId: text('firm'), why: 'pause', untilOn })
    past(begun, pause)
      .when(firm('2024-03-27'))
      .then(sent('firm', '2024-03-27', [[first, 0]]))
  })

  it('ends when the ticket is closed [1-34]', () => {
    past(begun, pause)
      .when(resume)
      .then({ type: 'DunningResumed', ...on('2024-03-18'), changeId: changeId('T-9') })
    past(begun, pause, resume)
      .when(firm('2024-03-18'))
      .then(sent('firm', '2024-03-18', [[first, 0]]))
    past(begun, pause, resume).when(resume).thenNothing()
  })

  it('has an end that is not far off, and no other content under its id', () => {
    past(begun)
      .when({ ...pause, untilOn: at('2024-03-27') })
      .thenRejected({
        type: 'DayOutOfRange',
        offeredOn: at('2024-03-27'),
        earliestOn: at('2024-03-12'),
        latestOn: at('2024-03-26'),
      })
    past(begun, pause).when(pause).thenNothing()
    past(begun, pause)
      .when({ ...pause, ticket: null })
      .thenRejected({
        type: 'ConflictingDuplicate',
        what: 'change',
        id: 'T-9',
        recorded: { itemId: null, amountMinor: null },
        offered: { itemId: null, amountMinor: null },
      })
    past(begun)
      .when(resume)
      .thenRejected({ type: 'UnknownPause', changeId: changeId('T-9') })
  })
})

describe('an item that was given more time', () => {
  const extend = {
    type: 'RequestExtension' as const,
    ...on('2024-03-02'),
    changeId: changeId('E-1'),
    itemId: first.itemId,
    dueOn: first.dueOn,
    untilOn: at('2024-03-15'),
    rule: { maxDays: 30, maxTimes: 1 },
  }

  it('is reminded of as from the new day [4-04]', () => {
    past(extend)
      .when(run('friendly', '2024-03-19', [first]))
      .thenRejected({ type: 'NotDue', stepId: text('friendly'), dueFrom: at('2024-03-20') })
    past(extend)
      .when(run('friendly', '2024-03-20', [first]))
      .then(opened('2024-03-20'), sent('friendly', '2024-03-20', [[first, 0]]))
  })

  it('gets it as often and for as long as the rule allows', () => {
    past()
      .when({ ...extend, untilOn: at('2024-04-01') })
      .thenRejected({
        type: 'DayOutOfRange',
        offeredOn: at('2024-04-01'),
        earliestOn: at('2024-03-02'),
        latestOn: at('2024-03-31'),
      })
    past(extend)
      .when({ ...extend, changeId: changeId('E-2'), untilOn: at('2024-03-20') })
      .thenRejected({ type: 'TooManyExtensions', itemId: first.itemId, allowed: 1 })
    past(extend).when(extend).thenNothing()
  })
})

describe('a customer in hardship', () => {
  const hardship = {
    type: 'AgreeHardship' as const,
    ...on('2024-03-10'),
    changeId: changeId('H-1'),
    untilOn: null,
    reason: text('illness'),
  }
  const end = {
    type: 'EndHardship' as const,
    ...on('2024-03-20'),
    hardshipId: changeId('H-1'),
  }
  const withFee = policyWith([
    step('friendly', 5, 'email'),
    step('firm', 14, 'letter', { action: 'fee' }),
  ])
  const feeAlone = policyWith([
    step('friendly', 5, 'email'),
    step('fee', 14, 'letter', { action: 'fee', channelPlan: [] }),
  ])

  it('is written to without a fee: hardship pauses fees [4-04] [4-11]', () => {
    past(begun)
      .when(hardship)
      .then({
        type: 'HardshipAgreed',
        ...on('2024-03-10'),
        changeId: changeId('H-1'),
        untilOn: null,
        reason: text('illness'),
      })
    past(begun, hardship)
      .when(run('firm', '2024-03-15', [first], withFee))
      .then(sent('firm', '2024-03-15', [[first, 0]], 1, withFee))
    past(begun, hardship)
      .when(run('fee', '2024-03-15', [first], feeAlone))
      .then({
        type: 'StepSkipped',
        ...on('2024-03-15'),
        cycle: 1,
        stepId: text('fee'),
        why: 'hardship',
      })
  })

  it('pays fees again when it is over', () => {
    past(begun, hardship)
      .when(end)
      .then({ type: 'HardshipEnded', ...on('2024-03-20'), changeId: changeId('H-1') })
    past(begun, hardship, end)
      .when(run('firm', '2024-03-20', [first], withFee))
      .then(sent('firm', '2024-03-20', [[first, 0]], 1, withFee), {
        type: 'StepDue',
        ...on('2024-03-20'),
        cycle: 1,
        stepId: text('firm'),
        policyId: withFee.policyId,
        policyVersion: 1,
        offsetDays: 14,
        action: 'fee',
        newDeadlineOn: null,
        items: sent('firm', '2024-03-20', [[first, 0]], 1, withFee).items,
        askedMinor: minorUnits(10_000),
      })
    past(begun, hardship, end).when(end).thenNothing()
    past(begun)
      .when(end)
      .thenRejected({ type: 'UnknownHardship', changeId: changeId('H-1') })
  })
})

describe('a contact with the customer', () => {
  const contact = {
    type: 'RecordContact' as const,
    ...on('2024-03-12'),
    changeId: changeId('C-1'),
    itemId: first.itemId,
    channel: 'call' as const,
    outcome: 'refused' as const,
    objection: text('the goods came late'),
  }
  const next = {
    type: 'ScheduleNextAction' as const,
    ...on('2024-03-12'),
    changeId: changeId('N-1'),
    plannedOn: at('2024-03-19'),
    action: text('call the buyer'),
  }

  it('is logged with its outcome and objection, and what is done next is planned [4-14]', () => {
    past(begun)
      .when(contact)
      .then({ ...contact, type: 'ContactLogged' })
    past(begun, contact).when(contact).thenNothing()
    past(begun, contact)
      .when(next)
      .then({ ...next, type: 'NextActionScheduled' })
    past(begun, contact, next).when(next).thenNothing()
  })

  it('is not told twice in different words', () => {
    past(begun, contact)
      .when({ ...contact, objection: null })
      .thenRejected({
        type: 'ConflictingDuplicate',
        what: 'change',
        id: 'C-1',
        recorded: { itemId: null, amountMinor: null },
        offered: { itemId: null, amountMinor: null },
      })
  })
})

describe('a debt that is given up', () => {
  const propose = {
    type: 'ProposeWriteOff' as const,
    ...on('2024-06-01'),
    changeId: changeId('W-1'),
    itemId: first.itemId,
    amountMinor: minorUnits(10_000),
    openMinor: minorUnits(10_000),
    limitMinor: minorUnits(10_000),
  }
  const proposed = (decidedBy: 'rule' | 'person', limitMinor: number): CollectionsEvent => ({
    type: 'WriteOffProposed',
    ...on('2024-06-01'),
    changeId: changeId('W-1'),
    itemId: first.itemId,
    amountMinor: minorUnits(10_000),
    limitMinor: minorUnits(limitMinor),
    decidedBy,
  })

  it('is decided by a rule up to the limit, and by a person above it', () => {
    past(begun).when(propose).then(proposed('rule', 10_000))
    past(begun)
      .when({ ...propose, limitMinor: minorUnits(9_999) })
      .then(proposed('person', 9_999))
    past(begun, propose).when(propose).thenNothing()
  })

  it('was asked for, is owed and is not disputed', () => {
    past().when(propose).thenRejected({ type: 'NeverReminded', itemId: first.itemId })
    past(begun)
      .when({ ...propose, amountMinor: minorUnits(0) })
      .thenRejected({ type: 'ZeroAmount' })
    past(begun)
      .when({ ...propose, openMinor: minorUnits(9_000) })
      .thenRejected({
        type: 'AmountTooLarge',
        itemId: first.itemId,
        openMinor: 9_000,
        offeredMinor: 10_000,
      })
  })
})
