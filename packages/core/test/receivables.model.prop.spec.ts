import { runs } from '@tenure/house-rules/runs'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { ownCommands } from '@tenure/testing'
import { receivablesCommand } from '@tenure/testing/arbitraries'
import {
  creditMinor,
  grossOpenMinor,
  openItems,
  openMinor,
  receivablesRoom,
  unappliedMinor,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import { evolveOwned, minorUnits, noFeeCaps } from '../src/shared/index.ts'
import { enter, newLedger, openOf, type Ledger } from './receivables-ledger.ts'

const oneInstalment = (command: ReceivablesCommand): ReceivablesCommand => {
  if (command.type === 'OpenItem' || command.type === 'RecordItem') {
    const [first] = command.schedule
    const amountMinor = minorUnits(Math.max(1, first?.amountMinor ?? 0))
    const schedule = [{ instalment: 1, amountMinor, dueOn: first?.dueOn ?? null }]
    // Discounts on all of it, where it is an amount that a clerk reckons without a slip.
    const earlyPay = command.earlyPay
      .slice(0, amountMinor < 1_000_000 ? 1 : 0)
      .map((offer) => ({ ...offer, instalment: 1, eligibleMinor: amountMinor }))
    return { ...command, schedule, earlyPay }
  }
  if (command.type !== 'AssessLateFee') return command
  const fee = { kind: 'flat' as const, amountMinor: minorUnits(7) }
  const rules = command.rules.slice(0, 1).map((rule) => ({
    ...rule,
    fee,
    repeatEveryDays: null,
    per: 'invoice' as const,
    caps: noFeeCaps,
  }))
  return { ...command, rules, disputedMinor: minorUnits(0), pauses: [], order: null }
}

const command = receivablesCommand
  .filter((one) => one.type !== 'FixDueDate')
  // The clerk takes the plain name for an outflow's item, which nobody else may then use.
  .filter((one) => !JSON.stringify(one).includes('suspense:'))
  .map(oneInstalment)

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((a, b) => a + b, 0)
const positive = (amounts: Iterable<readonly [string, number]>) =>
  new Map([...amounts].filter(([, amount]) => amount !== 0))

const written = (ledger: Ledger) => ({
  open: sum([...ledger.items.values()].map(openOf)),
  cash: positive([...ledger.cash].map(([id, pot]) => [id, pot.left] as const)),
  notes: positive([...ledger.notes].map(([id, note]) => [id, note.left] as const)),
  items: positive([...ledger.items.values()].map((item) => [item.id, openOf(item)] as const)),
})

const { decider } = receivablesRoom

describe('a naive ledger told the same commands', () => {
  it('agrees on what every item, receipt and credit note has left [inv 47]', () => {
    const lists = fc.array(command, { minLength: 1, maxLength: 50, size: 'max' })
    fc.assert(
      fc.property(lists, (offered) => {
        const ledger = newLedger()
        let state = decider.initial()
        for (const one of ownCommands(receivablesRoom)(offered)) {
          const answer = decider.decide(one)(state)
          if (E.isLeft(answer) || answer.right.length === 0) continue
          if (!enter(ledger, one)) continue
          for (const event of answer.right) state = evolveOwned(decider.evolve, state, event)
          const items = openItems(state)
          expect({
            open: grossOpenMinor(state),
            cash: positive([...state.payments].map(([id, { leftMinor }]) => [id, leftMinor])),
            notes: positive([...state.credits].map(([id, { leftMinor }]) => [id, leftMinor])),
            items: positive(items.map((item) => [item.itemId, openMinor(item)])),
          }).toEqual(written(ledger))
          expect(unappliedMinor(state)).toBe(sum([...ledger.cash.values()].map((pot) => pot.left)))
          expect(creditMinor(state)).toBe(sum([...ledger.notes.values()].map((pot) => pot.left)))
        }
      }),
      { numRuns: runs(200) },
    )
  })
})
