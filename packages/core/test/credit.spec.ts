import { describe, expect, it } from 'vitest'
import { creditNeeded } from '../src/order/index.ts'
import {
  creditRoom,
  decidedUntil,
  expiredReservations,
  exposureMinor,
  headroomMinor,
  reservedForMinor,
  type CreditAccount,
  type CreditCommand,
} from '../src/credit/index.ts'
import {
  changeId,
  civilDate,
  currency,
  deposit,
  fold,
  itemId,
  minorUnits,
  orderId,
  text,
} from '../src/shared/index.ts'
import { reach } from '@tenure/testing'
import {
  ada,
  bill,
  changeLimit,
  expire,
  expose,
  hold,
  limitOf,
  money,
  override,
  past,
  release,
  reserve,
  settle,
} from './credit-words.ts'

const after = (...commands: ReadonlyArray<CreditCommand>): CreditAccount =>
  fold(creditRoom.decider, reach(creditRoom)(commands))

const reserved = (order: string, amountMinor: number) => ({
  type: 'CreditReserved' as const,
  ...money('2024-02-01', `reserve ${order}`),
  orderId: orderId(order),
  amountMinor: minorUnits(amountMinor),
  expiresOn: civilDate('2024-03-01'),
  overrideId: null,
})

describe('a reservation', () => {
  it('takes of the limit to the last unit, and not one unit more', () => {
    past(limitOf(1000), reserve('O-1', 300)).when(reserve('O-2', 700)).then(reserved('O-2', 700))
    past(limitOf(1000), reserve('O-1', 300)).when(reserve('O-2', 701)).thenRejected({
      type: 'LimitExceeded',
      limitMinor: 1000,
      reservedMinor: 300,
      usedMinor: 0,
      offeredMinor: 701,
    })
  })

  it('needs a decision that is not older than its last day [0-27]', () => {
    const decided = past(limitOf(1000, '2024-01-31'))
    decided
      .when(reserve('O-1', 1))
      .thenRejected({ type: 'CreditDecisionExpired', validUntil: civilDate('2024-01-31') })
    decided
      .when(reserve('O-1', 1, { effectiveOn: civilDate('2024-01-31') }))
      .then({ ...reserved('O-1', 1), effectiveOn: civilDate('2024-01-31') })
    past().when(reserve('O-1', 1)).thenRejected({ type: 'NoCreditDecision', customerId: ada })
  })

  it('is asked for in the currency of the account, and is something', () => {
    past(limitOf(1000))
      .when(reserve('O-1', 1, { currency: currency('JPY') }))
      .thenRejected({
        type: 'CurrencyMismatch',
        expected: currency('EUR'),
        offered: currency('JPY'),
      })
    past(limitOf(1000)).when(reserve('O-1', 0)).thenRejected({ type: 'ZeroAmount' })
  })

  it('leaves the share out that is paid in advance: 30 % of 1000 leaves 700 [edge 69]', () => {
    const needed = creditNeeded(deposit(3000, 30), 1000)
    past(limitOf(700)).when(reserve('O-1', needed)).then(reserved('O-1', 700))
  })

  it('is made once by its change, and a change says one thing', () => {
    past(limitOf(1000), reserve('O-1', 300), release('O-1')).when(reserve('O-1', 300)).thenNothing()
    past(limitOf(1000), reserve('O-1', 300))
      .when(reserve('O-1', 301))
      .thenRejected({
        type: 'ConflictingDuplicate',
        changeId: changeId('reserve O-1'),
        recorded: 'reservation of 300 "EUR" "O-1"',
        offered: 'reservation of 301 "EUR" "O-1"',
      })
  })

  it('is refused when the sum could not be exact', () => {
    const most = Number.MAX_SAFE_INTEGER
    past(limitOf(most), override('2024-12-31'), reserve('O-1', most))
      .when(reserve('O-2', 1))
      .thenRejected({ type: 'AmountOutOfRange', amountMinor: most + 1 })
  })
})

