import { runs } from '@tenure/house-rules/runs'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { reach } from '@tenure/testing'
import {
  allocation,
  civilDay,
  instalments,
  lateFeeRule,
  positiveMinor,
  receivablesCommand,
} from '@tenure/testing/arbitraries'
import {
  allBy,
  creditMinor,
  grossOpenMinor,
  instalmentBalances,
  itemBalances,
  itemOf,
  onlyTo,
  openItems,
  openMinor,
  receivablesRoom,
  toNone,
  unappliedMinor,
  type Receivables,
  type Allocation,
  type AssessLateFee,
  type ReceivablesCommand,
  type ReceivablesEvent,
} from '../src/receivables/index.ts'
import {
  addDays,
  chargeId,
  changeId,
  creditId,
  currency,
  customerId,
  fold,
  minorUnits,
  noFeeCaps,
  paymentId,
  text,
  writeOffId,
  type CivilDate,
} from '../src/shared/index.ts'

const { decider } = receivablesRoom
const sum = (amounts: Iterable<number>): number => [...amounts].reduce((a, b) => a + b, 0)

const whose = { customerId: customerId('__proto__'), currency: currency('EUR') }
/** A reachable past of one customer in EUR, as events. */
const past = fc
  .array(receivablesCommand, { minLength: 1, maxLength: 30, size: 'max' })
  .map((commands) => reach(receivablesRoom)(commands.map((one) => ({ ...one, ...whose }))))
/** As `past`, where no discount for early payment was agreed. */
const plainPast = fc
  .array(receivablesCommand, { minLength: 1, maxLength: 30, size: 'max' })
  .map((commands) =>
    reach(receivablesRoom)(
      commands.map((one) => ({ ...one, ...whose, ...('earlyPay' in one ? { earlyPay: [] } : {}) })),
    ),
  )
const at = (effectiveOn: CivilDate) => ({ effectiveOn, ...whose })

/** The state after a past and more commands, each of which must be accepted with some event. */
const after = (
  history: ReadonlyArray<ReceivablesEvent>,
  ...commands: ReadonlyArray<ReceivablesCommand>
): Receivables => {
  let events = [...history]
  for (const command of commands) {
    const answer = decider.decide(command)(fold(decider, events))
    if (E.isLeft(answer)) throw new Error(receivablesRoom.explain(answer.left))
    if (answer.right.length === 0) throw new Error(`nothing new: ${command.type}`)
    events = [...events, ...answer.right]
  }
  return fold(decider, events)
}

/** What is open, item by item, with each instalment and its due day, and what stands beside it. */
const book = (state: Receivables) => ({
  items: new Map(openItems(state).map((item) => [item.itemId, itemBalances(item).parts])),
  open: grossOpenMinor(state),
  unapplied: unappliedMinor(state),
  credit: creditMinor(state),
})
const receive = (id: string, effectiveOn: CivilDate, amountMinor: number, where: Allocation) =>
  ({
    type: 'ReceivePayment',
    ...at(effectiveOn),
    paymentId: paymentId(id),
    amountMinor: minorUnits(amountMinor),
    method: null,
    initiatedOn: null,
    settledOn: null,
    allocation: where,
  }) satisfies ReceivablesCommand
const ordered = fc.constantFrom('oldestDue' as const, 'oldestIssued' as const, 'largest' as const)

