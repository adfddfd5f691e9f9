import { describe, expect, it } from 'vitest'
import { creditableMinor } from '../src/receivables/creditable.ts'
import { itemOf, toNone, type ReceivablesCommand } from '../src/receivables/index.ts'
import { leftoverMinor } from '../src/receivables/leftovers.ts'
import { wasTakenByHand } from '../src/receivables/taken-by-hand.ts'
import { itemId, paymentId } from '../src/shared/index.ts'
import { recordReversal } from './receivables-elsewhere-words.ts'
import { storeCredit } from './receivables-more-words.ts'
import { life } from './receivables-told.ts'
import { credit, open, receive, receiveFor, unapply, writeOff } from './receivables-words.ts'

const invoice = open('2026-01-01', 'I-1', [100, '2026-01-31'])
const state = (...commands: ReadonlyArray<ReceivablesCommand>) => life(...commands).state

describe('what is left over', () => {
  it('is all cash and credit that waits for no item to come', () => {
    expect(leftoverMinor(state())).toBe(0)
    expect(
      leftoverMinor(
        state(
          invoice,
          receive('2026-01-02', 'P-1', 130),
          receive('2026-01-02', 'P-2', 7, toNone),
          receiveFor('2026-01-02', 'P-3', 500, 'I-9'),
          storeCredit('2026-01-03', 'N-1', 20),
        ),
      ),
    ).toBe(57)
  })
})

describe('a payment that was taken back from an item', () => {
  it('was so by hand, and neither from another item nor by a bounce', () => {
    const paid = [invoice, receive('2026-01-02', 'P-1', 100)]
    const taken = (account: ReturnType<typeof state>, payment: string, item: string) =>
      wasTakenByHand(account, paymentId(payment), itemId(item))
    const byHand = state(...paid, unapply('2026-01-03', 'U-1', 'P-1', 'I-1'))
    expect(taken(byHand, 'P-1', 'I-1')).toBe(true)
    expect(taken(byHand, 'P-1', 'I-2')).toBe(false)
    expect(taken(byHand, 'P-2', 'I-1')).toBe(false)
    const bounced = state(...paid, recordReversal('2026-01-03', 'R-1', 'P-1'))
    expect(taken(bounced, 'P-1', 'I-1')).toBe(false)
  })
})

describe('a further credit note', () => {
  it('has the room that earlier notes and losses leave, and never less than none', () => {
    const room = (...commands: ReadonlyArray<ReceivablesCommand>) => {
      const account = state(invoice, ...commands)
      const item = itemOf(account, itemId('I-1'))
      return item === undefined ? undefined : creditableMinor(account, item)
    }
    expect(room()).toBe(100)
    expect(room(credit('2026-01-02', 'N-1', 'I-1', 60))).toBe(40)
    const noted = credit('2026-01-02', 'N-1', 'I-1', 100)
    expect(room(noted)).toBe(0)
    const lost = [credit('2026-01-02', 'N-1', 'I-1', 60), writeOff('2026-03-01', 'L-1', 'I-1')]
    expect(room(...lost)).toBe(0)
  })
})
