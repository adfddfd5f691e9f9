import { isLeft } from 'fp-ts/lib/Either.js'
import {
  allBy,
  receivablesRoom,
  type Receivables,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import {
  addDays,
  civilDate,
  currency,
  customerId,
  evolveOwned,
  itemId,
  minorUnits,
  paymentId,
} from '../src/shared/index.ts'

// How fast the receivables room decides and evolves: `node packages/core/proof/receivables-speed.ts`.
//
// One customer with 20 open items, the state owned by its holder (`evolveOwned`). Each command is decided
// on the state that the one before left, and its events are evolved. Commands are made before the clock
// starts. The kinds are measured in turn, so that what else the machine does falls on all of them; the
// clock is the processor time of this thread, so that waiting for a busy machine is not counted.

const { decider } = receivablesRoom
const about = { customerId: customerId('C-1'), currency: currency('EUR') }
const first = civilDate('2026-01-01')

const open = (index: number, amountMinor: number): ReceivablesCommand => ({
  type: 'OpenItem',
  ...about,
  effectiveOn: addDays(first, index % 365),
  itemId: itemId(`INV-${index}`),
  kind: 'invoice',
  invoiceId: null,
  schedule: [
    {
      instalment: 1,
      amountMinor: minorUnits(amountMinor),
      dueOn: addDays(first, (index % 365) + 30),
    },
  ],
  earlyPay: [],
})
const pay = (index: number, amountMinor: number): ReceivablesCommand => ({
  type: 'ReceivePayment',
  ...about,
  effectiveOn: addDays(first, index % 365),
  paymentId: paymentId(`P-${index}`),
  amountMinor: minorUnits(amountMinor),
  method: null,
  initiatedOn: null,
  settledOn: null,
  allocation: allBy('oldestDue'),
})

const decideAll = (
  state: Receivables,
  commands: ReadonlyArray<ReceivablesCommand>,
): Receivables => {
  let owned = state
  for (const command of commands) {
    const answer = decider.decide(command)(owned)
    if (isLeft(answer)) throw new Error(receivablesRoom.explain(answer.left))
    for (const event of answer.right) owned = evolveOwned(decider.evolve, owned, event)
  }
  return owned
}

const items = 20
const commandsOf = 20_000
const numbers = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, i) => i)

interface Kind {
  readonly name: string
  readonly before: ReadonlyArray<ReceivablesCommand>
  readonly commands: ReadonlyArray<ReceivablesCommand>
}
const kinds: ReadonlyArray<Kind> = [
  {
    name: 'a payment of a part of the oldest item',
    before: numbers(items).map((index) => open(index, 1_000_000_000)),
    commands: numbers(commandsOf).map((index) => pay(index, 100)),
  },
  {
    name: 'a payment that closes an item, and the next item',
    before: numbers(items).map((index) => open(index, 100)),
    commands: numbers(commandsOf / 2).flatMap((index) => [
      pay(index, 100),
      open(items + index, 100),
    ]),
  },
  {
    name: 'a payment over three items, and three items more',
    before: numbers(items).map((index) => open(index, 100)),
    commands: numbers(commandsOf / 4).flatMap((index) => [
      pay(index, 300),
      ...numbers(3).map((more) => open(items + 3 * index + more, 100)),
    ]),
  },
]

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const perSecond = new Map(kinds.map(({ name }) => [name, [] as number[]]))
const rounds = 15
for (let round = 0; round < rounds; round += 1)
  for (const { name, before, commands } of kinds) {
    const state = decideAll(decider.initial(), before)
    const start = process.threadCpuUsage()
    const after = decideAll(state, commands)
    const { user, system } = process.threadCpuUsage(start)
    const seconds = (user + system) / 1_000_000
    if (after.open.size !== items) throw new Error(`${after.open.size} open items`)
    // The first rounds warm the engine up.
    if (round >= 3) perSecond.get(name)?.push(commands.length / seconds)
  }
for (const [name, values] of perSecond)
  console.log(
    `${Math.round(median(values)).toLocaleString('en')} commands/s (${values.length} rounds of ` +
      `${commandsOf.toLocaleString('en')}, ${Math.round(Math.min(...values)).toLocaleString('en')} to ` +
      `${Math.round(Math.max(...values)).toLocaleString('en')}): ${name}`,
  )
