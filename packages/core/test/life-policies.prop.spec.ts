import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { lifeStartsOn, rulesOfLife, type Life } from '@tenure/testing/life'
import { makeWorld } from '@tenure/testing/world'
import { exposureMinor, limitMinor, type CreditAccount } from '../src/credit/index.ts'
import { findItem, roomOf, tradePolicies, type Found } from '../src/policies/index.ts'
import { receivablesRoom, type ReceivablesEvent } from '../src/receivables/index.ts'
import { rooms, type TradeEvent } from '../src/rooms.ts'
import { evolvePublished, fold, type Decider } from '../src/shared/index.ts'
import { receivablesInvariants } from './receivables-invariants.ts'
import { messagesAskForWhatIsOpen, stepsKeepTheirOrder } from './life-askings.ts'
import { inEveryLife, wasAccepted } from './life-words.ts'

// The same lives in a house that acts by itself.

const inThisHouse = (check: (life: Life) => void): void =>
  inEveryLife(check, { policies: tradePolicies, maxMoves: 40 })

const isOfReceivables = (event: TradeEvent): event is ReceivablesEvent =>
  roomOf(event) === 'receivables'

describe('in every life of two customers, in a house with all its policies', () => {
  it('each account adds up, item by item, and nothing falls below zero [inv 2] [inv 3] [inv 4] [inv 5] [inv 6]', () => {
    inThisHouse(({ world }) => {
      const accounts = new Map<string, Array<ReceivablesEvent>>()
      for (const { stream, event } of world.log)
        if (isOfReceivables(event)) accounts.set(stream, [...(accounts.get(stream) ?? []), event])
      for (const history of accounts.values()) {
        const state = fold(receivablesRoom.decider, history)
        for (const { title, holds } of receivablesInvariants)
          if (!holds(state, history)) throw new Error(`an account broke the law: it ${title}`)
      }
    })
  })

  it('no policy asks for what a room turns down', () => {
    inThisHouse(({ world, steps }) => {
      const own = new Set(steps.map(({ given }) => given))
      const refused = world.turnedDown
        .filter(({ given }) => !own.has(given))
        .map(({ given, rejection }) => `${given.command.type} ${rejection.type}`)
      expect(refused).toEqual([])
    })
  })

  it('each note on an invoice lowers its account, but for what falls on a part that was given up', () => {
    let noted = 0
    inThisHouse(({ world }) => {
      const said = new Map<string, number>()
      const items = new Map<string, Found>()
      const add = (invoiceId: string, amountMinor: number) =>
        said.set(invoiceId, (said.get(invoiceId) ?? 0) + amountMinor)
      for (const { event } of world.log) {
        if (event.type === 'InvoiceCorrected') add(event.invoiceId, event.amountMinor)
        if (event.type === 'InvoiceVoided') add(event.invoiceId, event.totalMinor)
        if (event.type === 'CreditBalanceIncreased' && event.itemId !== null)
          add(event.itemId, -event.amountMinor)
        if (event.type !== 'ItemOpened' || event.customerId === null) continue
        const found = findItem(world.dossier(event.customerId), event.itemId)
        if (found !== undefined) items.set(event.itemId, found)
      }
      for (const [invoiceId, leftMinor] of said) {
        const item = items.get(invoiceId)?.item
        if (item === undefined) continue
        noted += 1
        expect(leftMinor).toBeLessThanOrEqual(item.writtenOffMinor + item.assignedMinor)
      }
    })
    expect(noted).toBeGreaterThan(0)
  })

  it('each fact delivered twice, and each command given once more, leads to nothing new [inv 40]', () => {
    inThisHouse(({ steps }) => {
      const world = makeWorld({
        policies: tradePolicies,
        rules: rulesOfLife,
        startsOn: lifeStartsOn,
      })
      let met = 0
      const deliverAgain = (): void => {
        const before = world.log.length
        world.redeliver(world.log.slice(met))
        expect(world.log.slice(before)).toEqual([])
        met = before
      }
      for (const { on, given } of steps) {
        world.walkTo(on)
        deliverAgain()
        world.tell(given)
        deliverAgain()
      }
      for (const { given } of steps.filter(wasAccepted))
        expect(world.tell(given)).toEqual(E.right([]))
    })
  })

  it('no reservation lifts exposure over the limit, unless an override covers it [inv 16]', () => {
    inThisHouse(({ world }) => {
      // The streams of a category and its decider belong together: the compiler cannot follow the name.
      const { initial, evolve } = rooms.credit.decider as unknown as Decider<
        never,
        TradeEvent,
        CreditAccount,
        unknown
      >
      const accounts = new Map<string, CreditAccount>()
      for (const { stream, event } of world.log) {
        if (roomOf(event) !== 'credit') continue
        const before = accounts.get(stream) ?? initial()
        const now = evolvePublished(evolve, before, event)
        accounts.set(stream, now)
        if (event.type === 'CreditReserved' && event.overrideId === null)
          expect(exposureMinor(now)).toBeLessThanOrEqual(limitMinor(before))
      }
    })
  })

  it('a step goes out once for an item and case, in order, none early, paused or for what is closed [inv 22]', () => {
    let sent = 0
    inThisHouse((life) => {
      sent += stepsKeepTheirOrder(life)
    })
    expect(sent).toBeGreaterThan(20)
  })

  it('a message asks for what is open less what is disputed, as both stand when it is sent [inv 24]', () => {
    inThisHouse(messagesAskForWhatIsOpen)
  })
})
