import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { notice, policyOf, type ReminderStep } from '../src/collections/index.ts'
import { dunning } from '../src/policies/dunning.ts'
import { useCash } from '../src/policies/use-cash.ts'
import type { TradeRules } from '../src/policies/index.ts'
import { toNone } from '../src/receivables/index.ts'
import {
  changeId,
  currency,
  disputeId,
  itemId,
  minorUnits,
  net,
  orderId,
  paymentId,
  subscriptionId,
  text,
} from '../src/shared/index.ts'
import type { Plan } from '../src/subscription/index.ts'
import { ada, day, place, reminding, ship } from './policies-words.ts'
import { about, house, items, quiet, reaction } from './policies-gaps-words.ts'
import { monthly } from './subscription-words.ts'

// What the house does on a step, and with cash, with nobody there to carry it out.

const stepRules = (action: ReminderStep['action']): TradeRules =>
  reminding(policyOf(text('one step'), [notice(text('act'), 10, [], { action })]))
/** Runs the step that is due on a day. */
const runStep = (world: World, on: string, rules: TradeRules): void => {
  for (const asked of dunning.due?.(day(on), world.dossier(ada), rules) ?? []) world.tell(asked)
}
const subscribe = (world: World, name: string, on: string, plan: Plan = monthly): void => {
  const facts = {
    effectiveOn: day(on),
    customerId: ada,
    subscriptionId: subscriptionId(name),
  }
  const start = { changeId: changeId('start'), plan, zone: text('Europe/Sofia'), withTrial: false }
  const command = { type: 'StartSubscription', ...facts, ...start } as const
  world.tell({ room: 'subscription', command })
}
const end = (world: World, name: string, on: string): void => {
  const facts = { effectiveOn: day(on), customerId: ada, subscriptionId: subscriptionId(name) }
  const ended = { changeId: changeId('end'), voluntary: true, reason: null }
  world.tell({
    room: 'subscription',
    command: { type: 'RecordSubscriptionEnd', ...facts, ...ended },
  })
}

describe('a step that stops service', () => {
  it('stops the subscriptions of its currency that run, and credit, once', () => {
    const rules = stepRules('suspend')
    const world = house(dunning)
    place(world, 10_000, net(1))
    ship(world)
    subscribe(world, 'runs', '2026-01-01')
    subscribe(world, 'kroner', '2026-01-11', { ...monthly, currency: currency('SEK') })
    subscribe(world, 'over', '2026-01-01')
    end(world, 'over', '2026-01-12')
    runStep(world, '2026-01-12', rules)
    const asked = reaction(world, dunning, 'StepDue', rules)
    expect(
      asked.map((command) =>
        'subscriptionId' in command ? `${command.type} ${command.subscriptionId}` : command.type,
      ),
    ).toEqual(['SuspendService', 'SuspendSubscription runs', 'PlaceHold'])
    for (const command of asked)
      if (command.type === 'SuspendService') world.tell({ room: 'collections', command })
    expect(reaction(world, dunning, 'StepDue', rules)).toEqual([])
  })
})

describe('a step that gives up, or hands over', () => {
  const contested = (rules: TradeRules): World => {
    const world = house(dunning)
    for (const id of ['a', 'b'] as const) {
      place(world, 2_000, net(1), orderId(id))
      ship(world, orderId(id))
    }
    const [first] = items(world)
    if (first === undefined) throw new Error('no item')
    const matter = { about: { kind: 'item', itemId: first }, reason: text('scratched') } as const
    const sums = { disputeId: disputeId('D'), amountMinor: minorUnits(500) }
    const command = { type: 'RecordOpenedDispute', ...about(world), ...matter, ...sums } as const
    world.tell({ room: 'dispute', command })
    runStep(world, '2026-01-12', rules)
    return world
  }

  it('leaves alone what is contested', () => {
    const giving = stepRules('writeOffProposal')
    const world = contested(giving)
    const [, second] = items(world)
    expect(reaction(world, dunning, 'StepDue', giving)).toMatchObject([
      { type: 'ProposeWriteOff', itemId: second, amountMinor: 2_000, limitMinor: 5_000 },
    ])
    const handing = stepRules('handOff')
    const other = contested(handing)
    const asked = reaction(other, dunning, 'StepDue', handing)
    expect(asked).toMatchObject([{ type: 'HandOver', itemId: second, agency: 'agency' }])
    for (const command of asked)
      if (command.type === 'HandOver') other.tell({ room: 'collections', command })
    expect(reaction(other, dunning, 'StepDue', handing)).toEqual([])
  })
})

describe('cash', () => {
  const receive = (world: World, id: string, amountMinor: number, item: string | null): void => {
    const cash = { paymentId: paymentId(id), amountMinor: minorUnits(amountMinor), method: null }
    const told = {
      initiatedOn: null,
      settledOn: null,
      forItemId: item === null ? null : itemId(item),
    }
    const command = { type: 'RecordPayment', ...about(world), ...cash, ...told } as const
    world.tell({ room: 'receivables', command })
  }
  const says = (world: World, type: string, rules: TradeRules = quiet) =>
    reaction(world, useCash, type, rules).map((command) =>
      command.type === 'AllocatePayment'
        ? `${command.paymentId} to ${command.allocation.named.join('+') || command.allocation.ordering}`
        : command.type,
    )

  it('that came with no word goes where the house says, once something is open', () => {
    const world = house(useCash)
    receive(world, 'P-1', 1, null)
    expect(says(world, 'PaymentReceived')).toEqual([])
    place(world, 10_000)
    ship(world)
    receive(world, 'P-2', 1, null)
    expect(says(world, 'PaymentReceived')).toEqual(['P-2 to oldestDue'])
    expect(says(world, 'PaymentReceived', { ...quiet, allocation: toNone })).toEqual([])
    for (const command of reaction(world, useCash, 'PaymentReceived'))
      if (command.type === 'AllocatePayment') world.tell({ room: 'receivables', command })
    expect(says(world, 'PaymentReceived')).toEqual([])
    receive(world, 'P-3', 5, 'to come')
    expect(says(world, 'PaymentReceived')).toEqual([])
  })

  it('that was named for an order pays its bill, as far as that takes it', () => {
    const world = house(useCash)
    place(world, 10_000)
    receive(world, 'P-1', 4_000, 'sofa~11')
    receive(world, 'P-2', 6_000, 'sofa~11')
    receive(world, 'P-3', 1, 'sofa~11')
    ship(world)
    const [item] = items(world)
    expect(says(world, 'ItemOpened')).toEqual([`P-1 to ${item}`, `P-2 to ${item}`])
    const least = house(useCash)
    place(least, 10_000)
    receive(least, 'P-1', 9_999, 'sofa~11')
    receive(least, 'P-2', 1, 'sofa~11')
    ship(least)
    expect(says(least, 'ItemOpened')).toEqual([`P-1 to ${item}`, `P-2 to ${item}`])
    expect(item).toContain('sofa~11')
  })
})
