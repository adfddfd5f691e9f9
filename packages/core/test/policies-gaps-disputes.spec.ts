import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { creditReturns } from '../src/policies/credit-returns.ts'
import { disputes } from '../src/policies/disputes.ts'
import {
  creditId,
  disputeId,
  itemId,
  minorUnits,
  net,
  paymentId,
  returnId,
  text,
  type ItemId,
} from '../src/shared/index.ts'
import { ada, day, EUR, pay, place, ship, sofa } from './policies-words.ts'
import { about, house, placeChairs, reaction, shipChair } from './policies-gaps-words.ts'

// What the house does about what its customers contest and give back.

const owe = (world: World, id: string, amountMinor: number): ItemId => {
  const part = { instalment: 1, amountMinor: minorUnits(amountMinor), dueOn: day('2026-01-31') }
  const opened = { itemId: itemId(id), kind: 'invoice', invoiceId: null, schedule: [part] } as const
  const command = { type: 'OpenItem', ...about(world), ...opened, earlyPay: [] } as const
  world.tell({ room: 'receivables', command })
  return itemId(id)
}
const contest = (world: World, item: ItemId, amountMinor: number, id = 'D'): void => {
  const matter = { about: { kind: 'item', itemId: item }, reason: text('scratched') } as const
  const sums = { disputeId: disputeId(id), amountMinor: minorUnits(amountMinor) }
  const command = { type: 'RecordOpenedDispute', ...about(world), ...matter, ...sums } as const
  world.tell({ room: 'dispute', command })
}
const decide = (world: World, acceptedMinor: number, rejectedMinor: number, id = 'D'): void => {
  const parts = {
    acceptedMinor: minorUnits(acceptedMinor),
    rejectedMinor: minorUnits(rejectedMinor),
  }
  const decided = {
    type: 'RecordDisputeDecision',
    ...about(world),
    disputeId: disputeId(id),
  } as const
  world.tell({ room: 'dispute', command: { ...decided, ...parts } })
}
const says = (world: World, type: string) =>
  reaction(world, disputes, type).map((command) =>
    [
      command.type,
      ...('amountMinor' in command ? [command.amountMinor] : []),
      ...('openMinor' in command ? [`of ${command.openMinor}`] : []),
      ...('itemId' in command ? [command.itemId] : []),
    ].join(' '),
  )
const carryOut = (world: World, type: string): void => {
  for (const command of reaction(world, disputes, type)) {
    if (command.type === 'RaiseDispute') world.tell({ room: 'collections', command })
    if (command.type === 'IssueCredit') world.tell({ room: 'receivables', command })
  }
}

describe('what is contested', () => {
  it('is marked once, as far as it is open', () => {
    const world = house(disputes)
    const item = owe(world, 'I', 100)
    contest(world, item, 150)
    expect(says(world, 'DisputeOpened')).toEqual(['RaiseDispute 100 of 100 I'])
    carryOut(world, 'DisputeOpened')
    expect(says(world, 'DisputeOpened')).toEqual([])
    contest(world, item, 10, 'D-2')
    expect(says(world, 'DisputeOpened')).toEqual([])
    contest(world, owe(world, 'J', 1), 10, 'D-3')
    expect(says(world, 'DisputeOpened')).toEqual(['RaiseDispute 1 of 1 J'])
  })

  it('is not marked where nothing is open, nothing known, or all decided already', () => {
    const world = house(disputes)
    contest(world, itemId('unknown'), 10)
    expect(says(world, 'DisputeOpened')).toEqual([])
    const item = owe(world, 'I', 100)
    pay(world, 100)
    contest(world, item, 10, 'D-2')
    expect(says(world, 'DisputeOpened')).toEqual([])
    const other = owe(world, 'J', 100)
    contest(world, other, 10, 'D-3')
    decide(world, 0, 10, 'D-3')
    expect(says(world, 'DisputeOpened')).toEqual([])
    const payment = {
      about: { kind: 'payment', paymentId: paymentId('P'), itemId: item, instrument: null },
      reason: text('twice'),
    } as const
    const facts = { ...about(world), disputeId: disputeId('D-4'), amountMinor: minorUnits(10) }
    world.tell({ room: 'dispute', command: { type: 'RecordOpenedDispute', ...facts, ...payment } })
    expect(says(world, 'DisputeOpened')).toEqual([])
  })

  it('is credited as far as the house gives in, once, and the mark is taken off', () => {
    const world = house(disputes)
    contest(world, owe(world, 'I', 100), 40)
    carryOut(world, 'DisputeOpened')
    decide(world, 30, 10)
    expect(says(world, 'DisputeDecided')).toEqual(['IssueCredit 30 I', 'ResolveDispute'])
    carryOut(world, 'DisputeDecided')
    expect(says(world, 'DisputeDecided')).toEqual(['ResolveDispute'])
  })

  it('is not credited where the house gives nothing, and no further than was charged', () => {
    const world = house(disputes)
    contest(world, owe(world, 'I', 100), 40)
    decide(world, 0, 40)
    expect(says(world, 'DisputeDecided')).toEqual([])
    const item = owe(world, 'J', 100)
    const note = { creditId: creditId('N'), amountMinor: minorUnits(99), reason: null }
    world.tell({
      room: 'receivables',
      command: { type: 'IssueCredit', ...about(world), itemId: item, ...note },
    })
    contest(world, item, 40, 'D-2')
    decide(world, 40, 0, 'D-2')
    expect(says(world, 'DisputeDecided')).toEqual(['IssueCredit 1 J'])
    contest(world, itemId('unknown'), 40, 'D-3')
    decide(world, 40, 0, 'D-3')
    expect(says(world, 'DisputeDecided')).toEqual([])
  })
})