describe('after any past of one customer,', () => {
  it('a payment received and reversed leaves the book as it was, discounts and due days too [inv 9]', () => {
    fc.assert(
      fc.property(past, civilDay, positiveMinor, allocation, (history, day, amount, where) => {
        const before = book(fold(decider, history))
        const reverse: ReceivablesCommand = {
          type: 'ReversePayment',
          ...at(day),
          changeId: changeId('law: reverse'),
          paymentId: paymentId('law: pay'),
          reason: null,
          fee: null,
        }
        expect(book(after(history, receive('law: pay', day, amount, where), reverse))).toEqual(
          before,
        )
      }),
    )
  })

  it('cash applied and taken back changes no balance [inv 8]', () => {
    fc.assert(
      fc.property(past, civilDay, positiveMinor, ordered, (history, day, amount, kind) => {
        const waiting = receive('law: pay', day, amount, toNone)
        const before = after(history, waiting)
        fc.pre(openItems(before).length > 0)
        const applied = after(history, waiting, {
          type: 'AllocatePayment',
          ...at(day),
          changeId: changeId('law: apply'),
          paymentId: paymentId('law: pay'),
          allocation: allBy(kind),
        })
        const applications = applied.payments.get(paymentId('law: pay'))?.applications ?? new Map()
        expect(applications.size).toBeGreaterThan(0)
        const back = [...applications.keys()].map((itemId, index): ReceivablesCommand => ({
          type: 'UnapplyPayment',
          ...at(day),
          changeId: changeId(`law: back ${index}`),
          paymentId: paymentId('law: pay'),
          itemId,
        }))
        const steps: ReadonlyArray<ReceivablesCommand> = [
          waiting,
          {
            type: 'AllocatePayment',
            ...at(day),
            changeId: changeId('law: apply'),
            paymentId: paymentId('law: pay'),
            allocation: allBy(kind),
          },
          ...back,
        ]
        expect(book(after(history, ...steps))).toEqual(book(before))
      }),
    )
  })

  it('one payment, or the same in parts on one day, pays the same items [inv 12]', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 5 })
    // The largest item first is another order after each part, so it is left out here.
    const stable = fc.constantFrom('oldestDue' as const, 'oldestIssued' as const)
    fc.assert(
      fc.property(plainPast, civilDay, amounts, stable, (history, day, parts, kind) => {
        const whole = after(history, receive('law: all', day, sum(parts), allBy(kind)))
        const split = after(
          history,
          ...parts.map((amount, index) => receive(`law: part ${index}`, day, amount, allBy(kind))),
        )
        expect(book(split)).toEqual(book(whole))
      }),
    )
  })

  it('the strategy decides where cash goes, never how much is open [inv 11]', () => {
    fc.assert(
      fc.property(plainPast, civilDay, positiveMinor, (history, day, amount) => {
        const kinds = ['oldestDue', 'oldestIssued', 'largest'] as const
        const books = kinds.map((kind) =>
          book(after(history, receive('law: pay', day, amount, allBy(kind)))),
        )
        expect(new Set(books.map(({ open }) => open)).size).toBe(1)
        expect(new Set(books.map(({ unapplied }) => unapplied)).size).toBe(1)
      }),
    )
  })

  it('what is written off and recovered whole is bad debt no more [inv 10]', () => {
    fc.assert(
      fc.property(plainPast, civilDay, (history, day) => {
        const [item] = openItems(fold(decider, history))
        fc.pre(item !== undefined)
        const amount = openMinor(item)
        const paid = after(history, receive('law: pay', day, amount, onlyTo(item.itemId)))
        const recovered = after(
          history,
          {
            type: 'WriteOff',
            ...at(day),
            writeOffId: writeOffId('law: lost'),
            itemId: item.itemId,
            reason: null,
          },
          receive('law: pay', day, amount, toNone),
          {
            type: 'RecoverWriteOff',
            ...at(day),
            writeOffId: writeOffId('law: lost'),
            paymentId: paymentId('law: pay'),
          },
        )
        expect(book(recovered)).toEqual(book(paid))
        expect(itemOf(recovered, item.itemId)?.writtenOffMinor).toBe(item.writtenOffMinor)
      }),
    )
  })

  /** The fees that come of asking on these days after the first, by rule, number and day. */
  const feesAsked = (
    history: ReadonlyArray<ReceivablesEvent>,
    asked: Omit<AssessLateFee, 'chargeId' | 'effectiveOn'>,
    first: CivilDate,
    days: ReadonlyArray<number>,
  ): ReadonlyArray<ReceivablesEvent> => {
    const events = [...history]
    const round = String(history.length)
    for (const offset of days) {
      const answer = decider.decide({
        ...asked,
        effectiveOn: addDays(first, offset),
        chargeId: chargeId(`law: fee ${round}:${offset}`),
      })(fold(decider, events))
      if (E.isRight(answer)) events.push(...answer.right)
    }
    return events.slice(history.length)
  }
  const assessed = (events: ReadonlyArray<ReceivablesEvent>) =>
    events.flatMap((one) => {
      if (one.type !== 'LateFeeAssessed') return []
      const { ruleId, instalment, index, amountMinor, effectiveOn } = one
      return [{ ruleId, instalment, index, amountMinor, effectiveOn }]
    })
  const question = fc.record({
    rule: lateFeeRule,
    graceDays: fc.constantFrom(0, 3),
    first: civilDay,
    paid: fc.record({ day: fc.integer({ min: 0, max: 59 }), amount: fc.nat(120) }),
    pause: fc.option(fc.tuple(fc.nat(59), fc.nat(20)), { nil: null }),
    gaps: fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 6 }),
  })

  it('late fees depend on days, not on how often one asks, also around a payment [inv 13]', () => {
    fc.assert(
      fc.property(past, question, (history, { rule, graceDays, first, paid, pause, gaps }) => {
        const [item] = openItems(fold(decider, history))
        fc.pre(item !== undefined && item.fees.length === 0)
        const { itemId } = item
        const asked = {
          ...whose,
          type: 'AssessLateFee' as const,
          itemId,
          rules: [rule],
          graceDays,
          jurisdiction: null,
          disputedMinor: minorUnits(0),
          pauses:
            pause === null
              ? []
              : [{ from: addDays(first, pause[0]), until: addDays(first, pause[0] + pause[1]) }],
          order: null,
        }
        const payOn = addDays(first, paid.day)
        const answer = decider.decide(receive('law: pay', payOn, paid.amount, onlyTo(itemId)))(
          fold(decider, history),
        )
        const paying = E.isRight(answer) ? answer.right : []
        const before = Array.from({ length: paid.day + 1 }, (_, day) => day)
        const after = Array.from({ length: 60 - paid.day }, (_, day) => paid.day + day)
        const daysOfGaps = gaps.map((_, place) => sum(gaps.slice(0, place + 1)))
        const early = feesAsked(history, asked, first, before)
        const daily = [
          ...early,
          ...feesAsked(
            [...history, ...early, ...paying],
            asked,
            first,
            after.map((day) => day),
          ),
        ]
        const late = feesAsked([...history, ...paying], asked, first, [...daysOfGaps, 60])
        const known = assessed(late)
        const dailyKnown = assessed(daily)
        expect(known.filter(({ effectiveOn }) => effectiveOn < addDays(first, 60))).toEqual(
          dailyKnown.filter(({ effectiveOn }) => effectiveOn < addDays(first, 60)),
        )
      }),
      { numRuns: runs(60) },
    )
  })

  it('late fees on the principal are the same, whatever fees came before them [inv 14]', () => {
    fc.assert(
      fc.property(past, question, fc.nat(50), (history, { rule, graceDays, first }, earlier) => {
        const [item] = openItems(fold(decider, history))
        fc.pre(item !== undefined && item.fees.length === 0)
        const asked = {
          ...whose,
          type: 'AssessLateFee' as const,
          itemId: item.itemId,
          graceDays,
          jurisdiction: null,
          disputedMinor: minorUnits(0),
          pauses: [],
          order: null,
        }
        const other = {
          ...rule,
          ruleId: text('another rule'),
          fee: { kind: 'flat' as const, amountMinor: minorUnits(earlier + 1) },
        }
        const uncapped = { ...rule, caps: noFeeCaps }
        const before = feesAsked(history, { ...asked, rules: [other] }, first, [30])
        const charged = [...history, ...before]
        const plain = feesAsked(history, { ...asked, rules: [uncapped] }, first, [60])
        const onTop = feesAsked(charged, { ...asked, rules: [uncapped] }, first, [60])
        expect(assessed(onTop)).toEqual(assessed(plain))
      }),
      { numRuns: runs(60) },
    )
  })

  it('a credit note lowers what is open first, and only the rest is credit [inv 7]', () => {
    fc.assert(
      fc.property(past, civilDay, positiveMinor, (history, day, amount) => {
        const state = fold(decider, history)
        const item = [...state.open.values()][0]
        fc.pre(item !== undefined)
        const answer = decider.decide({
          type: 'IssueCredit',
          ...at(day),
          creditId: creditId('law: note'),
          itemId: item.itemId,
          amountMinor: amount,
          reason: null,
        })(state)
        const charged = item.amountMinor + item.chargedMinor + item.feesMinor + item.interestMinor
        const noted = state.noted.get(item.itemId) ?? 0
        if (E.isLeft(answer)) {
          const most = charged - item.writtenOffMinor - item.assignedMinor
          expect(noted + amount > most || answer.left.type === 'AmountOutOfRange').toBe(true)
          return
        }
        const applied = answer.right.flatMap((one) => (one.type === 'CreditApplied' ? [one] : []))
        const withdrawn = answer.right.flatMap((one) =>
          one.type === 'EarlyDiscountWithdrawn' ? [one.amountMinor] : [],
        )
        const prePayment = sum(applied.map((one) => one.amountMinor))
        const later = fold(decider, [...history, ...answer.right])
        const postPayment = later.credits.get(creditId('law: note'))?.leftMinor
        expect(noted + amount).toBeLessThanOrEqual(charged)
        expect(prePayment).toBe(Math.min(amount, openMinor(item) + sum(withdrawn)))
        expect(prePayment + (postPayment ?? 0)).toBe(amount)
      }),
    )
  })
})

