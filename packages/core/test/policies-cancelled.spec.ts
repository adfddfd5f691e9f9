import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { creditOf, receivablesOf } from '../src/policies/index.ts'
import { exposureMinor } from '../src/credit/index.ts'
import { creditMinor, grossOpenMinor, unappliedMinor } from '../src/receivables/index.ts'
import {
  creditId,
  invoiceId,
  itemId,
  minorUnits,
  termsOf,
  termsPart,
  writeOffId,
} from '../src/shared/index.ts'
import {
  ada,
  day,
  EUR,
  giveCredit,
  houseOn,
  pay,
  place,
  twice,
  types,
  cancel,
} from './policies-words.ts'

/** Half of it is due at once, the rest a month later: so it is billed when it is confirmed. */
const terms = termsOf('half now', 'order', [
  termsPart({ kind: 'percent', basisPoints: 5_000 }, { kind: 'onReceipt' }),
  termsPart({ kind: 'balance' }, { kind: 'netDays', days: 30 }),
])
const bill = 'sofa~11'

const billed = (): World => {
  const world = houseOn('2026-01-10')
  giveCredit(world, 100_000)
  place(world, 60_000, terms)
  return world
}
const standing = (world: World) => {
  const account = receivablesOf(world.dossier(ada), EUR)
  const credit = creditOf(world.dossier(ada))
  return {
    openMinor: account === undefined ? -1 : grossOpenMinor(account),
    creditMinor: account === undefined ? -1 : creditMinor(account),
    unappliedMinor: account === undefined ? -1 : unappliedMinor(account),
    exposureMinor: credit === undefined ? -1 : exposureMinor(credit),
  }
}
const isQuiet = (world: World): void => {
  expect(twice(world)).toEqual([])
  expect(world.turnedDown).toEqual([])
}

describe('an order that is called off after it was billed', () => {
  it('whose bill was paid in part owes nothing, and its customer has that part to their credit', () => {
    const world = billed()
    pay(world, 20_000)
    cancel(world)
    expect(types(world, 'InvoiceVoided', 'InvoiceCorrected')).toEqual(['InvoiceCorrected'])
    expect(standing(world)).toEqual({
      openMinor: 0,
      creditMinor: 20_000,
      unappliedMinor: 0,
      exposureMinor: 0,
    })
    world.walkTo(day('2026-04-01'))
    expect(types(world, 'ReminderSent')).toEqual([])
    isQuiet(world)
  })

  it('whose bill was paid whole has all of it to their credit', () => {
    const world = billed()
    pay(world, 60_000)
    cancel(world)
    expect(standing(world)).toMatchObject({ openMinor: 0, creditMinor: 60_000 })
    isQuiet(world)
  })

  it('whose bill was corrected before is credited by what is left of it', () => {
    const world = billed()
    world.tell({
      room: 'invoice',
      command: {
        type: 'CorrectInvoice',
        effectiveOn: world.today(),
        customerId: ada,
        invoiceId: invoiceId(bill),
        creditId: creditId('too dear'),
        amountMinor: minorUnits(5_000),
        taxMinor: minorUnits(0),
        taxRounding: 'global',
        lines: [],
        openMinor: minorUnits(60_000),
        reason: null,
      },
    })
    cancel(world)
    const notes = world.log.flatMap(({ event }) =>
      event.type === 'InvoiceCorrected' ? [event.amountMinor] : [],
    )
    expect(notes).toEqual([5_000, 55_000])
    expect(standing(world)).toMatchObject({ openMinor: 0, creditMinor: 0 })
    isQuiet(world)
  })

  it('whose bill was given up in part has to their credit what they paid, and no more [edge 40]', () => {
    const world = billed()
    pay(world, 20_000)
    world.tell({
      room: 'receivables',
      command: {
        type: 'WriteOff',
        effectiveOn: world.today(),
        customerId: ada,
        currency: EUR,
        writeOffId: writeOffId('given up'),
        itemId: itemId(bill),
        reason: null,
      },
    })
    cancel(world)
    expect(standing(world)).toMatchObject({ openMinor: 0, creditMinor: 20_000 })
    isQuiet(world)
  })
})
