import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { given, reach } from '@tenure/testing'
import {
  loadReturnPolicy,
  reduceSchedule,
  returnsRoom,
  splitCredit,
  type ChargedLine,
  type CloseReturn,
  type CreditLine,
  type GoodsCondition,
  type RecordReturnedGoods,
  type RequestReturn,
  type ReturnPolicy,
  type ReturnsCommand,
  type ReturnsEvent,
} from '../src/returns/index.ts'
import {
  addDays,
  allocate,
  civilDate,
  creditId,
  currency,
  customerId,
  minorUnits,
  orderId,
  returnId,
  text,
  ticketId,
  type Decimal,
} from '../src/shared/index.ts'

const past = given(returnsRoom)
const eur = currency('EUR')
const R = returnId('R-1')
const order = orderId('__proto__')
const delivered = civilDate('2024-01-10')
const on = (day: string) => ({
  effectiveOn: civilDate(day),
  customerId: customerId('Ада'),
  returnId: R,
})

/** Furniture: thirty days, no condition (1-28). */
const furniture: ReturnPolicy = {
  policyId: text('furniture'),
  version: 1,
  anchor: 'delivery',
  windowDays: 30,
  coolingOffDays: 14,
  conditions: { unopened: false, originalPackage: false },
  reasons: [
    { code: text('changed mind'), conditionsApply: true },
    { code: text('broken'), conditionsApply: false },
  ],
  onFailedCondition: { kind: 'refuse' },
}
/** Cosmetics: fourteen days, unopened and in their package (1-29). */
const cosmetics: ReturnPolicy = {
  ...furniture,
  policyId: text('cosmetics'),
  windowDays: 14,
  coolingOffDays: 0,
  conditions: { unopened: true, originalPackage: true },
}
const asNew: GoodsCondition = { opened: false, originalPackage: true }
const opened: GoodsCondition = { opened: true, originalPackage: true }

const lines = (quantity: Decimal = '1') => [{ lineId: text('L-1'), quantity }]
const request = (over: Partial<RequestReturn> = {}, quantity: Decimal = '1'): RequestReturn => ({
  type: 'RequestReturn',
  ...on('2024-01-20'),
  orderId: order,
  orderedOn: civilDate('2024-01-02'),
  reason: text('changed mind'),
  lines: lines(quantity),
  delivered: [
    {
      lineId: text('L-1'),
      sku: text('lamp'),
      deliveredQuantity: '2',
      deliveredOn: delivered,
      returnedQuantity: '0',
    },
  ],
  declared: null,
  policy: furniture,
  ...over,
})
const requested = (over: Partial<RequestReturn> = {}, quantity: Decimal = '1'): ReturnsEvent => {
  const { effectiveOn, orderedOn, reason, declared, policy } = request(over)
  return {
    type: 'ReturnRequested',
    ...on(effectiveOn),
    orderId: order,
    orderedOn,
    reason,
    lines: [
      {
        lineId: text('L-1'),
        sku: text('lamp'),
        quantity,
        deliveredOn: delivered,
        deliveredQuantity: '2',
        returnedQuantity: '0',
        afterDays: 10,
      },
    ],
    declared,
    policy,
  }
}
const approve = (sendBy: string | null = null): ReturnsCommand => ({
  type: 'ApproveReturn',
  ...on('2024-01-21'),
  sendBy: sendBy === null ? null : civilDate(sendBy),
})
const receive = (quantity: Decimal = '1', day = '2024-01-25'): ReturnsCommand => ({
  type: 'ReceiveGoods',
  ...on(day),
  lines: lines(quantity),
})
const inspect = (found = asNew): ReturnsCommand => ({
  type: 'InspectGoods',
  ...on('2024-01-26'),
  found,
})
const charged = (netMinor: number, over: Partial<ChargedLine> = {}): ChargedLine => ({
  lineId: text('L-1'),
  deliveredQuantity: '2',
  returnedQuantity: '0',
  netMinor: minorUnits(netMinor),
  taxMinor: minorUnits(0),
  settledNetMinor: minorUnits(0),
  settledTaxMinor: minorUnits(0),
  ...over,
})
const close = (...lines: ReadonlyArray<ChargedLine>): CloseReturn => ({
  type: 'CloseReturn',
  ...on('2024-01-27'),
  creditId: creditId('C-1'),
  currency: eur,
  charged: lines.length > 0 ? lines : [charged(9800)],
  costMinor: minorUnits(590),
})
const credit = (netMinor: number, over: Partial<CreditLine> = {}): CreditLine => ({
  lineId: text('L-1'),
  sku: text('lamp'),
  quantity: '1',
  netMinor: minorUnits(netMinor),
  taxMinor: minorUnits(0),
  withheldNetMinor: minorUnits(0),
  withheldTaxMinor: minorUnits(0),
  ...over,
})
/** The end of a case that gives back these lines. */
const ended = (
  total: number,
  outcome: 'credited' | 'creditedLess' | 'sentBack',
  ...lines: ReadonlyArray<CreditLine>
): ReadonlyArray<ReturnsEvent> => {
  const facts = {
    ...on('2024-01-27'),
    currency: eur,
    orderId: order,
    orderedOn: civilDate('2024-01-02'),
    creditId: creditId('C-1'),
    reason: text('changed mind'),
    lines,
  }
  const closed: ReturnsEvent = {
    type: 'ReturnClosed',
    ...facts,
    outcome,
    creditedMinor: minorUnits(total),
    costMinor: minorUnits(590),
  }
  const due: ReturnsEvent = { type: 'CreditDue', ...facts, totalMinor: minorUnits(total) }
  return total > 0 ? [due, closed] : [closed]
}