describe('the balances of an item by instalment', () => {
  const signed = fc.integer({ min: -500, max: 500 })
  const sums = fc.record({
    chargedMinor: signed,
    paidMinor: signed,
    creditedMinor: signed,
    discountedMinor: signed,
    writtenOffMinor: signed,
    assignedMinor: signed,
    fallbackDueOn: fc.option(civilDay, { nil: null }),
  })

  it('lose no amount, on any sums that a part of a history may show', () => {
    fc.assert(
      fc.property(instalments, sums, (schedule, item) => {
        const { parts, overshootMinor } = instalmentBalances(schedule, item)
        const owed = sum(schedule.map((part) => part.amountMinor)) + item.chargedMinor
        fc.pre(Number.isSafeInteger(owed + 2000))
        const open =
          owed -
          item.paidMinor -
          item.creditedMinor -
          item.discountedMinor -
          item.writtenOffMinor -
          item.assignedMinor
        expect(sum(parts.map((part) => part.openMinor)) - overshootMinor).toBe(open)
        expect(parts.every((part) => part.openMinor >= 0) && overshootMinor >= 0).toBe(true)
        expect(overshootMinor === 0 || parts.every((part) => part.openMinor === 0)).toBe(true)
      }),
      { numRuns: runs(500) },
    )
  })

  it('do not depend on the order of the schedule', () => {
    fc.assert(
      fc.property(instalments, sums, (schedule, item) => {
        expect(instalmentBalances(schedule.toReversed(), item)).toEqual(
          instalmentBalances(schedule, item),
        )
      }),
    )
  })
})
