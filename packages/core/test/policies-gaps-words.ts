import type { World } from '@tenure/testing/world'
import { goodsLine } from '../src/order/index.ts'
import { tradePolicies, type Asked, type Policy } from '../src/policies/index.ts'
import { changeId, text, type ItemId, type PaymentTerms } from '../src/shared/index.ts'
import { ada, day, EUR, giveCredit, houseOn, houseRules, sofa } from './policies-words.ts'

// Words for what a policy says by itself: a house in which it is asked, and not carried out.

export const quiet = { ...houseRules, reminders: null }
/** A house in which facts follow from facts, and nobody looks by himself; `without` whom it is. */
export const house = (...without: ReadonlyArray<Policy>): World => {
  const others = tradePolicies.filter((one) => !without.includes(one))
  const world = houseOn('2026-01-01', quiet, () => 0, others)
  giveCredit(world, 500_000)
  return world
}
export const about = (world: World) => ({
  effectiveOn: world.today(),
  customerId: ada,
  currency: EUR,
})

/** Two chairs, 60 and 40, that are shipped and billed one by one. */
export const placeChairs = (world: World, terms: PaymentTerms): void => {
  world.tell({
    room: 'order',
    command: {
      type: 'PlaceOrder',
      ...about(world),
      orderId: sofa,
      lines: [goodsLine('red', '1', '60.00', EUR), goodsLine('blue', '1', '40.00', EUR)],
      terms,
      offeredMethods: [text('transfer'), text('card')],
      promisedOn: null,
      stages: null,
    },
  })
}
export const shipChair = (world: World, colour: string): void => {
  world.tell({
    room: 'order',
    command: {
      type: 'ShipOrder',
      effectiveOn: world.today(),
      customerId: ada,
      orderId: sofa,
      shipmentId: text(colour),
      lines: [{ lineId: text(colour), quantity: '1' }],
    },
  })
}
/** The items that are open. */
export const items = (world: World): ReadonlyArray<ItemId> =>
  [...world.dossier(ada).states.receivables.values()].flatMap(({ open }) => [...open.keys()])
export const hardship = (
  world: World,
  from: string,
  untilOn: string | null,
  endedOn?: string,
): void => {
  const change = { changeId: changeId(from), untilOn: untilOn === null ? null : day(untilOn) }
  const began = { ...about(world), effectiveOn: day(from), ...change, reason: text('ill') }
  world.tell({ room: 'collections', command: { type: 'AgreeHardship', ...began } })
  if (endedOn === undefined) return
  const ended = { ...about(world), effectiveOn: day(endedOn), hardshipId: changeId(from) }
  world.tell({ room: 'collections', command: { type: 'EndHardship', ...ended } })
}

/** What a policy answers to the last fact of a type. */
export const reaction = (
  world: World,
  policy: Policy,
  type: string,
  rules: Parameters<NonNullable<Policy['react']>>[2] = quiet,
): ReadonlyArray<Asked['command']> => {
  const fact = world.log.findLast(({ event }) => event.type === type)
  if (fact === undefined) throw new Error(`no ${type}`)
  return (policy.react?.(fact, world.dossier(ada), rules) ?? []).map(({ command }) => command)
}
