import * as fc from 'fast-check'
import type { Policy, TradeRules } from '@tenure/core/policies'
import type { TradeCommand } from '@tenure/core/rooms'
import {
  addDays,
  civilDate,
  customerId,
  type CivilDate,
  type CustomerId,
} from '@tenure/core/shared'
import { makeWorld, type World } from '../world/index.ts'
import { deeds, type DeedName } from './deeds.ts'
import { elsewhere } from './elsewhere.ts'
import { momentOf, type Draw } from './moment.ts'
import { beginnings } from './beginnings.ts'
import { rulesOfLife } from './rules.ts'

/** A command of somebody's life, with the day on which it was given. */
export interface LifeCommand {
  readonly on: CivilDate
  readonly given: TradeCommand
}

export interface LifeOptions {
  readonly policies?: ReadonlyArray<Policy>
  readonly rules?: TradeRules
  /** How many things happen at most. Default: 60. */
  readonly maxMoves?: number
  /** Whether facts from elsewhere come between: of subscriptions, points, returns. Default: they do. */
  readonly withOthers?: boolean
}

export const customersOfLife: ReadonlyArray<CustomerId> = ['__proto__', 'Ада'].map(customerId)
export const lifeStartsOn: CivilDate = civilDate('2024-01-02')

type Doing =
  // What every other move shrinks to, so that a counterexample keeps only what matters.
  | { readonly kind: 'nothing' }
  | { readonly kind: 'deeds'; readonly names: ReadonlyArray<DeedName>; readonly draw: Draw }
  | { readonly kind: 'elsewhere'; readonly given: TradeCommand }
  | { readonly kind: 'again'; readonly draw: Draw }

interface Move {
  readonly customer: number
  readonly gapDays: number
  /** How long before its day what happens was true. */
  readonly lateDays: number
  readonly doing: Doing
}

const draw = fc.record({ which: fc.nat(11), much: fc.nat(60_000) })
const nothing = fc.constant<Doing>({ kind: 'nothing' })
const names = Object.keys(deeds) as ReadonlyArray<DeedName>
/** What happens oftener than the rest: money comes, somebody reminds. */
const frequent: ReadonlyArray<DeedName> = [
  'pay',
  'payItem',
  'remind',
  'bounce',
  'chargeBack',
  'askRefund',
]
const single = fc
  .tuple(fc.constantFrom(...names, ...frequent, ...frequent, ...frequent), draw)
  .map(([name, one]): Doing => ({ kind: 'deeds', names: [name], draw: one }))
const purchase = fc
  .tuple(fc.constantFrom('place' as const, 'placeInParts' as const), fc.nat(60_000))
  .map(([placing, much]): Doing => ({
    kind: 'deeds',
    names: [placing, 'reserve', 'confirm', 'ship', 'deliver', 'bill', 'owe'],
    draw: { which: null, much },
  }))
const again = draw.map((one): Doing => ({ kind: 'again', draw: one }))
const others = elsewhere.map((given): Doing => ({ kind: 'elsewhere', given }))

const moves = ({ maxMoves = 60, withOthers = true }: LifeOptions) =>
  fc.array(
    fc.record<Move>({
      customer: fc.constantFrom(0, 0, 0, 1),
      gapDays: fc.constantFrom(0, 0, 1, 3, 8, 20),
      lateDays: fc.constantFrom(0, 0, 0, 2, 15),
      doing: fc.oneof(
        { withCrossShrink: true },
        { weight: 1, arbitrary: nothing },
        { weight: 16, arbitrary: single },
        { weight: 3, arbitrary: purchase },
        { weight: 1, arbitrary: again },
        { weight: withOthers ? 4 : 0, arbitrary: others },
      ),
    }),
    { minLength: 1, maxLength: maxMoves, size: 'max' },
  )

/** Whatever another house or a script said, of this customer and on this day. */
const madeTheirs = (given: TradeCommand, effectiveOn: CivilDate, whose: CustomerId): TradeCommand =>
  // Both fields are in every command, whatever its room: the compiler cannot follow that through all of them.
  ({ ...given, command: { ...given.command, effectiveOn, customerId: whose } }) as TradeCommand

const commandsOf = (
  world: World,
  { customer, lateDays, doing }: Move,
  number: number,
  past: ReadonlyArray<LifeCommand>,
  tell: (given: TradeCommand) => void,
): void => {
  if (doing.kind === 'nothing') return
  const whose = customersOfLife[customer] ?? customerId('nobody')
  const effectiveOn = addDays(world.today(), -lateDays)
  if (doing.kind === 'elsewhere') return tell(madeTheirs(doing.given, effectiveOn, whose))
  if (doing.kind === 'again') {
    const known = past[(doing.draw.which ?? 0) % Math.max(1, past.length)]
    return known === undefined ? undefined : tell(known.given)
  }
  for (const name of doing.names) {
    const facts = world.log.flatMap(({ event }) => (event.customerId === whose ? [event] : []))
    const known = { effectiveOn, customerId: whose, dossier: world.dossier(whose), facts }
    const moment = momentOf({ ...known, name: `${name} ${number}` }, doing.draw)
    deeds[name](moment).forEach(({ room, command }) => tell({ room, command } as TradeCommand))
  }
}

const compiled = (
  drawn: ReadonlyArray<Move>,
  { policies = [], rules = rulesOfLife }: LifeOptions,
): ReadonlyArray<LifeCommand> => {
  const world = makeWorld({ policies, rules, startsOn: lifeStartsOn })
  const commands: Array<LifeCommand> = []
  const tell = (given: TradeCommand): void => {
    commands.push({ on: world.today(), given })
    world.tell(given)
  }
  beginnings(lifeStartsOn, customersOfLife).forEach(tell)
  drawn.forEach((move, number) => {
    world.walkTo(addDays(world.today(), move.gapDays))
    commandsOf(world, move, number, commands, tell)
  })
  return commands
}

/**
 * The lives of two customers, together: orders, bills, cash, bounces, chargebacks, refunds, credit notes, fees,
 * losses, reminders, disputes and promises, over months and in any order, some twice, some told late, and
 * between them what other rooms hear.
 *
 * Shape: commands with the days on which they are given; evidence is what was known then, under the same
 * policies. A life may hold commands that are turned down.
 */
export const lifeCommands = (options: LifeOptions = {}): fc.Arbitrary<ReadonlyArray<LifeCommand>> =>
  moves(options).map((drawn) => compiled(drawn, options))