describe('a refusal', () => {
  const tooMuch = reserve('O-1', 1001)

  it('is not remembered where a person asked: the same request may be accepted later', () => {
    past(limitOf(1000)).when(tooMuch).thenRejected({
      type: 'LimitExceeded',
      limitMinor: 1000,
      reservedMinor: 0,
      usedMinor: 0,
      offeredMinor: 1001,
    })
    past(limitOf(1000), changeLimit(1001)).when(tooMuch).then(reserved('O-1', 1001))
  })

  it('stands as a fact where a process waits for it, with what explains it', () => {
    const standing = { ...tooMuch, refusalStands: true }
    past(limitOf(1000), reserve('O-9', 10))
      .when(standing)
      .then({
        type: 'CreditRefused',
        ...money('2024-02-01', 'reserve O-1'),
        orderId: orderId('O-1'),
        amountMinor: minorUnits(1001),
        why: 'limitExceeded',
        limitMinor: minorUnits(1000),
        reservedMinor: minorUnits(10),
        usedMinor: minorUnits(0),
      })
    past(limitOf(1000), standing, changeLimit(2000)).when(standing).thenNothing()
    past(limitOf(1000), standing, changeLimit(2000))
      .when(tooMuch)
      .thenRejected({
        type: 'RefusalStands',
        changeId: changeId('reserve O-1'),
        orderId: orderId('O-1'),
      })
  })

  it.each([
    ['noDecision', [], '2024-02-01'],
    ['decisionExpired', [limitOf(5000, '2024-01-31')], '2024-02-01'],
    ['onHold', [limitOf(5000), hold('debts')], '2024-02-01'],
  ] as const)('says that it was for %s', (why, given, day) => {
    const history = reach(creditRoom)([
      ...given,
      { ...tooMuch, refusalStands: true, effectiveOn: civilDate(day) },
    ])
    expect(history.at(-1)).toMatchObject({ type: 'CreditRefused', why })
  })
})

describe('an override', () => {
  it('lets an order over the limit until its day, and is named in the reservation [0-09]', () => {
    const covered = { ...reserved('O-1', 1500), overrideId: changeId('override') }
    past(limitOf(1000), override('2024-02-01')).when(reserve('O-1', 1500)).then(covered)
    past(limitOf(1000), override('2024-01-31')).when(reserve('O-1', 1500)).thenRejected({
      type: 'LimitExceeded',
      limitMinor: 1000,
      reservedMinor: 0,
      usedMinor: 0,
      offeredMinor: 1500,
    })
  })

  it('is not named by an order that stays within the limit, to the last unit', () => {
    past(limitOf(1000), override('2024-12-31'))
      .when(reserve('O-1', 1000))
      .then(reserved('O-1', 1000))
    const day = { effectiveOn: civilDate('2024-01-30') }
    past(limitOf(1000), override('2024-12-31'))
      .when(reserve('O-1', 1001, day))
      .then({ ...reserved('O-1', 1001), ...day, overrideId: changeId('override') })
  })

  it('does not reach back before the day it was granted', () => {
    past(limitOf(1000), override('2024-12-31'))
      .when(reserve('O-1', 1500, { effectiveOn: civilDate('2024-01-29') }))
      .thenRejected({
        type: 'LimitExceeded',
        limitMinor: 1000,
        reservedMinor: 0,
        usedMinor: 0,
        offeredMinor: 1500,
      })
  })

  it('holds up to the exposure that was granted', () => {
    const granted = [limitOf(1000), override('2024-12-31', 1500), reserve('O-1', 1000)]
    past(...granted)
      .when(reserve('O-2', 500))
      .then({ ...reserved('O-2', 500), overrideId: changeId('override') })
    past(...granted)
      .when(reserve('O-2', 501))
      .thenRejected({
        type: 'LimitExceeded',
        limitMinor: 1000,
        reservedMinor: 1000,
        usedMinor: 0,
        offeredMinor: 501,
      })
  })

  it('is on the word of somebody, for a reason', () => {
    past()
      .when(override('2024-02-01', 1500))
      .then({
        type: 'CreditOverrideGranted',
        ...money('2024-01-30', 'override'),
        grantedBy: text('head of sales'),
        reason: text('framework contract signed'),
        until: civilDate('2024-02-01'),
        upToMinor: minorUnits(1500),
      })
  })
})