describe('a wish to send goods back', () => {
  it('is recorded with what was known of each line, and how soon it came [3-01] [3-10]', () => {
    past().when(request()).then(requested())
  })

  it('is taken on day 30 of a window of thirty days, and refused on day 31 [1-28]', () => {
    const day = (n: number) => request({ effectiveOn: addDays(delivered, n) })
    expect(E.isRight(returnsRoom.decider.decide(day(30))(returnsRoom.decider.initial()))).toBe(true)
    past()
      .when(day(31))
      .thenRejected({
        type: 'WindowClosed',
        lineId: text('L-1'),
        lastDay: civilDate('2024-02-09'),
        requestedOn: civilDate('2024-02-10'),
      })
  })

  it('is taken as long as the law says, where the house’s own window is shorter, for any reason', () => {
    const law = { ...furniture, windowDays: 5, reasons: [] }
    const day = (n: number) => request({ effectiveOn: addDays(delivered, n), policy: law })
    expect(E.isRight(returnsRoom.decider.decide(day(14))(returnsRoom.decider.initial()))).toBe(true)
    past()
      .when(day(15))
      .thenRejected({
        type: 'WindowClosed',
        lineId: text('L-1'),
        lastDay: civilDate('2024-01-24'),
        requestedOn: civilDate('2024-01-25'),
      })
  })

  it('may come on the day of delivery', () => {
    const [event] = reach(returnsRoom)([request({ effectiveOn: delivered })])
    expect(event?.type === 'ReturnRequested' && event.lines[0]?.afterDays).toBe(0)
  })

  it('of several lines cools off while all of them do', () => {
    const two = request().delivered.flatMap((line) => [
      line,
      { ...line, lineId: text('L-2'), deliveredOn: civilDate('2024-01-24') },
    ])
    past()
      .when(
        request({
          reason: text('too blue'),
          effectiveOn: civilDate('2024-01-25'),
          delivered: two,
          lines: [...lines(), { lineId: text('L-2'), quantity: '1' }],
        }),
      )
      .thenRejected({
        type: 'ReasonNotAccepted',
        reason: text('too blue'),
        accepted: [text('changed mind'), text('broken')],
      })
  })

  it('needs a reason that is accepted, once the time of cooling off is over [3-03]', () => {
    past()
      .when(request({ reason: text('too blue'), effectiveOn: civilDate('2024-01-25') }))
      .thenRejected({
        type: 'ReasonNotAccepted',
        reason: text('too blue'),
        accepted: [text('changed mind'), text('broken')],
      })
  })

  it('is refused for goods that were opened, where they must not be [1-29]', () => {
    past()
      .when(request({ policy: cosmetics, declared: opened }))
      .thenRejected({ type: 'ReturnConditionFailed', failed: ['opened'] })
    past()
      .when(request({ policy: cosmetics, declared: { opened: true, originalPackage: false } }))
      .thenRejected({ type: 'ReturnConditionFailed', failed: ['opened', 'originalPackage'] })
    const cases = { policy: cosmetics, declared: asNew }
    past().when(request(cases)).then(requested(cases))
  })

  it('is taken for opened goods that arrived broken, or that are credited for less', () => {
    const broken = { policy: cosmetics, declared: opened, reason: text('broken') }
    past().when(request(broken)).then(requested(broken))
    const less: ReturnPolicy = {
      ...cosmetics,
      onFailedCondition: { kind: 'deduct', basisPoints: 1500 },
    }
    const worn = { policy: less, declared: opened }
    past().when(request(worn)).then(requested(worn))
  })

  it('is for no more than was delivered and has not come back, in exact decimals [0-22]', () => {
    const line = {
      lineId: text('L-1'),
      sku: text('cloth'),
      deliveredQuantity: '2.5',
      deliveredOn: delivered,
      returnedQuantity: '0.75',
    }
    const ask = (quantity: Decimal) => request({ delivered: [line] }, quantity)
    expect(E.isRight(returnsRoom.decider.decide(ask('1.750'))(returnsRoom.decider.initial()))).toBe(
      true,
    )
    past()
      .when(ask('1.751'))
      .thenRejected({ type: 'TooMany', lineId: text('L-1'), left: '1.75', offered: '1.751' })
  })

  it('counts a line that is named twice as one', () => {
    past()
      .when(request({ lines: [...lines('1'), ...lines('1')] }))
      .then(requested({}, '2'))
    past()
      .when(request({ lines: [...lines('1'), ...lines('1.5')] }))
      .thenRejected({ type: 'TooMany', lineId: text('L-1'), left: '2', offered: '2.5' })
  })

  it('is about lines that are known and have arrived, and about something', () => {
    past()
      .when(request({ delivered: [] }))
      .thenRejected({ type: 'UnknownLine', lineId: text('L-1') })
    const underway = request().delivered.map((line) => ({ ...line, deliveredOn: null }))
    past()
      .when(request({ delivered: underway }))
      .thenRejected({ type: 'NotDelivered', lineId: text('L-1') })
    past()
      .when(request({ effectiveOn: civilDate('2024-01-09') }))
      .thenRejected({ type: 'NotDelivered', lineId: text('L-1') })
    const partly = [...lines(), { lineId: text('L-2'), quantity: '0' }]
    for (const empty of [[], lines('0'), lines('-1'), partly])
      past()
        .when(request({ lines: empty }))
        .thenRejected({ type: 'NothingToReturn', returnId: R })
  })

  it('says nothing when it comes again with newer evidence, and names a conflict', () => {
    const newer = request().delivered.map((line) => ({ ...line, returnedQuantity: '2' }))
    past(request())
      .when(request({ delivered: newer }))
      .thenNothing()
    past(request()).when(request({}, '2')).thenRejected({
      type: 'ConflictingDuplicate',
      returnId: R,
      recorded:
        '1 of "L-1" of order __proto__, changed mind, in a condition not told, under furniture 1',
      offered:
        '2 of "L-1" of order __proto__, changed mind, in a condition not told, under furniture 1',
    })
  })
})

