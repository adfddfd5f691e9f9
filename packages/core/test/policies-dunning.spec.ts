import { describe, expect, it } from 'vitest'
import { notice, policyOf, type ReminderStep } from '../src/collections/index.ts'
import { standingHolds } from '../src/credit/index.ts'
import { openMinor } from '../src/receivables/index.ts'
import { creditOf, findItem, itemOfInvoice, type TradeRules } from '../src/policies/index.ts'
import {
  changeId,
  invoiceId,
  minorUnits,
  net,
  orderId,
  text,
  withLateFee,
} from '../src/shared/index.ts'
import {
  ada,
  EUR,
  day,
  giveCredit,
  houseOn,
  houseRules,
  pay,
  place,
  reminding,
  ship,
  twice,
  types,
} from './policies-words.ts'

type World = ReturnType<typeof houseOn>

/** A sofa for 600, billed on the first of January and due on the fifteenth. */
const owing = (
  rules: TradeRules = houseRules,
  looks?: Parameters<typeof houseOn>[2],
  terms = net(14),
): World => {
  const world = houseOn('2026-01-01', rules, looks)
  giveCredit(world, 200_000)
  place(world, 60_000, terms)
  ship(world)
  return world
}
const steps = (world: World) =>
  world.log.flatMap(({ event }) =>
    event.type === 'ReminderSent' || event.type === 'StepDue'
      ? [[event.effectiveOn, event.stepId, event.askedMinor]]
      : [],
  )
const fees = (world: World) =>
  world.log.flatMap(({ event }) =>
    event.type === 'LateFeeAssessed' ? [[event.effectiveOn, event.amountMinor]] : [],
  )
const bill = itemOfInvoice(invoiceId('sofa~11/shipment/all'))
const itemOf = (world: World) => findItem(world.dossier(ada), bill)?.item

const acting = (stepId: string, offsetDays: number, action: ReminderStep['action']): ReminderStep =>
  notice(text(stepId), offsetDays, [], { action })

const all = [
  ['2026-01-12', 'notice', 60_000],
  ['2026-01-18', 'friendly', 60_000],
  ['2026-01-29', 'firm', 60_000],
  ['2026-02-12', 'final', 60_000],
]

