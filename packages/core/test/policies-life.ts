import * as fc from 'fast-check'
import type { World } from '@tenure/testing/world'
import { disputedMinor, notice, policyOf, type ReminderPolicy } from '../src/collections/index.ts'
import { grossOpenMinor, openItems, openMinor } from '../src/receivables/index.ts'
import { collectionsOf, receivablesOf } from '../src/policies/index.ts'
import {
  addDays,
  changeId,
  disputeId,
  minorUnits,
  net,
  orderId,
  promiseId,
  text,
  ticketId,
  withLateFee,
  type CivilDate,
} from '../src/shared/index.ts'
import {
  ada,
  day,
  EUR,
  giveCredit,
  houseOn,
  houseRules,
  pay,
  place,
  ship,
} from './policies-words.ts'
import { tradePolicies, type TradeRules } from '../src/policies/index.ts'

// A customer's life as a list of what happens, each so many days after the one before.

export type Deed =
  | { readonly kind: 'order'; readonly amountMinor: number; readonly netDays: number }
  | { readonly kind: 'pay'; readonly percent: number }
  | { readonly kind: 'contest'; readonly percent: number }
  | { readonly kind: 'decide'; readonly outcome: 'AcceptDispute' | 'RejectDispute' }
  | { readonly kind: 'promise'; readonly days: number }
  | { readonly kind: 'ticket'; readonly type: 'OpenTicket' | 'CloseTicket' }
  | { readonly kind: 'hardship'; readonly days: number }
export interface Happening {
  readonly afterDays: number
  readonly deed: Deed
}

const order = fc.record({
  kind: fc.constant('order' as const),
  amountMinor: fc.integer({ min: 1_000, max: 20_000 }),
  netDays: fc.integer({ min: 0, max: 30 }),
})
const payment = fc.record({
  kind: fc.constant('pay' as const),
  percent: fc.integer({ min: 10, max: 110 }),
})
const percent = fc.integer({ min: 1, max: 100 })
const others: ReadonlyArray<fc.Arbitrary<Deed>> = [
  fc.record({ kind: fc.constant('contest' as const), percent }),
  fc.record({
    kind: fc.constant('decide' as const),
    outcome: fc.constantFrom('AcceptDispute' as const, 'RejectDispute' as const),
  }),
  fc.record({ kind: fc.constant('promise' as const), days: fc.integer({ min: 0, max: 20 }) }),
  fc.record({
    kind: fc.constant('ticket' as const),
    type: fc.constantFrom('OpenTicket' as const, 'CloseTicket' as const),
  }),
  fc.record({ kind: fc.constant('hardship' as const), days: fc.integer({ min: 0, max: 40 }) }),
]
const lifeOf = (deed: fc.Arbitrary<Deed>) =>
  fc.array(fc.record({ afterDays: fc.integer({ min: 0, max: 40 }), deed }), {
    minLength: 1,
    maxLength: 8,
  })
/** Orders and payments alone. */
export const plainLife = lifeOf(fc.oneof(order, payment))
export const wholeLife = lifeOf(fc.oneof({ arbitrary: order, weight: 3 }, payment, ...others))

const steps: ReminderPolicy = policyOf(text('life'), [
  notice(text('notice'), -3, ['email']),
  notice(text('friendly'), 3, ['email']),
  notice(text('fee'), 14, ['letter'], { action: 'fee', tone: 1 }),
  notice(text('stop'), 28, ['letter'], { action: 'suspend', tone: 2 }),
])
export const lifeRules: TradeRules = {
  ...houseRules,
  reminders: { setId: text('all'), variants: [], otherwise: steps },
}

const about = (world: World) => ({ effectiveOn: world.today(), customerId: ada, currency: EUR })
const openOf = (world: World): number => {
  const account = receivablesOf(world.dossier(ada), EUR)
  return account === undefined ? 0 : grossOpenMinor(account)
}