describe('an order that is closed, and opened again after another took its place', () => {
  it('is held against the limit again [edge 67]', () => {
    // ERPNext#33967: closing freed the limit, and reopening asked nobody.
    past(limitOf(1000), reserve('O-1', 800), release('O-1'), reserve('O-2', 800))
      .when(reserve('O-1', 800, { changeId: changeId('reopen O-1') }))
      .thenRejected({
        type: 'LimitExceeded',
        limitMinor: 1000,
        reservedMinor: 800,
        usedMinor: 0,
        offeredMinor: 800,
      })
  })
})

describe('a limit that is cut below the exposure', () => {
  const before = [limitOf(1000), reserve('O-1', 600), bill('O-1', 'I-1', 200)]

  it('says at once by how much, for the message to the customer [edge 68]', () => {
    past(...before)
      .when(changeLimit(500))
      .then({
        type: 'CreditLimitChanged',
        ...money('2024-02-15', 'cut'),
        limitMinor: minorUnits(500),
        previousMinor: minorUnits(1000),
        excessMinor: minorUnits(100),
        reason: text('payments slow down'),
      })
  })

  it('lets no new order in until the exposure is back under it, and stops no old one [edge 68] [inv 16]', () => {
    const late = { effectiveOn: civilDate('2024-02-21') }
    past(...before, changeLimit(500))
      .when(reserve('O-2', 1))
      .thenRejected({
        type: 'LimitExceeded',
        limitMinor: 500,
        reservedMinor: 400,
        usedMinor: 200,
        offeredMinor: 1,
      })
    past(...before, changeLimit(500))
      .when(bill('O-1', 'I-2', 400))
      .then({
        type: 'CreditConsumed',
        ...money('2024-02-10', 'bill I-2'),
        orderId: orderId('O-1'),
        itemId: itemId('I-2'),
        amountMinor: minorUnits(400),
        beyondMinor: minorUnits(0),
      })
    past(...before, changeLimit(500), settle('I-1', 101))
      .when(reserve('O-2', 1, late))
      .then({ ...reserved('O-2', 1), ...late })
  })

  it('needs a limit to cut', () => {
    past().when(changeLimit(5)).thenRejected({ type: 'NoCreditDecision', customerId: ada })
  })
})

describe('a reservation of an order that goes its way', () => {
  it('expires when the order was never shipped, on the day after its last one [edge 70]', () => {
    const waiting = past(limitOf(1000), reserve('O-1', 600))
    waiting.when(expire('O-1', '2024-03-01')).thenRejected({
      type: 'NotExpired',
      orderId: orderId('O-1'),
      expiresOn: civilDate('2024-03-01'),
    })
    waiting.when(expire('O-1', '2024-03-02')).then({
      type: 'CreditReservationExpired',
      ...money('2024-03-02', 'expire O-1'),
      orderId: orderId('O-1'),
      amountMinor: minorUnits(600),
    })
    const account = after(limitOf(1000), reserve('O-1', 600))
    const days = ['2024-03-01', '2024-03-02'].map(civilDate)
    expect(days.map((day) => expiredReservations(account, day))).toEqual([[], ['O-1']])
  })

  it('is consumed in part by a part that is shipped, and the rest is freed when the order is closed [edge 70]', () => {
    const partly = [limitOf(1000), reserve('O-1', 600), bill('O-1', 'I-1', 250)]
    expect(reservedForMinor(after(...partly), orderId('O-1'))).toBe(350)
    expect(exposureMinor(after(...partly))).toBe(600)
    past(...partly)
      .when(expire('O-1', '2024-03-02'))
      .thenRejected({ type: 'PartlyShipped', orderId: orderId('O-1') })
    expect(expiredReservations(after(...partly), civilDate('2024-03-02'))).toEqual([])
    past(...partly)
      .when(release('O-1'))
      .then({
        type: 'CreditReservationReleased',
        ...money('2024-02-05', 'release O-1'),
        orderId: orderId('O-1'),
        amountMinor: minorUnits(350),
        reason: text('called off'),
      })
    expect(headroomMinor(after(...partly, release('O-1')))).toBe(750)
  })

  it('takes a bill above it, for freight: the rest is owed on top [inv 17]', () => {
    past(limitOf(1000), reserve('O-1', 600))
      .when(bill('O-1', 'I-1', 640))
      .then({
        type: 'CreditConsumed',
        ...money('2024-02-10', 'bill I-1'),
        orderId: orderId('O-1'),
        itemId: itemId('I-1'),
        amountMinor: minorUnits(600),
        beyondMinor: minorUnits(40),
      })
  })

  it('must be there, and have something left', () => {
    const orderOne = orderId('O-1')
    past(limitOf(1000))
      .when(bill('O-1', 'I-1', 1))
      .thenRejected({ type: 'UnknownReservation', orderId: orderOne })
    past(limitOf(1000))
      .when(release('O-1'))
      .thenRejected({ type: 'UnknownReservation', orderId: orderOne })
    past(limitOf(1000), reserve('O-1', 600), release('O-1'))
      .when(expire('O-1', '2024-03-02'))
      .thenRejected({ type: 'NothingReserved', orderId: orderOne })
    past(limitOf(1000), reserve('O-1', 600))
      .when(bill('O-1', 'I-1', 0))
      .thenRejected({ type: 'ZeroAmount' })
  })
})

