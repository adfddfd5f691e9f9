import { isLeft } from 'fp-ts/lib/Either.js'
import {
  itemBalances,
  itemDueOn,
  itemOf,
  openByComponent,
  openMinor,
  receivablesRoom,
  type Application,
  type Receivables,
  type ReceivablesCommand,
  type ReceivablesEvent,
} from '../src/receivables/index.ts'
import { principalParts } from '../src/receivables/course.ts'
import { fold } from '../src/shared/index.ts'

// A customer's life, told a line a fact, and the books at its end: to be read beside the examples.

const { decider } = receivablesRoom

/** A sum of money by its components, where more than the price was paid. */
const split = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(/["{}]/g, '')
    .replaceAll(/Minor|Id\b/g, '')

const unsaid = new Set(['type', 'effectiveOn', 'customerId', 'currency', 'reason', 'method'])

/** A fact in one line: its day, its name and whatever it says of ids, amounts and days. */
const line = (event: ReceivablesEvent): string => {
  const said = Object.entries(event).flatMap(([key, value]: [string, unknown]) => {
    if (unsaid.has(key) || value === null) return []
    return typeof value === 'object' ? [`(${split(value)})`] : [String(value)]
  })
  return `${event.effectiveOn.slice(5)} ${event.type}: ${said.join(' ')}`
}

export interface Life {
  readonly state: Receivables
  readonly told: ReadonlyArray<string>
  /** What the last command made happen. */
  readonly last: ReadonlyArray<string>
}

/** The life that commands make, each of which must be accepted. */
export const life = (...commands: ReadonlyArray<ReceivablesCommand>): Life => {
  const events: ReceivablesEvent[] = []
  let last: ReadonlyArray<ReceivablesEvent> = []
  for (const command of commands) {
    const answer = decider.decide(command)(fold(decider, events))
    if (isLeft(answer))
      throw new Error(`${command.type} refused: ${receivablesRoom.explain(answer.left)}`)
    last = answer.right
    events.push(...last)
  }
  return { state: fold(decider, events), told: events.map(line), last: last.map(line) }
}

/** What is open of every item that is known, with its components, its instalments and its first due day. */
export const book = (state: Receivables): ReadonlyArray<string> =>
  [...state.open.keys(), ...state.closed.keys()].toSorted().flatMap((itemId) => {
    const item = itemOf(state, itemId)
    if (item === undefined) return []
    const { costs, fees, interest, principal } = openByComponent(item)
    const parts = itemBalances(item).parts.map(
      (part) => `${part.instalment ?? 'charges'}=${part.openMinor}@${part.dueOn ?? 'never'}`,
    )
    const beside = `costs ${costs} fees ${fees} interest ${interest} principal ${principal}`
    return [
      `${itemId} ${openMinor(item)} (${beside}) due ${itemDueOn(item) ?? 'never'}: ${parts.join(' ')}`,
    ]
  })

/** Money that came or was credited: all of it, what is left, held and gone, since when, and on which items. */
export const purse = ({ payments, credits }: Receivables): ReadonlyArray<string> => {
  const on = (applications: ReadonlyMap<string, Application>) =>
    [...applications].map(
      ([itemId, { amountMinor, on: day, components }]) =>
        `${itemId} ${amountMinor} ${day}${components === null ? '' : ` (${split(components)})`}`,
    )
  return [
    ...[...payments].map(([id, payment]) =>
      [
        `${id} ${payment.amountMinor}: left ${payment.leftMinor} held ${payment.heldMinor}`,
        `refunded ${payment.refundedMinor} charged back ${payment.chargedBackMinor}`,
        `reversed ${payment.reversedMinor} free ${payment.freedOn} for ${payment.forItemId ?? 'any'}`,
        ...on(payment.applications),
      ].join('; '),
    ),
    ...[...credits].map(([id, note]) =>
      [
        `${id} ${note.kind} ${note.amountMinor}: left ${note.leftMinor} held ${note.heldMinor}`,
        `free ${note.freedOn} of ${note.itemId ?? 'none'}`,
        ...on(note.applications),
      ].join('; '),
    ),
  ]
}

/** The sums of the account: open, unapplied, credit, and all that ever moved. */
export const sums = (state: Receivables): string =>
  `open ${state.openMinor} unapplied ${state.unappliedMinor} credit ${state.creditMinor} turnover ${state.turnoverMinor}`

/** What was open of an item without late fees, by instalment and day. */
export const courseOf = (state: Receivables, id: string): ReadonlyArray<string> => {
  const item = [...state.open.keys(), ...state.closed.keys()].find((one) => one === id)
  const known = item === undefined ? undefined : itemOf(state, item)
  return known === undefined
    ? []
    : principalParts(known).map(
        ({ instalment, opens }) =>
          `${instalment}: ${opens.map(({ on, openMinor: open }) => `${on.slice(5)} ${open}`).join(', ')}`,
      )
}