describe('a bill that nobody pays', () => {
  it('is reminded of step by step, each once', () => {
    const world = owing()
    world.walkTo(day('2026-06-30'))
    expect(steps(world)).toEqual(all)
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is reminded of the same way where one looks every hour [inv 23]', () => {
    const world = owing(houseRules, () => 24)
    world.walkTo(day('2026-06-30'))
    expect(steps(world)).toEqual(all)
    expect(world.turnedDown).toEqual([])
  })

  it('is reminded of late, once, and not of three steps at once, after days of silence [edge 48]', () => {
    const asleep = (on: string): boolean => on >= '2026-01-17' && on <= '2026-01-30'
    const world = owing(houseRules, (on) => (asleep(on) ? 0 : 1))
    world.walkTo(day('2026-02-28'))
    expect(steps(world)).toEqual([
      ['2026-01-12', 'notice', 60_000],
      ['2026-01-31', 'friendly', 60_000],
      ['2026-02-07', 'firm', 60_000],
      ['2026-02-14', 'final', 60_000],
    ])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a bill that is paid', () => {
  it('is not reminded of again, and its case is closed once [inv 22] [edge 56]', () => {
    const world = owing()
    world.walkTo(day('2026-01-20'))
    pay(world, 60_000)
    world.walkTo(day('2026-06-30'))
    expect(steps(world)).toEqual(all.slice(0, 2))
    expect(types(world, 'CaseOpened', 'CaseClosed')).toEqual(['CaseOpened', 'CaseClosed'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('leaves the case open for another bill, which goes on where the case stood [edge 54] [edge 57]', () => {
    const world = owing()
    place(world, 20_000, net(14), orderId('lamp'))
    ship(world, orderId('lamp'))
    world.walkTo(day('2026-01-20'))
    pay(world, 60_000)
    world.walkTo(day('2026-02-28'))
    expect(steps(world)).toEqual([
      ['2026-01-12', 'notice', 80_000],
      ['2026-01-18', 'friendly', 80_000],
      ['2026-01-29', 'firm', 20_000],
      ['2026-02-12', 'final', 20_000],
    ])
    pay(world, 20_000)
    world.walkTo(day('2026-03-05'))
    expect(types(world, 'CaseOpened', 'CaseClosed')).toEqual(['CaseOpened', 'CaseClosed'])
    expect(world.turnedDown).toEqual([])
  })

  it('but for a small rest is not reminded of: the rest is given up [edge 46]', () => {
    const world = owing({ ...houseRules, smallBalanceMinor: minorUnits(100) })
    world.walkTo(day('2026-01-14'))
    pay(world, 59_950)
    world.walkTo(day('2026-06-30'))
    expect(steps(world)).toEqual(all.slice(0, 1))
    expect(itemOf(world)?.writtenOffMinor).toBe(50)
    expect(types(world, 'CaseClosed')).toEqual(['CaseClosed'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a step that calls for a fee', () => {
  const rules = reminding(policyOf(text('fees'), [acting('fee', 10, 'fee')]))
  const terms = withLateFee(net(14), { amountMinor: 1_000, afterDays: 5, maxTimes: 2 })

  it('brings the fees that were agreed, on their own days, one fee for 24 looks a day [edge 47]', () => {
    const world = owing(rules, () => 24, terms)
    world.walkTo(day('2026-06-30'))
    expect(steps(world).map(([on, step]) => [on, step])).toEqual([['2026-01-25', 'fee']])
    expect(fees(world)).toEqual([
      ['2026-01-20', 1_000],
      ['2026-02-19', 1_000],
    ])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('brings none where none was agreed', () => {
    const world = owing(rules)
    world.walkTo(day('2026-06-30'))
    expect(fees(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('brings none for a time of hardship, and makes up for none of it', () => {
    const world = owing(rules, undefined, terms)
    world.tell({
      room: 'collections',
      command: {
        type: 'AgreeHardship',
        effectiveOn: world.today(),
        customerId: ada,
        currency: EUR,
        changeId: changeId('out of work'),
        untilOn: day('2026-02-01'),
        reason: text('out of work'),
      },
    })
    world.walkTo(day('2026-06-30'))
    expect(fees(world)).toEqual([['2026-02-19', 1_000]])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a step that suspends', () => {
  const rules = reminding(policyOf(text('stops'), [acting('stop', 20, 'suspend')]))

  it('stops the service and new orders on credit, until all is paid [inv 26]', () => {
    const world = owing(rules)
    world.walkTo(day('2026-02-10'))
    expect(types(world, 'ServiceSuspended', 'CreditHoldPlaced')).toEqual([
      'ServiceSuspended',
      'CreditHoldPlaced',
    ])
    place(world, 10_000, net(14), orderId('lamp'))
    expect(types(world, 'CreditRefused')).toEqual(['CreditRefused'])
    pay(world, 60_000)
    world.walkTo(day('2026-02-12'))
    expect(types(world, 'ServiceReinstated', 'CreditHoldLifted').toSorted()).toEqual([
      'CreditHoldLifted',
      'ServiceReinstated',
    ])
    const credit = creditOf(world.dossier(ada))
    expect(credit === undefined ? [] : standingHolds(credit)).toEqual([])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a step that proposes to give up', () => {
  const lastStep = [
    notice(text('letter'), 3, ['letter']),
    acting('give up', 60, 'writeOffProposal'),
  ]

  it('writes off what a rule may, and the credit stays on hold', () => {
    const rules = {
      ...reminding(policyOf(text('gives up'), lastStep)),
      writeOffLimitMinor: minorUnits(60_000),
    }
    const world = owing(rules)
    world.walkTo(day('2026-06-30'))
    expect(types(world, 'WriteOffProposed', 'ItemWrittenOff', 'CaseClosed')).toEqual([
      'WriteOffProposed',
      'ItemWrittenOff',
      'CaseClosed',
    ])
    pay(world, 60_000)
    const credit = creditOf(world.dossier(ada))
    expect(credit === undefined ? [] : standingHolds(credit).map(({ reason }) => reason)).toEqual([
      'badDebt',
    ])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('leaves to a person what lies above the limit', () => {
    const world = owing(reminding(policyOf(text('gives up'), lastStep)))
    world.walkTo(day('2026-06-30'))
    expect(types(world, 'WriteOffProposed', 'ItemWrittenOff')).toEqual(['WriteOffProposed'])
    const item = itemOf(world)
    expect(item === undefined ? 0 : openMinor(item)).toBe(60_000)
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a step that hands over', () => {
  it('gives the item to the agency, once, and writes no more', () => {
    const policy = policyOf(text('agency'), [
      notice(text('letter'), 3, ['letter']),
      acting('agency', 30, 'handOff'),
      notice(text('never'), 60, ['letter']),
    ])
    const world = owing(reminding(policy))
    world.walkTo(day('2026-12-31'))
    expect(steps(world).map(([, step]) => step)).toEqual(['letter', 'agency'])
    expect(types(world, 'ItemHandedOver')).toEqual(['ItemHandedOver'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a policy for each way of paying', () => {
  it('reminds who pays poorly sooner than others', () => {
    const strict = policyOf(text('strict'), [notice(text('at once'), 1, ['letter'])])
    const kind = policyOf(text('kind'), [notice(text('later'), 20, ['letter'])])
    const rules: TradeRules = {
      ...houseRules,
      reminders: {
        setId: text('by class'),
        variants: [{ behaviourClass: text('poor'), policy: strict }],
        otherwise: kind,
      },
      behaviour: {
        ruleId: text('share'),
        version: 1,
        graceDays: 0,
        leastItems: 1,
        promptFromBasisPoints: 9_000,
        slowFromBasisPoints: 6_000,
        recentItems: 3,
        trendBasisPoints: 1_000,
      },
    }
    const world = owing(rules)
    world.walkTo(day('2026-03-31'))
    expect(steps(world).map(([on, step]) => [on, step])).toEqual([['2026-01-16', 'at once']])
    pay(world, 60_000)
    expect(world.turnedDown).toEqual([])
  })
})