describe('more for the same order', () => {
  const more = (day: string, expiresOn: string) =>
    reserve('O-1', 200, {
      effectiveOn: civilDate(day),
      changeId: changeId('more'),
      expiresOn: civilDate(expiresOn),
    })
  const orders = (...commands: ReadonlyArray<CreditCommand>) => [...after(...commands).orders]

  it('adds to what is reserved for it, until the later of the days', () => {
    const told = { since: '2024-02-03', billed: false, leftMinor: 800 }
    expect(orders(limitOf(1000), reserve('O-1', 600), more('2024-02-03', '2024-03-15'))).toEqual([
      ['O-1', { ...told, expiresOn: '2024-03-15' }],
    ])
    expect(orders(limitOf(1000), reserve('O-1', 600), more('2024-02-03', '2024-02-15'))).toEqual([
      ['O-1', { ...told, expiresOn: '2024-03-01' }],
    ])
  })

  it('starts afresh where nothing was left: it may expire again, by its own day', () => {
    const billed = [limitOf(1000), reserve('O-1', 600), bill('O-1', 'I-1', 600)]
    expect(orders(...billed, more('2024-02-11', '2024-02-15'))).toEqual([
      ['O-1', { since: '2024-02-11', billed: false, leftMinor: 200, expiresOn: '2024-02-15' }],
    ])
    const partly = [limitOf(1000), reserve('O-1', 600), bill('O-1', 'I-1', 500)]
    expect(orders(...partly, more('2024-02-11', '2024-02-15'))).toEqual([
      ['O-1', { since: '2024-02-11', billed: true, leftMinor: 300, expiresOn: '2024-03-01' }],
    ])
  })
})

describe('a fact that is learned late', () => {
  it('is never effective before what it builds on', () => {
    const early = { effectiveOn: civilDate('2024-01-02') }
    const dayOf = (...commands: ReadonlyArray<CreditCommand>) =>
      reach(creditRoom)(commands).at(-1)?.effectiveOn
    const open = [limitOf(1000), reserve('O-1', 600)]
    const owing = [...open, bill('O-1', 'I-1', 600)]
    expect(dayOf(...open, { ...release('O-1'), ...early })).toBe('2024-02-01')
    expect(dayOf(...open, { ...bill('O-1', 'I-1', 600), ...early })).toBe('2024-02-01')
    expect(dayOf(...owing, { ...settle('I-1', 600), ...early })).toBe('2024-02-10')
  })

  it('counts from the newest day that raised the item, not from what was paid since', () => {
    const raised = [
      limitOf(1000),
      expose('I-1', 100, 'invoice'),
      { ...settle('I-1', 10), effectiveOn: civilDate('2024-03-20') },
    ]
    const items = (...commands: ReadonlyArray<CreditCommand>) => [...after(...commands).items]
    expect(items(...raised)).toEqual([['I-1', { amountMinor: 90, since: '2024-02-25' }]])
    const fee = { ...expose('I-1', 5, 'fee'), effectiveOn: civilDate('2024-03-01') }
    expect(items(...raised, fee)).toEqual([['I-1', { amountMinor: 95, since: '2024-03-01' }]])
    const before = { ...fee, effectiveOn: civilDate('2024-01-01') }
    expect(items(...raised, before)).toEqual([['I-1', { amountMinor: 95, since: '2024-02-25' }]])
  })

  it('does not undo what holds since a later day', () => {
    const older = { ...changeLimit(100), effectiveOn: civilDate('2023-12-31') }
    expect(headroomMinor(after(limitOf(1000), older))).toBe(1000)
    expect(headroomMinor(after(limitOf(1000), changeLimit(100)))).toBe(100)
    const no = { effectiveOn: civilDate('2023-12-31'), validUntil: civilDate('2024-01-15') }
    const second = { ...limitOf(50), ...no, changeId: changeId('older') }
    expect(decidedUntil(after(limitOf(1000), second))).toBe('2024-12-31')
  })
})

