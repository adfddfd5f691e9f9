import { describe, expect, it } from 'vitest'
import {
  creditRoom,
  exposureMinor,
  limitMinor,
  type CreditAccount,
  type CreditEvent,
} from '../src/credit/index.ts'
import { balanceOf } from '../src/loyalty/index.ts'
import type { TradeEvent } from '../src/rooms.ts'
import { evolvePublished } from '../src/shared/index.ts'
import { inEveryLife, streamsOf, sum } from './life-words.ts'

const { decider, events } = creditRoom
const types: ReadonlySet<string> = new Set(events.map(({ type }) => type))
const isOfCredit = (event: TradeEvent): event is CreditEvent => types.has(event.type)

describe('in every life of two customers', () => {
  it('no reservation lifts what is reserved and used over the limit, unless an override covers it [inv 16]', () => {
    let reservations = 0
    inEveryLife(({ world }) => {
      const accounts = new Map<string, CreditAccount>()
      for (const { stream, event } of world.log) {
        if (!isOfCredit(event)) continue
        const before = accounts.get(stream) ?? decider.initial()
        const now = evolvePublished(decider.evolve, before, event)
        accounts.set(stream, now)
        if (event.type !== 'CreditReserved') continue
        reservations += 1
        if (exposureMinor(now) <= limitMinor(before)) continue
        const override = before.overrides.get(event.overrideId ?? event.changeId)
        expect(override?.upToMinor ?? -1).toBeGreaterThanOrEqual(exposureMinor(now))
      }
    })
    expect(reservations).toBeGreaterThan(100)
  })

  it('what was used, freed and let go of an order is no more than was reserved for it [inv 17]', () => {
    inEveryLife((life) => {
      const kinds = [
        'CreditReserved',
        'CreditConsumed',
        'CreditReservationReleased',
        'CreditReservationExpired',
      ] as const
      for (const facts of streamsOf(life, kinds).values()) {
        const left = new Map<string, number>()
        for (const { type, orderId, amountMinor } of facts) {
          const now = (left.get(orderId) ?? 0) + (type === 'CreditReserved' ? 1 : -1) * amountMinor
          expect(now).toBeGreaterThanOrEqual(0)
          left.set(orderId, now)
        }
      }
    })
  })

  it('points are what was earned less what was spent, given back and let go, down to the agreed debt [inv 36]', () => {
    let earned = 0
    inEveryLife((life) => {
      const kinds = [
        'PointsEarned',
        'PointsRedeemed',
        'PointsExpired',
        'EarningReversed',
        'RedemptionReversed',
      ] as const
      for (const [stream, facts] of streamsOf(life, kinds)) {
        const moved = facts.map((event) => {
          switch (event.type) {
            case 'PointsEarned':
              return event.points
            case 'EarningReversed':
              return event.expiredPoints + event.forgivenPoints - event.points
            case 'RedemptionReversed':
              return event.points - sum(event.cancelled.map(({ points }) => points))
            default:
              return -event.points
          }
        })
        const customerId = facts[0]?.customerId
        if (customerId === undefined) continue
        earned += 1
        const account = life.world.dossier(customerId).states.loyalty.get(stream)
        expect(account === undefined ? null : balanceOf(account)).toBe(sum(moved))
        expect(sum(moved)).toBeGreaterThanOrEqual(-120)
        for (const lot of account?.lots.values() ?? [])
          expect(lot.remainingPoints).toBeGreaterThanOrEqual(0)
      }
    })
    expect(earned).toBeGreaterThan(0)
  })
})
