import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { findItem, receivablesOf } from '../src/policies/index.ts'
import {
  creditMinor,
  grossOpenMinor,
  onlyTo,
  openMinor,
  toNone,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import {
  assignmentId,
  changeId,
  creditId,
  disputeId,
  invoiceId,
  itemId,
  minorUnits,
  net,
  partnerId,
  paymentId,
  text,
  writeOffId,
} from '../src/shared/index.ts'
import {
  ada,
  EUR,
  giveCredit,
  houseOn,
  houseRules,
  place,
  ship,
  twice,
  types,
} from './policies-words.ts'

const about = (world: World) => ({ effectiveOn: world.today(), customerId: ada, currency: EUR })
const bill = 'sofa~11/shipment/all'
const item = itemId(bill)

/** A sofa for 1000, billed; the house reminds nobody. */
const billedSofa = (): World => {
  const world = houseOn('2026-03-01', { ...houseRules, reminders: null })
  giveCredit(world, 500_000)
  place(world, 100_000, net(14))
  ship(world)
  return world
}

const tell = (world: World, command: ReceivablesCommand) =>
  world.tell({ room: 'receivables', command })

const receive = (world: World, amountMinor: number, named: string, allocation = onlyTo(item)) =>
  tell(world, {
    type: 'ReceivePayment',
    ...about(world),
    paymentId: paymentId(named),
    amountMinor: minorUnits(amountMinor),
    method: null,
    initiatedOn: null,
    settledOn: null,
    allocation,
  })
const giveUp = (world: World) =>
  tell(world, {
    type: 'WriteOff',
    ...about(world),
    writeOffId: writeOffId('given up'),
    itemId: item,
    reason: null,
  })
const assign = (world: World) =>
  tell(world, {
    type: 'AssignItem',
    ...about(world),
    assignmentId: assignmentId('sold'),
    itemId: item,
    partnerId: partnerId('partner'),
    recourse: 'full',
  })
const giveBack = (world: World, amountMinor: number) =>
  tell(world, {
    type: 'TakeRecourse',
    ...about(world),
    changeId: changeId(`recourse of ${amountMinor}`),
    assignmentId: assignmentId('sold'),
    amountMinor: minorUnits(amountMinor),
    reason: text('not delivered'),
  })

/** A note on the sofa's invoice, by whoever sees what is open on it. */
const note = (world: World, amountMinor: number, named = 'note') => {
  const found = findItem(world.dossier(ada), item)
  const { effectiveOn, customerId } = about(world)
  return world.tell({
    room: 'invoice',
    command: {
      type: 'CorrectInvoice',
      effectiveOn,
      customerId,
      invoiceId: invoiceId(bill),
      creditId: creditId(named),
      amountMinor: minorUnits(amountMinor),
      taxMinor: minorUnits(0),
      taxRounding: 'global',
      lines: [],
      openMinor: minorUnits(found === undefined ? 0 : openMinor(found.item)),
      reason: null,
    },
  })
}

const standing = (world: World) => {
  const account = receivablesOf(world.dossier(ada), EUR)
  const found = findItem(world.dossier(ada), item)?.item
  return {
    openMinor: account === undefined ? -1 : grossOpenMinor(account),
    creditMinor: account === undefined ? -1 : creditMinor(account),
    givenUpMinor: (found?.writtenOffMinor ?? 0) + (found?.assignedMinor ?? 0),
  }
}

/** Nothing was turned down, and nothing new comes of hearing everything twice. */
const isQuiet = (world: World): void => {
  expect(twice(world)).toEqual([])
  expect(world.turnedDown).toEqual([])
}

describe('a credit note on an invoice that was written off', () => {
  it('gives the customer nothing where nothing was paid, and the invoice bears it [edge 40]', () => {
    const world = billedSofa()
    giveUp(world)
    note(world, 30_000)
    expect(types(world, 'InvoiceCorrected', 'CreditBalanceIncreased')).toEqual(['InvoiceCorrected'])
    expect(standing(world)).toEqual({ openMinor: 0, creditMinor: 0, givenUpMinor: 100_000 })
    isQuiet(world)
  })

  it.each([
    [40_000, 0],
    [50_000, 10_000],
    [100_000, 60_000],
  ])('of 1000 of which 600 were paid: a note of %i gives back %i', (noted, givenBack) => {
    const world = billedSofa()
    receive(world, 60_000, 'part')
    giveUp(world)
    note(world, noted)
    expect(standing(world)).toEqual({ openMinor: 0, creditMinor: givenBack, givenUpMinor: 40_000 })
    isQuiet(world)
  })

  it('gives the same in two notes as in one', () => {
    const world = billedSofa()
    receive(world, 60_000, 'part')
    giveUp(world)
    note(world, 30_000, 'first')
    note(world, 70_000, 'second')
    expect(standing(world)).toEqual({ openMinor: 0, creditMinor: 60_000, givenUpMinor: 40_000 })
    isQuiet(world)
  })

  it.each([
    ['as much as the note left to be paid, the customer gets nothing', 70_000, 0],
    ['the whole after all, the customer gets the note back', 100_000, 30_000],
  ])('and of which is then paid %s', (_, paid, givenBack) => {
    const world = billedSofa()
    giveUp(world)
    note(world, 30_000)
    receive(world, paid, 'late', toNone)
    tell(world, {
      type: 'RecoverWriteOff',
      ...about(world),
      writeOffId: writeOffId('given up'),
      paymentId: paymentId('late'),
    })
    expect(standing(world)).toEqual({
      openMinor: 0,
      creditMinor: givenBack,
      givenUpMinor: 100_000 - paid,
    })
    isQuiet(world)
  })

  it('lowers first what a bounced payment opened again, as the note itself says', () => {
    const world = billedSofa()
    receive(world, 60_000, 'debit')
    giveUp(world)
    tell(world, {
      type: 'ReversePayment',
      ...about(world),
      changeId: changeId('bounce'),
      paymentId: paymentId('debit'),
      reason: null,
      fee: null,
    })
    note(world, 70_000)
    expect(standing(world)).toEqual({ openMinor: 0, creditMinor: 0, givenUpMinor: 40_000 })
    isQuiet(world)
  })
})

describe('a credit note on an invoice that was sold to a partner', () => {
  it('is between partner and customer, until the partner gives the debt back', () => {
    const world = billedSofa()
    assign(world)
    note(world, 30_000)
    expect(standing(world)).toEqual({ openMinor: 0, creditMinor: 0, givenUpMinor: 100_000 })
    giveBack(world, 100_000)
    expect(standing(world)).toEqual({ openMinor: 70_000, creditMinor: 0, givenUpMinor: 0 })
    isQuiet(world)
  })

  it('falls on the part that the partner keeps, as far as that reaches', () => {
    const world = billedSofa()
    assign(world)
    note(world, 30_000)
    giveBack(world, 60_000)
    expect(standing(world)).toEqual({ openMinor: 60_000, creditMinor: 0, givenUpMinor: 40_000 })
    giveBack(world, 40_000)
    expect(standing(world)).toEqual({ openMinor: 70_000, creditMinor: 0, givenUpMinor: 0 })
    isQuiet(world)
  })

  it('in two notes comes back in as many parts as the debt', () => {
    const world = billedSofa()
    assign(world)
    note(world, 30_000, 'first')
    note(world, 50_000, 'second')
    giveBack(world, 50_000)
    giveBack(world, 49_999)
    giveBack(world, 1)
    expect(standing(world)).toEqual({ openMinor: 20_000, creditMinor: 0, givenUpMinor: 0 })
    isQuiet(world)
  })
})

describe('a dispute that the house gives in about, on a debt from elsewhere', () => {
  it('credits no part that was written off meanwhile', () => {
    const world = houseOn('2026-03-01', { ...houseRules, reminders: null })
    const schedule = [{ instalment: 1, amountMinor: minorUnits(100_000), dueOn: world.today() }]
    tell(world, {
      type: 'RecordItem',
      ...about(world),
      itemId: item,
      kind: 'invoice',
      invoiceId: null,
      schedule,
      earlyPay: [],
    })
    const what = { about: { kind: 'item', itemId: item }, amountMinor: minorUnits(50_000) } as const
    const facts = { ...about(world), disputeId: disputeId('scratched') }
    world.tell({
      room: 'dispute',
      command: {
        type: 'OpenDispute',
        ...facts,
        ...what,
        reason: text('scratched'),
        openMinor: minorUnits(100_000),
        standing: null,
      },
    })
    giveUp(world)
    world.tell({
      room: 'dispute',
      command: { type: 'AcceptDispute', ...facts },
    })
    expect(types(world, 'DisputeDecided', 'CreditBalanceIncreased')).toEqual(['DisputeDecided'])
    isQuiet(world)
  })
})
