// #region room
import { ChangeId, CivilDate, changeId, civilDate, define, type Room } from '@tenure/core/shared'
import { given, roomLaws } from '@tenure/testing'
import { changeIds, civilDay } from '@tenure/testing/arbitraries'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, it } from 'vitest'

const facts = { effectiveOn: CivilDate, customerId: t.null, saleId: ChangeId, points: t.number }
const PointsEarned = t.strict({ type: t.literal('PointsEarned'), ...facts }, 'PointsEarned')
type PointsEarned = t.TypeOf<typeof PointsEarned>
type EarnPoints = Omit<PointsEarned, 'type'> & { readonly type: 'EarnPoints' }
type Account = { earned: Map<ChangeId, number> }
type Refusal = { readonly type: 'ConflictingDuplicate'; readonly recorded: number }

const pointsRoom: Room<EarnPoints, PointsEarned, Account, Refusal> = {
  category: 'points',
  decider: {
    initial: () => ({ earned: new Map() }),
    decide: (command) => (account) => {
      const recorded = account.earned.get(command.saleId)
      if (recorded === undefined) return E.right([{ ...command, type: 'PointsEarned' }])
      if (recorded === command.points) return E.right([])
      return E.left({ type: 'ConflictingDuplicate', recorded })
    },
    evolve: (account, event) => void account.earned.set(event.saleId, event.points),
  },
  events: [define(PointsEarned)],
  streamOf: () => 'points-all',
  doorOf: () => 'ask',
  explain: ({ recorded }) => `This sale brought ${recorded} points.`,
}
// #endregion

// #region tests
const about = { effectiveOn: civilDate('2026-03-02'), customerId: null, saleId: changeId('s1') }
const earn = (points: number): EarnPoints => ({ type: 'EarnPoints', ...about, points })
const command = fc
  .tuple(civilDay, changeIds(3), fc.nat(5))
  .map(([effectiveOn, saleId, points]) => ({ ...earn(points), effectiveOn, saleId }))

describe('points', () => {
  for (const { title, check } of roomLaws({ room: pointsRoom, command })) it(title, check)
  it('are earned once a sale', () => given(pointsRoom)(earn(5)).when(earn(5)).thenNothing())
})
// #endregion
