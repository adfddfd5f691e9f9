import { tradePolicies, type Asked, type Policy } from '@tenure/core/policies'
import type { RoomName, TradeCommand, TradeEvent } from '@tenure/core/rooms'
import { v5 } from 'uuid'
import type { Customer } from './customer.ts'
import type { Days } from './days.ts'
import { count, type Desks, type Recorded, type Tally } from './desk.ts'
import { companyRules } from './house-rules.ts'
import { makeRounds } from './rounds.ts'

/** Who gives the commands of a room that no policy gives. */
const people: Readonly<Record<RoomName, string>> = {
  agreement: 'sales',
  churn: 'sales',
  collections: 'collections',
  credit: 'credit',
  customer: 'reception',
  dispute: 'service',
  engagement: 'sales',
  financing: 'accounts',
  invoice: 'billing',
  loyalty: 'sales',
  order: 'sales',
  receivables: 'accounts',
  returns: 'warehouse',
  subscription: 'sales',
  support: 'service',
}

/** Who lives outside the house, and what they make of a fact: they plan, and do nothing at once. */
export type Outside = (customer: Customer, event: TradeEvent, today: number) => void

/** The house: its people's commands are carried out, and its policies answer every fact by themselves. */
export interface House {
  readonly openDay: (today: number) => void
  /**
   * Gives a person's command, and carries out all that policies make of it. Undefined where it was turned
   * down for one of the reasons expected; any other rejection is a bug of the company, and throws.
   */
  readonly tell: (
    customer: Customer,
    given: TradeCommand,
    expected?: ReadonlyArray<string>,
  ) => Promise<ReadonlyArray<TradeEvent> | undefined>
  /** In the evening policies are asked what is due, of every customer met today or expected for today. */
  readonly closeDay: () => Promise<void>
}

/** A chain of policies that goes on for so long never ends. */
const longestChain = 5_000
/** A day on which policies have more to say than so often never ends. */
const longestEvening = 50

/** The names of policies' commands are made of their keys, in a space of names of their own. */
const nameSpace = 'c0a8f1de-5b0c-4c1b-9d53-6f8a4f0e7b21'

interface Given {
  readonly policy: string
  readonly asked: Asked
}

export const makeHouse = (
  seed: number,
  days: Days,
  desks: Desks,
  tally: Tally,
  outside: Outside,
): House => {
  const rounds = makeRounds()
  let today = 0

  const meet = (customer: Customer, recorded: ReadonlyArray<Recorded>): ReadonlyArray<Recorded> => {
    const own = recorded.filter(({ event }) => event.customerId === customer.customerId)
    for (const { stream, event } of own) customer.file.meet(stream, event)
    if (own.length > 0) rounds.touch(customer)
    return own
  }

  const carryOut = async (customer: Customer, { policy, asked }: Given) => {
    const { key, ...given } = asked
    const name = [seed, policy, customer.customerId, key].join('\n')
    const actor = `policy:${policy}`
    const outcome = await desks(given, { commandId: v5(name, nameSpace), actor })
    if ('recorded' in outcome) return meet(customer, outcome.recorded)
    count(tally.rejectedOfPolicies, `${policy}: ${outcome.rejection.type}`)
    return []
  }

  /** Lets policies answer facts and carries the answers out, and all that follows from them. */
  const settle = async (
    customer: Customer,
    facts: ReadonlyArray<Recorded>,
    first: ReadonlyArray<Given> = [],
  ): Promise<number> => {
    const met = [...facts]
    const waiting = [...first]
    for (let steps = 0; steps < longestChain; steps += 1) {
      const happened = met.shift()
      if (happened !== undefined) {
        for (const policy of tradePolicies)
          for (const asked of policy.react?.(happened, customer.file.dossier, companyRules) ?? [])
            waiting.push({ policy: policy.name, asked })
        outside(customer, happened.event, today)
        continue
      }
      const given = waiting.shift()
      if (given === undefined) return steps
      met.push(...(await carryOut(customer, given)))
    }
    throw new Error('policies answer each other without end')
  }

  /** Whether a policy had anything to say about the day. */
  const ask = async (customer: Customer, { name: policy, due }: Policy): Promise<boolean> => {
    const asked = due?.(days.on(today), customer.file.dossier, companyRules) ?? []
    const steps = await settle(
      customer,
      [],
      asked.map((one) => ({ policy, asked: one })),
    )
    return steps > asked.length
  }

  const next = ({ file }: Customer): number | undefined => {
    const ahead = tradePolicies.flatMap(
      (policy) => policy.next?.(days.on(today), file.dossier, companyRules) ?? [],
    )
    const [first] = ahead.toSorted()
    return first === undefined ? undefined : Math.max(today + 1, days.indexOf(first))
  }

  return {
    openDay: (day) => {
      today = day
    },
    tell: async (customer, given, expected = []) => {
      const commandId = customer.random.uuid()
      const outcome = await desks(given, { commandId, actor: people[given.room] })
      if ('recorded' in outcome) {
        await settle(customer, meet(customer, outcome.recorded))
        return outcome.recorded.map(({ event }) => event)
      }
      const { rejection, sentence } = outcome
      if (!expected.includes(rejection.type))
        throw new Error(`${JSON.stringify(given.command)}: ${sentence}`)
      count(tally.rejected, rejection.type)
      return undefined
    },
    closeDay: async () => {
      for (const customer of rounds.on(today)) {
        let speaks = true
        for (let times = 0; speaks; times += 1) {
          if (times > longestEvening) throw new Error(`${customer.number}: an evening without end`)
          speaks = false
          for (const policy of tradePolicies) if (await ask(customer, policy)) speaks = true
        }
        rounds.expect(customer, next(customer))
      }
    },
  }
}