describe('what a customer owes', () => {
  const owing = [limitOf(1000), reserve('O-1', 600), bill('O-1', 'I-1', 600)]

  it('frees the limit as it is paid, and no more than it used', () => {
    past(...owing)
      .when(settle('I-1', 700))
      .then({
        type: 'CreditRestored',
        ...money('2024-02-20', 'paid I-1'),
        itemId: itemId('I-1'),
        amountMinor: minorUnits(600),
        settledMinor: minorUnits(700),
        cause: 'paid',
      })
    past(...owing, settle('I-1', 600))
      .when(settle('I-1', 1, 'credited'))
      .thenRejected({ type: 'NothingUsed', itemId: itemId('I-1') })
    past(...owing)
      .when(settle('I-1', 0))
      .thenRejected({ type: 'ZeroAmount' })
  })

  it('takes the headroom back when the payment bounces [edge 33]', () => {
    const paid = [...owing, settle('I-1', 600)]
    const bounced = [...paid, expose('I-1', 600, 'bounce')]
    expect([owing, paid, bounced].map((history) => headroomMinor(after(...history)))).toEqual([
      400, 1000, 400,
    ])
  })

  it('is nothing once a partner took it over, and all of it when the partner gives it back [edge 71]', () => {
    const assigned = [...owing, settle('I-1', 600, 'assigned')]
    const returned = [...assigned, expose('I-1', 600, 'recourse')]
    expect(exposureMinor(after(...assigned))).toBe(0)
    expect(headroomMinor(after(...assigned))).toBe(1000)
    expect(exposureMinor(after(...returned))).toBe(600)
  })

  it('may rise over the limit by fees, and then nothing is reserved', () => {
    const fees = [limitOf(600), ...owing.slice(1), expose('I-1', 10, 'fee')]
    expect(headroomMinor(after(...fees))).toBe(-10)
    past(...fees)
      .when(reserve('O-2', 1))
      .thenRejected({
        type: 'LimitExceeded',
        limitMinor: 600,
        reservedMinor: 0,
        usedMinor: 610,
        offeredMinor: 1,
      })
  })

  it('stays on hold for bad debt after the debt was given up and money came late [edge 39]', () => {
    past(...owing, hold('bad', 'badDebt'), settle('I-1', 600, 'writtenOff'))
      .when(reserve('O-2', 1))
      .thenRejected({ type: 'OnHold', reasons: ['badDebt'] })
  })
})

describe('every refusal of credit', () => {
  it('is worded with the numbers that explain it', () => {
    expect(
      creditRoom.explain({
        type: 'LimitExceeded',
        limitMinor: 1000,
        reservedMinor: 300,
        usedMinor: 200,
        offeredMinor: 501,
      }),
    ).toBe('Another 501 minor units go over the limit of 1000: 300 are reserved and 200 are owed.')
    expect(creditRoom.explain({ type: 'OnHold', reasons: ['fraud', 'dunning'] })).toBe(
      'The credit account is on hold: fraud, dunning.',
    )
  })
})

describe('a limit of one who decided elsewhere', () => {
  it('is recorded as it is, and asked nothing', () => {
    past(hold('debts'))
      .when(limitOf(1000))
      .then({
        type: 'CreditApproved',
        ...money('2024-01-01', 'limit'),
        limitMinor: minorUnits(1000),
        validUntil: civilDate('2024-12-31'),
        basis: null,
      })
  })
})