describe('a return told again', () => {
  const conflict = (recorded: string, offered: string) =>
    ({ type: 'ConflictingDuplicate', returnId: R, recorded, offered }) as const

  it('with goods in another condition, or another day to send them by, is another one', () => {
    const worded = (condition: string) =>
      `1 of "L-1" of order __proto__, changed mind, ${condition}, under furniture 1`
    const unpacked = { opened: false, originalPackage: false }
    past(request({ declared: asNew }))
      .when(request({ declared: opened }))
      .thenRejected(conflict(worded('unopened, in its package'), worded('opened, in its package')))
    past(request({ declared: asNew }))
      .when(request({ declared: unpacked }))
      .thenRejected(
        conflict(worded('unopened, in its package'), worded('unopened, without its package')),
      )
    past(request(), approve())
      .when(approve('2024-01-30'))
      .thenRejected(conflict('approved', 'approved, to be sent by 2024-01-30'))
  })

  it('as received, after the day by which it was to come, says nothing', () => {
    past(request(), approve('2024-01-25'), receive('1', '2024-01-25'))
      .when(receive('1', '2024-01-26'))
      .thenNothing()
  })

  it('is withdrawn no more once it is closed', () => {
    past(request(), approve(), receive(), inspect(), close())
      .when({ type: 'WithdrawReturn', ...on('2024-01-28'), reason: text('kept'), ticketId: null })
      .thenRejected({
        type: 'ReturnOutOfTurn',
        returnId: R,
        status: 'closed',
        needed: ['requested', 'approved'],
      })
  })
})

