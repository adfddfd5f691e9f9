import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { correctedMinor } from '../src/invoice/index.ts'
import {
  allBy,
  grossOpenMinor,
  openItems,
  openMinor,
  receivablesRoom,
  unappliedMinor,
  type Receivables,
  type ReceivablesCommand,
  type ReceivablesEvent,
} from '../src/receivables/index.ts'
import {
  addDays,
  chargeId,
  civilDate,
  fold,
  minorUnits,
  net,
  noFeeCaps,
  paymentId,
  text,
  withLateFee,
  type CivilDate,
} from '../src/shared/index.ts'
import type { Life } from '@tenure/testing/life'
import type { TradeEvent } from '../src/rooms.ts'
import { receivablesInvariants } from './receivables-invariants.ts'
import { inEveryLife, sum } from './life-words.ts'

const { decider, events } = receivablesRoom
const lastDay = civilDate('2031-01-01')
const types: ReadonlySet<string> = new Set(events.map(({ type }) => type))
const isOfReceivables = (event: TradeEvent): event is ReceivablesEvent => types.has(event.type)

/** Every account of a life, by its stream, with its history. */
const accounts = ({ world }: Life): ReadonlyMap<string, ReadonlyArray<ReceivablesEvent>> => {
  const streams = new Map<string, ReadonlyArray<ReceivablesEvent>>()
  for (const { stream, event } of world.log)
    if (isOfReceivables(event)) streams.set(stream, [...(streams.get(stream) ?? []), event])
  return streams
}
const eachAccount =
  (check: (state: Receivables, history: ReadonlyArray<ReceivablesEvent>) => void) =>
  (life: Life): void => {
    for (const history of accounts(life).values()) check(fold(decider, history), history)
  }
const holdsInAccounts = (id: string) => {
  const laws = receivablesInvariants.filter(({ title }) => title.includes(`[${id}]`))
  expect(laws).not.toEqual([])
  return eachAccount((state, history) => {
    for (const { title, holds } of laws)
      if (!holds(state, history)) throw new Error(`an account broke the law: it ${title}`)
  })
}
const after = (history: ReadonlyArray<ReceivablesEvent>, command: ReceivablesCommand) => {
  const answer = decider.decide(command)(fold(decider, history))
  if (E.isLeft(answer)) throw new Error(receivablesRoom.explain(answer.left))
  return [...history, ...answer.right]
}
const receive = (
  state: Receivables,
  id: string,
  amountMinor: number,
  kind: Parameters<typeof allBy>[0],
): ReceivablesCommand => {
  if (state.owner === null) throw new Error(`an account without an owner`)
  return {
    type: 'ReceivePayment',
    ...state.owner,
    effectiveOn: lastDay,
    paymentId: paymentId(id),
    amountMinor: minorUnits(amountMinor),
    method: null,
    initiatedOn: null,
    settledOn: null,
    allocation: allBy(kind),
  }
}
const itemsLeft = (history: ReadonlyArray<ReceivablesEvent>) =>
  openItems(fold(decider, history)).map((item) => [item.itemId, openMinor(item)])

describe('in every life of two customers', () => {
  it.each([
    ['inv 2', 'each item adds up: charged = paid, credited, spared, lost, assigned, open [inv 2]'],
    ['inv 3', 'each account adds up, from its first fact to its last [inv 3]'],
    ['inv 4', 'nothing open, unapplied or credited falls below zero [inv 4]'],
    ['inv 5', 'no account holds two currencies [inv 5]'],
    ['inv 6', 'what is paid and charged back stays within what a payment brought [inv 6]'],
  ])('%s: %s', (id) => inEveryLife(holdsInAccounts(id)))

  it('credit notes stay within their invoice, and each is what was set off and what is left [inv 7]', () => {
    inEveryLife(({ world }) => {
      for (const customerId of new Set(world.log.map(({ event }) => event.customerId))) {
        if (customerId === null) continue
        const { states } = world.dossier(customerId)
        for (const invoice of states.invoice.values())
          expect(correctedMinor(invoice)).toBeLessThanOrEqual(invoice.issued?.totalMinor ?? 0)
        for (const { credits, refunds } of states.receivables.values())
          for (const [id, note] of credits) {
            const setOff = sum([...note.applications.values()].map((one) => one.amountMinor))
            const paidBack = [...refunds.values()].filter(
              ({ from, issued, failed }) =>
                issued && !failed && from?.kind === 'credit' && from.creditId === id,
            )
            const outMinor = sum(paidBack.map(({ fromMinor }) => fromMinor))
            expect(setOff + note.leftMinor + outMinor).toBe(note.amountMinor)
          }
      }
    })
  })
})

