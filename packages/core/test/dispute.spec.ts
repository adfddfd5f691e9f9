import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import {
  blocksInstrument,
  blocksRefund,
  disputeRoom,
  type DisputedMatter,
  type DisputeEvent,
  type OpenDispute,
} from '../src/dispute/index.ts'
import {
  changeId,
  civilDate,
  currency,
  customerId,
  disputeId,
  fold,
  itemId,
  minorUnits,
  paymentId,
  text,
} from '../src/shared/index.ts'

const past = given(disputeRoom)
const common = {
  customerId: customerId('Ада'),
  currency: currency('EUR'),
  disputeId: disputeId('D-1'),
}
const on = (day: string) => ({ effectiveOn: civilDate(day), ...common })
const invoice: DisputedMatter = { kind: 'item', itemId: itemId('INV-1') }
const charge: DisputedMatter = {
  kind: 'payment',
  paymentId: paymentId('PAY-1'),
  itemId: null,
  instrument: text('card 4242'),
}
const open: OpenDispute = {
  type: 'OpenDispute',
  ...on('2024-03-02'),
  about: invoice,
  amountMinor: minorUnits(3_000),
  reason: text('two boxes were empty'),
  openMinor: minorUnits(10_000),
  standing: null,
}
const opened = (about: DisputedMatter = invoice): DisputeEvent => ({
  type: 'DisputeOpened',
  ...on('2024-03-02'),
  about,
  amountMinor: minorUnits(3_000),
  reason: text('two boxes were empty'),
})
const decided = (
  outcome: 'accepted' | 'rejected' | 'split',
  acceptedMinor: number,
  rejectedMinor: number,
  day = '2024-03-10',
  about: DisputedMatter = invoice,
): DisputeEvent => ({
  type: 'DisputeDecided',
  ...on(day),
  about,
  outcome,
  acceptedMinor: minorUnits(acceptedMinor),
  rejectedMinor: minorUnits(rejectedMinor),
})
const accept = { type: 'AcceptDispute' as const, ...on('2024-03-10') }
const reject = { type: 'RejectDispute' as const, ...on('2024-03-10') }
const split = (acceptedMinor: number, rejectedMinor: number) => ({
  type: 'SplitDispute' as const,
  ...on('2024-03-10'),
  acceptedMinor: minorUnits(acceptedMinor),
  rejectedMinor: minorUnits(rejectedMinor),
})
const proof = {
  type: 'AddEvidence' as const,
  ...on('2024-03-04'),
  changeId: changeId('E-1'),
  from: 'house' as const,
  kind: text('proof of delivery'),
  reference: text('scan 17'),
}

describe('a customer who contests 30 of 100', () => {
  it('has a file with the matter, the sum and the reason [1-42]', () => {
    past().when(open).then(opened())
    past(open).when(open).thenNothing()
  })

  it('contests something, and no more than is open [1-42]', () => {
    past()
      .when({ ...open, amountMinor: minorUnits(0) })
      .thenRejected({ type: 'ZeroAmount' })
    past()
      .when({ ...open, openMinor: minorUnits(2_999) })
      .thenRejected({ type: 'AmountTooLarge', openMinor: 2_999, offeredMinor: 3_000 })
    past()
      .when({ ...open, openMinor: minorUnits(3_000) })
      .then(opened())
  })

  it('has one file about one matter', () => {
    past()
      .when({ ...open, standing: disputeId('D-0') })
      .thenRejected({ type: 'AlreadyOpen', standing: disputeId('D-0') })
    past()
      .when({ ...open, standing: disputeId('D-1') })
      .then(opened())
  })

  it('may not mean something else by the same id', () => {
    for (const other of [
      { ...open, amountMinor: minorUnits(2_000) },
      { ...open, about: charge },
      { ...open, about: { kind: 'item' as const, itemId: itemId('INV-2') } },
      { ...open, reason: text('another') },
    ])
      past(open)
        .when(other)
        .thenRejected({ type: 'ConflictingDuplicate', what: 'dispute', id: disputeId('D-1') })
    const byCard = { ...open, about: charge }
    past(byCard)
      .when({ ...byCard, about: { ...charge, instrument: null } })
      .thenRejected({ type: 'ConflictingDuplicate', what: 'dispute', id: disputeId('D-1') })
  })

  it('is one customer, in one currency', () => {
    past(open)
      .when({ ...accept, customerId: null })
      .thenRejected({ type: 'WrongCustomer', expected: customerId('Ада'), offered: null })
    past(open)
      .when({ ...accept, currency: currency('JPY') })
      .thenRejected({ type: 'WrongCurrency', expected: currency('EUR'), offered: currency('JPY') })
  })
})

describe('evidence', () => {
  it('comes into an open file, each piece once', () => {
    past(open)
      .when(proof)
      .then({ ...proof, type: 'EvidenceAdded' })
    past(open, proof).when(proof).thenNothing()
    past(open, proof, accept).when(proof).thenNothing()
    past(open, proof)
      .when({ ...proof, from: 'customer' })
      .thenRejected({ type: 'ConflictingDuplicate', what: 'evidence', id: changeId('E-1') })
  })

  it('needs a file that is not decided', () => {
    past()
      .when(proof)
      .thenRejected({ type: 'UnknownDispute', disputeId: disputeId('D-1') })
    past(open, accept)
      .when(proof)
      .thenRejected({ type: 'AlreadyDecided', acceptedMinor: 3_000, rejectedMinor: 0 })
  })
})

