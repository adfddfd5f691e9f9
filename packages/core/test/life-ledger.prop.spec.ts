import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  creditMinor,
  grossOpenMinor,
  openItems,
  openMinor,
  receivablesRoom,
  unappliedMinor,
  type Receivables,
} from '../src/receivables/index.ts'
import type { Life } from '@tenure/testing/life'
import { enter, newLedger, openOf, type Ledger } from './receivables-ledger.ts'
import { inEveryLife, sum } from './life-words.ts'

const kept = (ledger: Ledger) => ({
  open: sum([...ledger.items.values()].map(openOf)),
  items: [...ledger.items.values()]
    .map((item): [string, number] => [item.id, openOf(item)])
    .filter(([, amount]) => amount !== 0)
    .toSorted(),
  unapplied: sum([...ledger.cash.values()].map(({ left }) => left)),
  credit: sum([...ledger.notes.values()].map(({ left }) => left)),
})
const decided = (account: Receivables) => ({
  open: grossOpenMinor(account),
  items: openItems(account)
    .map((item): [string, number] => [item.itemId, openMinor(item)])
    .toSorted(),
  unapplied: unappliedMinor(account),
  credit: creditMinor(account),
})

/**
 * A clerk for each account, told what was accepted. From a command on that a clerk cannot enter, the
 * account is left out: several instalments, several fees at once, a discount with a fee, a due day that moved.
 */
const clerks = ({ steps }: Life): ReadonlyMap<string, Ledger | null> => {
  const books = new Map<string, Ledger | null>()
  for (const { given, answer } of steps) {
    if (given.room !== 'receivables' || E.isLeft(answer) || answer.right.length === 0) continue
    const stream = receivablesRoom.streamOf(given.command)
    const book = books.has(stream) ? books.get(stream) : newLedger()
    const inParts = given.command.type === 'OpenItem' && given.command.schedule.length > 1
    const severalFees = given.command.type === 'AssessLateFee' && answer.right.length > 1
    const isPlain = !inParts && !severalFees
    const entered = book != null && isPlain && enter(book, given.command)
    books.set(stream, entered ? book : null)
  }
  return books
}

describe('in every life of two customers', () => {
  it('a naive ledger that is told what was accepted agrees on every balance [inv 47]', () => {
    const compared = { accounts: 0, left: 0 }
    inEveryLife(
      (life) => {
        for (const [stream, book] of clerks(life)) {
          const owner = life.world.log.find((one) => one.stream === stream)?.event.customerId
          const account =
            owner == null ? undefined : life.world.dossier(owner).states.receivables.get(stream)
          compared.accounts += 1
          if (book === null || account === undefined) compared.left += 1
          else expect(decided(account)).toEqual(kept(book))
        }
      },
      { maxMoves: 40 },
      200,
    )
    expect(compared.accounts - compared.left).toBeGreaterThan(compared.accounts / 3)
  })
})