const contest = (world: World, part: number, named: string): void => {
  const account = receivablesOf(world.dossier(ada), EUR)
  const state = collectionsOf(world.dossier(ada), EUR)
  const item = account === undefined ? undefined : openItems(account)[0]
  if (item === undefined || (state !== undefined && disputedMinor(state, item.itemId) > 0)) return
  const open = minorUnits(openMinor(item))
  const amountMinor = minorUnits(Math.max(1, Math.floor((open * part) / 100)))
  const what = { about: { kind: 'item', itemId: item.itemId }, amountMinor } as const
  const why = { reason: text('scratched'), openMinor: open, standing: null }
  const command = { type: 'OpenDispute', ...about(world), disputeId: disputeId(named) } as const
  world.tell({ room: 'dispute', command: { ...command, ...what, ...why } })
}

const decide = (world: World, type: 'AcceptDispute' | 'RejectDispute'): void => {
  for (const [stream, { decided }] of world.dossier(ada).states.dispute) {
    if (decided !== null) continue
    const named = disputeId(stream.slice('dispute-'.length))
    world.tell({ room: 'dispute', command: { type, ...about(world), disputeId: named } })
  }
}

const ticket = (world: World, type: 'OpenTicket' | 'CloseTicket', named: string): void => {
  const { currency: _, ...rest } = about(world)
  const step = { ...rest, changeId: changeId(`${type} ${named}`) }
  if (type === 'OpenTicket') {
    const asked = { topic: 'paymentTrouble', category: 'problem', channel: 'email' } as const
    const by = { party: 'customer', orderId: null, words: null } as const
    const command = { type, ...step, ticketId: ticketId(named), ...asked, ...by } as const
    world.tell({ room: 'support', command })
    return
  }
  for (const [stream, { status }] of world.dossier(ada).states.support) {
    if (status === 'closed') continue
    const closed = { ticketId: ticketId(stream.slice('support-'.length)), resolved: true }
    const command = { type, ...step, ...closed, refund: 'notAsked' } as const
    world.tell({ room: 'support', command })
  }
}

const promise = (world: World, days: number, named: string): void => {
  const open = openOf(world)
  if (open === 0) return
  const sums = { amountMinor: minorUnits(open), openMinor: minorUnits(open) }
  const rule = { graceDays: 2, maxPerCase: 2, maxDays: 30 }
  const byOn = addDays(world.today(), days)
  const command = { type: 'PromiseToPay', ...about(world), promiseId: promiseId(named) } as const
  world.tell({ room: 'collections', command: { ...command, ...sums, byOn, rule } })
}

const act = (world: World, deed: Deed, named: string): void => {
  switch (deed.kind) {
    case 'order': {
      const fee = { amountMinor: 300, afterDays: 10, maxTimes: 3 }
      place(world, deed.amountMinor, withLateFee(net(deed.netDays), fee), orderId(named))
      return ship(world, orderId(named))
    }
    case 'pay':
      return pay(world, Math.max(1, Math.floor((openOf(world) * deed.percent) / 100)), named)
    case 'contest':
      return contest(world, deed.percent, named)
    case 'decide':
      return decide(world, deed.outcome)
    case 'promise':
      return promise(world, deed.days, named)
    case 'ticket':
      return ticket(world, deed.type, named)
    case 'hardship': {
      const untilOn = addDays(world.today(), deed.days)
      const change = { changeId: changeId(named), untilOn, reason: text('out of work') }
      const command = { type: 'AgreeHardship', ...about(world), ...change } as const
      world.tell({ room: 'collections', command })
    }
  }
}

/** The days on which something happens in a life that begins on the first of January. */
export const daysOf = (life: ReadonlyArray<Happening>): ReadonlySet<CivilDate> => {
  let on = day('2026-01-01')
  return new Set(life.map(({ afterDays }) => (on = addDays(on, afterDays))))
}

/** Lives a life to its end and some months beyond. */
export const live = (
  life: ReadonlyArray<Happening>,
  looks: (on: CivilDate, world: World | undefined) => number,
  rules: TradeRules = lifeRules,
): World => {
  let world: World | undefined
  const made = houseOn('2026-01-01', rules, (on) => looks(on, world), tradePolicies)
  world = made
  giveCredit(made, 10_000_000)
  life.forEach(({ afterDays, deed }, index) => {
    made.walkTo(addDays(made.today(), afterDays))
    act(made, deed, `deed ${index}`)
  })
  made.walkTo(addDays(made.today(), 120))
  return made
}