describe('the decision of a dispute', () => {
  it('accepts, rejects or splits what was contested, to the last cent [1-42]', () => {
    past(open)
      .when(accept)
      .then(decided('accepted', 3_000, 0))
    past(open)
      .when(reject)
      .then(decided('rejected', 0, 3_000))
    past(open)
      .when(split(1_000, 2_000))
      .then(decided('split', 1_000, 2_000))
  })

  it('is no split where the parts do not add up, or one of them is nothing', () => {
    for (const [acceptedMinor, rejectedMinor] of [
      [1_000, 1_999],
      [1_000, 2_001],
      [3_000, 0],
      [0, 3_000],
    ] as const)
      past(open)
        .when(split(acceptedMinor, rejectedMinor))
        .thenRejected({ type: 'SplitMismatch', amountMinor: 3_000, acceptedMinor, rejectedMinor })
  })

  it('is given once, on the day of the opening at the earliest', () => {
    past(open, split(1_000, 2_000)).when(split(1_000, 2_000)).thenNothing()
    past(open, accept)
      .when(reject)
      .thenRejected({ type: 'AlreadyDecided', acceptedMinor: 3_000, rejectedMinor: 0 })
    past(open, reject)
      .when(accept)
      .thenRejected({ type: 'AlreadyDecided', acceptedMinor: 0, rejectedMinor: 3_000 })
    past(open)
      .when({ ...accept, ...on('2024-03-01') })
      .then(decided('accepted', 3_000, 0, '2024-03-02'))
    past()
      .when(accept)
      .thenRejected({ type: 'UnknownDispute', disputeId: disputeId('D-1') })
  })
})

describe('a dispute about a payment', () => {
  const contested = [opened(charge)]
  const after = (events: ReadonlyArray<DisputeEvent>) => fold(disputeRoom.decider, events)
  const over = [...contested, decided('rejected', 0, 3_000, '2024-03-10', charge)]

  it('blocks the refund of that payment while it is pending [1-42]', () => {
    expect(blocksRefund(after(contested), paymentId('PAY-1'))).toBe(true)
    expect(blocksRefund(after(contested), paymentId('PAY-2'))).toBe(false)
    expect(blocksRefund(after(over), paymentId('PAY-1'))).toBe(false)
    expect(blocksRefund(after([opened()]), paymentId('PAY-1'))).toBe(false)
    expect(blocksRefund(after([]), paymentId('PAY-1'))).toBe(false)
  })

  it('blocks the card it came from meanwhile', () => {
    expect(blocksInstrument(after(contested), text('card 4242'))).toBe(true)
    expect(blocksInstrument(after(contested), text('card 1881'))).toBe(false)
    expect(blocksInstrument(after(over), text('card 4242'))).toBe(false)
    expect(blocksInstrument(after([opened()]), text('card 4242'))).toBe(false)
  })
})

describe('a dispute recorded from elsewhere', () => {
  const recorded = {
    type: 'RecordOpenedDispute' as const,
    ...on('2024-03-02'),
    about: charge,
    amountMinor: minorUnits(3_000),
    reason: text('two boxes were empty'),
  }
  const ended = (acceptedMinor: number, rejectedMinor: number) => ({
    ...split(acceptedMinor, rejectedMinor),
    type: 'RecordDisputeDecision' as const,
  })

  it('asks for no permission, and keeps the sums all the same', () => {
    past().when(recorded).then(opened(charge))
    past(recorded)
      .when(ended(3_000, 0))
      .then(decided('accepted', 3_000, 0, '2024-03-10', charge))
    past(recorded)
      .when(ended(0, 3_000))
      .then(decided('rejected', 0, 3_000, '2024-03-10', charge))
    past(recorded).when(ended(1, 3_000)).thenRejected({
      type: 'SplitMismatch',
      amountMinor: 3_000,
      acceptedMinor: 1,
      rejectedMinor: 3_000,
    })
  })

  it('comes through the other door, to the same stream', () => {
    expect([open, recorded].map((command) => disputeRoom.doorOf(command))).toEqual([
      'ask',
      'record',
    ])
    expect([open, recorded].map((command) => disputeRoom.streamOf(command))).toEqual([
      'dispute-D-1',
      'dispute-D-1',
    ])
  })
})

describe('every refusal', () => {
  it('is worded for whoever reads the log', () => {
    const { explain } = disputeRoom
    expect(explain({ type: 'AmountTooLarge', openMinor: 5, offeredMinor: 9 })).toBe(
      '9 minor units cannot be contested: 5 are open.',
    )
    expect(
      explain({ type: 'SplitMismatch', amountMinor: 9, acceptedMinor: 4, rejectedMinor: 4 }),
    ).toBe('4 accepted and 4 rejected do not divide the 9 minor units contested.')
  })
})