describe('after every life', () => {
  it('a payment lowers what is open by as much, whichever item it goes to first [inv 11]', () => {
    inEveryLife(
      eachAccount((state, history) => {
        const amount = 1 + Math.floor(grossOpenMinor(state) / 2)
        const ends = (['oldestDue', 'oldestIssued', 'largest', 'currentFirst'] as const).map(
          (kind) => {
            const end = fold(decider, after(history, receive(state, 'at last', amount, kind)))
            return [grossOpenMinor(end), unappliedMinor(end)]
          },
        )
        expect(ends).toEqual(ends.map(() => ends[0]))
        expect(ends[0]?.[0]).toBe(Math.max(0, grossOpenMinor(state) - amount))
      }),
    )
  })
  it('one payment, or two parts of it on one day, leave the same items open [inv 12]', () => {
    inEveryLife(
      eachAccount((state, history) => {
        const amount = 2 + Math.floor(grossOpenMinor(state) / 2)
        const half = Math.floor(amount / 3)
        for (const kind of ['oldestDue', 'oldestIssued'] as const) {
          if (half === 0) continue
          const whole = after(history, receive(state, 'at last', amount, kind))
          const first = after(history, receive(state, 'at last', half, kind))
          const second = receive(state, 'at the very last', amount - half, kind)
          expect(itemsLeft(after(first, second))).toEqual(itemsLeft(whole))
        }
      }),
    )
  })

  const [fee] = withLateFee(net(0), { amountMinor: 700, afterDays: 5, maxTimes: 4 }).lateFees
  const capMinor = 2_000
  const feesOn = (history: ReadonlyArray<ReceivablesEvent>, days: ReadonlyArray<CivilDate>) => {
    let events = history
    const state = fold(decider, history)
    const item = openItems(state).find(({ fees }) => fees.length === 0)
    if (item === undefined || state.owner === null || fee === undefined) return []
    for (const effectiveOn of days) {
      const answer = decider.decide({
        type: 'AssessLateFee',
        ...state.owner,
        effectiveOn,
        itemId: item.itemId,
        chargeId: chargeId(`at last ${effectiveOn}`),
        rules: [
          {
            ...fee,
            ruleId: text('of its own'),
            repeatEveryDays: 10,
            caps: { ...noFeeCaps, perItemMinor: minorUnits(capMinor) },
          },
        ],
        graceDays: 3,
        jurisdiction: null,
        disputedMinor: minorUnits(0),
        pauses: [],
        order: null,
      })(fold(decider, events))
      if (E.isRight(answer)) events = [...events, ...answer.right]
    }
    return events
      .slice(history.length)
      .flatMap((event) =>
        event.type === 'LateFeeAssessed'
          ? [{ index: event.index, amountMinor: event.amountMinor }]
          : [],
      )
  }
  it('late fees stay within their cap and are the same, asked every tenth day or once [inv 13]', () => {
    let charged = 0
    inEveryLife(
      eachAccount((_, history) => {
        const days = Array.from({ length: 30 }, (__, index) => addDays(lastDay, index * 10))
        const often = feesOn(history, days)
        const once = feesOn(history, days.slice(-1))
        expect(often).toEqual(once)
        expect(sum(often.map(({ amountMinor }) => amountMinor))).toBeLessThanOrEqual(capMinor)
        charged += often.length
      }),
    )
    expect(charged).toBeGreaterThan(0)
  })
})