describe('a return on its way', () => {
  it('is approved, comes in, is looked at and closed, each once', () => {
    const step = { ...on('2024-01-21'), orderId: order }
    past(request())
      .when(approve())
      .then({ type: 'ReturnApproved', ...step, sendBy: null })
    past(request(), approve())
      .when(receive())
      .then({
        type: 'ReturnReceived',
        ...on('2024-01-25'),
        orderId: order,
        lines: [...lines()],
      })
    past(request(), approve(), receive())
      .when(inspect())
      .then({
        type: 'ReturnInspected',
        ...on('2024-01-26'),
        orderId: order,
        found: asNew,
        failed: [],
      })
    const whole = [request(), approve(), receive(), inspect(), close()]
    for (const command of whole)
      past(...whole)
        .when(command)
        .thenNothing()
  })

  it('may be rejected with a reason, which stands', () => {
    const reject: ReturnsCommand = { type: 'RejectReturn', ...on('2024-01-21'), why: text('used') }
    past(request())
      .when(reject)
      .then({ type: 'ReturnRejected', ...on('2024-01-21'), orderId: order, why: text('used') })
    past(request(), reject)
      .when(approve())
      .thenRejected({
        type: 'ReturnOutOfTurn',
        returnId: R,
        status: 'rejected',
        needed: ['requested'],
      })
  })

  it('is withdrawn where the customer was helped: no money goes back [3-04]', () => {
    const withdraw: ReturnsCommand = {
      type: 'WithdrawReturn',
      ...on('2024-01-22'),
      reason: text('works now'),
      ticketId: ticketId('T-1'),
    }
    past(request(), approve())
      .when(withdraw)
      .then({
        type: 'ReturnWithdrawn',
        ...on('2024-01-22'),
        orderId: order,
        reason: text('works now'),
        ticketId: ticketId('T-1'),
      })
    past(request(), withdraw)
      .when(close())
      .thenRejected({
        type: 'ReturnOutOfTurn',
        returnId: R,
        status: 'withdrawn',
        needed: ['inspected'],
      })
    past(request(), approve(), receive())
      .when(withdraw)
      .thenRejected({
        type: 'ReturnOutOfTurn',
        returnId: R,
        status: 'received',
        needed: ['requested', 'approved'],
      })
  })

  it('comes in by the day that was set, and only what was asked for', () => {
    past(request(), approve('2024-01-25'))
      .when(receive('1', '2024-01-26'))
      .thenRejected({
        type: 'SentTooLate',
        sendBy: civilDate('2024-01-25'),
        receivedOn: civilDate('2024-01-26'),
      })
    past(request(), approve('2024-01-25'))
      .when(receive('1', '2024-01-25'))
      .then({
        type: 'ReturnReceived',
        ...on('2024-01-25'),
        orderId: order,
        lines: [...lines()],
      })
    past(request(), approve())
      .when(receive('1.5'))
      .thenRejected({ type: 'TooMany', lineId: text('L-1'), left: '1', offered: '1.5' })
    past(request(), approve())
      .when({
        type: 'ReceiveGoods',
        ...on('2024-01-25'),
        lines: [{ lineId: text('L-2'), quantity: '1' }],
      })
      .thenRejected({ type: 'UnknownLine', lineId: text('L-2') })
    const partly = [...lines(), { lineId: text('L-2'), quantity: '0' as const }]
    for (const nothing of [[], lines('0'), partly])
      past(request(), approve())
        .when({ type: 'ReceiveGoods', ...on('2024-01-25'), lines: nothing })
        .thenRejected({ type: 'NothingToReturn', returnId: R })
  })

  it('takes its steps in turn, none dated before the one that led to it', () => {
    past(request())
      .when(inspect())
      .thenRejected({
        type: 'ReturnOutOfTurn',
        returnId: R,
        status: 'requested',
        needed: ['received'],
      })
    past(request())
      .when({ ...approve(), ...on('2024-01-15') })
      .then({ type: 'ReturnApproved', ...on('2024-01-20'), orderId: order, sendBy: null })
  })

  it('is known, and belongs to one customer', () => {
    past().when(approve()).thenRejected({ type: 'UnknownReturn', returnId: R })
    past(request())
      .when({ ...approve(), customerId: null })
      .thenRejected({
        type: 'WrongCustomer',
        returnId: R,
        expected: customerId('Ада'),
        offered: null,
      })
  })
})