describe('goods that came back', () => {
  const giveBack = (world: World, amountMinor: number, taxMinor = 0, keptTaxMinor = 0): void => {
    const line = { lineId: text('sofa'), sku: text('sofa'), quantity: '1' } as const
    const kept = { withheldNetMinor: minorUnits(0), withheldTaxMinor: minorUnits(keptTaxMinor) }
    const sums = { netMinor: minorUnits(amountMinor - taxMinor), taxMinor: minorUnits(taxMinor) }
    const back = { deliveredQuantity: '1', returnedQuantity: '0', afterDays: 0 } as const
    world.tell({
      room: 'returns',
      command: {
        type: 'RecordReturnedGoods',
        effectiveOn: world.today(),
        customerId: ada,
        returnId: returnId('R'),
        orderId: sofa,
        orderedOn: world.today(),
        reason: text('too large'),
        creditId: creditId('note'),
        currency: EUR,
        lines: [{ ...line, deliveredOn: world.today(), ...back }],
        credit: [{ ...line, ...sums, ...kept }],
        costMinor: minorUnits(0),
      },
    })
  }
  const notes = (world: World) =>
    reaction(world, creditReturns, 'CreditDue').map((command) =>
      command.type === 'CorrectInvoice'
        ? `${command.invoiceId} ${command.creditId} ${command.amountMinor} ${command.taxMinor}`
        : command.type,
    )

  it('are credited on what was billed last first, each note by a name of its own', () => {
    const world = house(creditReturns)
    placeChairs(world, net(14))
    shipChair(world, 'red')
    shipChair(world, 'blue')
    giveBack(world, 5_000)
    expect(notes(world)).toEqual([
      'sofa~11/shipment/blue note 4000 0',
      'sofa~11/shipment/red note/1 1000 0',
    ])
    for (const command of reaction(world, creditReturns, 'CreditDue'))
      if (command.type === 'CorrectInvoice') world.tell({ room: 'invoice', command })
    expect(notes(world)).toEqual([])
  })

  it('are credited no further than they were billed, with their share of the tax', () => {
    const world = house(creditReturns)
    place(world, 10_000)
    ship(world)
    giveBack(world, 12_000, 1_000)
    expect(notes(world)).toEqual(['sofa~11/shipment/all note 10000 833'])
  })

  it('of which a part is withheld are credited with the tax on what is given back, taken off once', () => {
    const world = house(creditReturns)
    place(world, 10_000)
    ship(world)
    giveBack(world, 9_000, 1_800, 200)
    expect(notes(world)).toEqual(['sofa~11/shipment/all note 9000 1800'])
  })

  it('of which the discount for paying early is taken off are credited at what was paid', () => {
    const world = house(creditReturns)
    const [part] = net(14).parts
    if (part === undefined) throw new Error('one part')
    const earlyPay = { days: 10, basisPoints: 1_000, base: 'gross', tax: 'incl' } as const
    const early = { ...part, earlyPay } as const
    place(world, 10_000, { ...net(14), parts: [early] })
    ship(world)
    pay(world, 9_000)
    giveBack(world, 4_500)
    expect(notes(world)).toEqual(['sofa~11/shipment/all note 5000 0'])
  })
})