describe('a closed return', () => {
  const inspected = [request(), approve(), receive(), inspect()]

  it('gives back half of 98 where half the goods come back after an early discount [edge 44]', () => {
    past(...inspected)
      .when(close(charged(9800)))
      .then(...ended(4900, 'credited', credit(4900)))
  })

  it('gives back each part of a bundle at its share of the bundle’s price [1-24]', () => {
    // A laptop of 800, a bag of 150 and an antivirus of 50 for 899 together.
    const shares = allocate(89_900, [80_000, 15_000, 5000])
    expect(shares).toEqual([71_920, 13_485, 4495])
    const bag = charged(shares[1] ?? 0, { deliveredQuantity: '1' })
    past(...inspected)
      .when(close(bag))
      .then(...ended(13_485, 'credited', credit(13_485)))
  })

  it('gives back with its tax, by the same share, what is left of an odd price [edge 7]', () => {
    const first = charged(101, { taxMinor: minorUnits(19) })
    past(...inspected)
      .when(close(first))
      .then(...ended(61, 'credited', credit(51, { taxMinor: minorUnits(10) })))
    const second: ChargedLine = {
      ...first,
      returnedQuantity: '1',
      settledNetMinor: minorUnits(51),
      settledTaxMinor: minorUnits(10),
    }
    past(...inspected)
      .when(close(second))
      .then(...ended(59, 'credited', credit(50, { taxMinor: minorUnits(9) })))
  })

  it('gives nothing for goods that fail a condition, and says what that cost [1-30]', () => {
    past(request({ policy: cosmetics }), approve(), receive(), inspect(opened))
      .when(close())
      .then(...ended(0, 'sentBack'))
  })

  it('gives less for them, where the policy says so', () => {
    const less: ReturnPolicy = {
      ...cosmetics,
      onFailedCondition: { kind: 'deduct', basisPoints: 1500 },
    }
    past(request({ policy: less }), approve(), receive(), inspect(opened))
      .when(close())
      .then(...ended(4165, 'creditedLess', credit(4165, { withheldNetMinor: minorUnits(735) })))
  })

  it('withholds nothing from goods that are as they should be, whatever the policy', () => {
    const less: ReturnPolicy = {
      ...cosmetics,
      onFailedCondition: { kind: 'deduct', basisPoints: 1500 },
    }
    past(request({ policy: less }), approve(), receive(), inspect())
      .when(close())
      .then(...ended(4900, 'credited', credit(4900)))
  })

  it('gives back a single cent as well', () => {
    past(...inspected)
      .when(close(charged(2)))
      .then(...ended(1, 'credited', credit(1)))
  })

  it('gives back no more than can be counted', () => {
    const most = Number.MAX_SAFE_INTEGER
    past(request({}, '2'), approve(), receive('2'), inspect())
      .when(close(charged(most, { taxMinor: minorUnits(1) })))
      .thenRejected({ type: 'AmountOutOfRange', amountMinor: most + 1 })
  })

  it('asks nothing of goods that arrived broken', () => {
    past(
      request({ policy: cosmetics, reason: text('broken') }),
      approve(),
      receive(),
      inspect(opened),
    )
      .when(close())
      .then(
        ...ended(4900, 'credited', credit(4900)).map((event) => ({
          ...event,
          reason: text('broken'),
        })),
      )
  })

  it('tells its reason, so that credits by reason add up to all credits [3-03]', () => {
    const closing = (reason: string) =>
      reach(returnsRoom)([
        request({ reason: text(reason) }),
        approve(),
        receive(),
        inspect(),
        close(),
      ]).flatMap((event) => (event.type === 'CreditDue' ? [event] : []))
    const all = ['broken', 'changed mind', 'broken'].flatMap(closing)
    const by = Map.groupBy(all, ({ reason }) => reason)
    const sums = [...by].map(([reason, some]) => [
      reason,
      some.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
    ])
    expect(sums).toEqual([
      ['broken', 9800],
      ['changed mind', 4900],
    ])
    expect(all.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(14_700)
  })

  it('needs to know what was charged, and takes back no more than was delivered', () => {
    past(...inspected)
      .when(close({ ...charged(9800), lineId: text('L-2') }))
      .thenRejected({ type: 'UnknownLine', lineId: text('L-1') })
    past(...inspected)
      .when(close(charged(9800, { returnedQuantity: '1.5' })))
      .thenRejected({ type: 'TooMany', lineId: text('L-1'), left: '0.5', offered: '1' })
  })

  it('is closed once: on newer evidence nothing new, with another credit note a conflict', () => {
    past(...inspected, close())
      .when(close(charged(1)))
      .thenNothing()
    past(...inspected, close())
      .when({ ...close(), creditId: creditId('C-2') })
      .thenRejected({
        type: 'ConflictingDuplicate',
        returnId: R,
        recorded: 'closed with credit note C-1 in EUR at a cost of 590',
        offered: 'closed with credit note C-2 in EUR at a cost of 590',
      })
  })
})

describe('a return that was decided elsewhere', () => {
  const record: RecordReturnedGoods = {
    type: 'RecordReturnedGoods',
    ...on('2024-01-27'),
    orderId: order,
    orderedOn: civilDate('2024-01-02'),
    reason: text('changed mind'),
    creditId: creditId('C-1'),
    currency: eur,
    lines: [],
    credit: [credit(4900)],
    costMinor: minorUnits(590),
  }

  it('is recorded whole, also where nothing is known of what was bought', () => {
    past()
      .when(record)
      .then(
        {
          type: 'ReturnRequested',
          ...on('2024-01-27'),
          orderId: order,
          orderedOn: civilDate('2024-01-02'),
          reason: text('changed mind'),
          lines: [],
          declared: null,
          policy: null,
        },
        ...ended(4900, 'credited', credit(4900)),
      )
    past(record).when(record).thenNothing()
  })

  it('gave less where anything of any line was withheld', () => {
    const less = [credit(4900), credit(10, { withheldTaxMinor: minorUnits(1) })]
    past()
      .when({ ...record, credit: less })
      .then(
        {
          type: 'ReturnRequested',
          ...on('2024-01-27'),
          orderId: order,
          orderedOn: civilDate('2024-01-02'),
          reason: text('changed mind'),
          lines: [],
          declared: null,
          policy: null,
        },
        ...ended(4910, 'creditedLess', ...less),
      )
  })

  it('that gave nothing back does not give something later', () => {
    past({ ...record, credit: [] })
      .when(record)
      .thenRejected({
        type: 'ReturnOutOfTurn',
        returnId: R,
        status: 'closed',
        needed: ['unknown'],
      })
  })

  it('is not another one with other content, and not one that is under way here', () => {
    past(record)
      .when({ ...record, credit: [credit(4901)] })
      .thenRejected({
        type: 'ConflictingDuplicate',
        returnId: R,
        recorded: 'credit C-1 of 4900 EUR',
        offered: 'credit C-1 of 4901 EUR',
      })
    past(request()).when(record).thenRejected({
      type: 'ConflictingDuplicate',
      returnId: R,
      recorded:
        '1 of "L-1" of order __proto__, changed mind, in a condition not told, under furniture 1',
      offered: ' of order __proto__, changed mind, in a condition not told, elsewhere',
    })
  })

  it('stays within the range in which every unit is kept', () => {
    const most = credit(Number.MAX_SAFE_INTEGER)
    past()
      .when({ ...record, credit: [most, most] })
      .thenRejected({ type: 'AmountOutOfRange', amountMinor: 2 * Number.MAX_SAFE_INTEGER })
  })
})

describe('a credit note', () => {
  it('lowers what is open first; the rest is owed to the customer [edge 42]', () => {
    expect([splitCredit(100, 30), splitCredit(20, 30), splitCredit(0, 30)]).toEqual([
      { prePaymentMinor: 30, postPaymentMinor: 0 },
      { prePaymentMinor: 20, postPaymentMinor: 10 },
      { prePaymentMinor: 0, postPaymentMinor: 30 },
    ])
  })

  const part = (instalment: number, amount: number, day: string | null) => ({
    instalment,
    amountMinor: minorUnits(amount),
    dueOn: day === null ? null : civilDate(day),
  })
  const three = [part(1, 100, '2024-01-31'), part(2, 100, '2024-02-29'), part(3, 100, '2024-03-31')]
  const amounts = (amount: number, order: 'lastFirst' | 'proportional' | 'nextFirst') =>
    reduceSchedule(three, amount, order).schedule.map((left) => [left.instalment, left.amountMinor])

  it('lowers the last instalment first, or the next, or all alike, as the policy says', () => {
    expect(amounts(130, 'lastFirst')).toEqual([
      [1, 100],
      [2, 70],
    ])
    expect(amounts(130, 'nextFirst')).toEqual([
      [2, 70],
      [3, 100],
    ])
    expect(amounts(130, 'proportional')).toEqual([
      [1, 56],
      [2, 57],
      [3, 57],
    ])
  })

  it('for all that was delivered, before any of it fell due, leaves nothing to collect [0-04]', () => {
    const whole = [request({}, '2'), approve(), receive('2'), inspect(), close(charged(300))]
    const [due] = reach(returnsRoom)(whole).filter((event) => event.type === 'CreditDue')
    expect(due?.totalMinor).toBe(300)
    expect(due !== undefined && due.effectiveOn < '2024-01-31').toBe(true)
    expect(reduceSchedule(three, due?.totalMinor ?? 0, 'lastFirst')).toEqual({
      schedule: [],
      restMinor: 0,
    })
  })

  it('of one cent leaves a schedule that adds up to what is open [edge 6]', () => {
    for (const order of ['lastFirst', 'proportional', 'nextFirst'] as const)
      expect(amounts(1, order).reduce((sum, [, amount = 0]) => sum + amount, 0)).toBe(299)
    expect(amounts(1, 'lastFirst')).toEqual([
      [1, 100],
      [2, 100],
      [3, 99],
    ])
  })

  it('over more than is open leaves nothing, and tells the rest', () => {
    expect(reduceSchedule(three, 350, 'proportional')).toEqual({ schedule: [], restMinor: 50 })
    expect(reduceSchedule(three, 0, 'proportional')).toEqual({ schedule: three, restMinor: 0 })
  })

  it('takes from the instalments of one day in their order, and leaves a cent where one is left', () => {
    const same = [part(2, 100, '2024-01-31'), part(1, 100, '2024-01-31'), part(3, 1, '2024-02-29')]
    expect(reduceSchedule(same, 100, 'nextFirst').schedule).toEqual([
      part(2, 100, '2024-01-31'),
      part(3, 1, '2024-02-29'),
    ])
    expect(reduceSchedule(same, 199, 'nextFirst').schedule).toEqual([
      part(2, 1, '2024-01-31'),
      part(3, 1, '2024-02-29'),
    ])
  })

  it('finds nothing to lower where nothing is open', () => {
    for (const order of ['lastFirst', 'proportional', 'nextFirst'] as const)
      expect(reduceSchedule([], 10, order)).toEqual({ schedule: [], restMinor: 10 })
  })

  it('holds what has no due day yet to be last', () => {
    const open = [part(1, 100, null), part(2, 100, '2024-02-29')]
    expect(reduceSchedule(open, 100, 'lastFirst').schedule).toEqual([part(2, 100, '2024-02-29')])
  })
})

describe('a return policy', () => {
  it('is read strictly: a key that no rule reads is a fault', () => {
    expect(loadReturnPolicy(JSON.parse(JSON.stringify(furniture)))).toEqual(E.right(furniture))
    const { reasons: _, ...rest } = furniture
    expect(loadReturnPolicy({ ...rest, windowDay: 30 })).toEqual(
      E.left([
        { path: 'windowDay', reason: 'no rule reads this key' },
        { path: 'reasons', reason: 'it is missing' },
      ]),
    )
  })
})

describe('every refusal of a return', () => {
  it('is worded with what explains it', () => {
    expect(
      returnsRoom.explain({
        type: 'WindowClosed',
        lineId: text('L-1'),
        lastDay: civilDate('2024-02-09'),
        requestedOn: civilDate('2024-02-10'),
      }),
    ).toBe('Line L-1 could be returned until 2024-02-09, and was asked for on 2024-02-10.')
  })
})
