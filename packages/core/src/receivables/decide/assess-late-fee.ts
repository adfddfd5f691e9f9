import * as E from 'fp-ts/lib/Either.js'
import {
  addDays,
  daysBetween,
  minorUnits,
  type CivilDate,
  type LateFeeRule,
} from '../../shared/index.ts'
import { feeAmount } from '../../terms/index.ts'
import type { AssessLateFee } from '../commands.ts'
import { instalmentBalances, type InstalmentBalance } from '../instalment-balances.ts'
import { itemDueOn, type Item } from '../item.ts'
import type { ReceivablesRejection } from '../rejections.ts'
import { itemOf, type Receivables } from '../state.ts'
import { applyEarmarked } from './apply.ts'
import { about, accept, outOfRange, reject, repeated, type Decision } from './decision.ts'

/** What is open of each instalment without late fees, as if what was paid had paid none: fees breed none. */
const principalParts = (item: Item): ReadonlyArray<InstalmentBalance> =>
  instalmentBalances(item.schedule, {
    chargedMinor: item.chargedMinor,
    paidMinor: item.paidMinor,
    creditedMinor: item.creditedMinor,
    writtenOffMinor: item.writtenOffMinor,
    fallbackDueOn: null,
  }).parts.filter((part) => part.openMinor > 0)

/** The first day for fee number `index`: after grace, and a whole number of periods from the due day. */
const feeDay = (dueOn: CivilDate, graceDays: number, rule: LateFeeRule, index: number): CivilDate =>
  addDays(
    dueOn,
    Math.max(0, graceDays) +
      Math.max(1, rule.afterDays) +
      (index - 1) * (rule.repeatEveryDays ?? 0),
  )

interface Fee {
  readonly index: number
  readonly amountMinor: number
}

const nextFee = (
  { itemId, rule, graceDays, effectiveOn }: AssessLateFee,
  item: Item,
): E.Either<ReceivablesRejection, Fee & { readonly rule: LateFeeRule }> => {
  if (rule === null) return E.left({ type: 'NoAgreedLateFee', itemId })
  const parts = principalParts(item)
  if (parts.length === 0) return E.left({ type: 'NothingOpen', itemId })
  const index = (item.fees.find(({ ruleId }) => ruleId === rule.ruleId)?.count ?? 0) + 1
  const maxTimes = rule.repeatEveryDays === null ? 1 : (rule.maxTimes ?? Infinity)
  if (index > maxTimes) return E.left({ type: 'FeeCapReached', itemId, maxTimes })
  const since = parts.find((part) => part.dueOn !== null)?.dueOn ?? null
  const dueFrom = since === null ? null : feeDay(since, graceDays, rule, index)
  if (dueFrom === null || effectiveOn < dueFrom)
    return E.left({ type: 'NotYetLate', itemId, dueFrom })
  const baseMinor = parts
    .filter(({ dueOn }) => dueOn !== null && daysBetween(dueOn, dueFrom) > graceDays)
    .reduce((sum, part) => sum + part.openMinor, 0)
  const after =
    since === null || index === 1 ? (since ?? dueFrom) : feeDay(since, graceDays, rule, index - 1)
  return E.right({
    rule,
    index,
    amountMinor: feeAmount(rule, { baseMinor, index, after, on: dueFrom }),
  })
}

/**
 * Assesses the next late fee of an agreed rule, if the day has come.
 *
 * Units: minor units; days. The base is what is still open of the instalments that were overdue on the
 * fee's own day, without late fees, so that fees never compound; what was paid before asking lowers it. Fee number n of a rule on an item is due from the first open due day + grace + `afterDays`
 * (at least one) + (n - 1) × `repeatEveryDays`: it depends on dates, not on how often one asks.
 * Shape: one `LateFeeAssessed` at most. `[]` if this charge was assessed before.
 * Rejects: `UnknownItem`, `NoAgreedLateFee`, `NothingOpen`, `FeeCapReached`, `NotYetLate` with the day,
 * `ZeroAmount` where the fee rounds to nothing, `ConflictingDuplicate`, `AmountOutOfRange`.
 * Source: domain 2-07, edge cases 47 and 49, invariants 13 and 14.
 */
export const assessLateFee = (command: AssessLateFee, state: Receivables): Decision => {
  const { itemId, chargeId, effectiveOn } = command
  const before = state.charges.get(chargeId)
  if (before !== undefined) {
    const same = before.itemId === itemId && before.lateFee
    return repeated('charge', chargeId, same, before.amountMinor, before.amountMinor)
  }
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  const fee = nextFee(command, item)
  if (E.isLeft(fee)) return fee
  const { rule, index, amountMinor } = fee.right
  if (amountMinor === 0) return reject({ type: 'ZeroAmount' })
  const tooMuch = outOfRange(state, amountMinor)
  if (tooMuch !== undefined) return tooMuch
  const facts = about(command)
  const charged: Item = {
    ...item,
    feesMinor: item.feesMinor + amountMinor,
    room: [...item.room, { on: effectiveOn, amountMinor }],
  }
  return accept([
    {
      type: 'LateFeeAssessed',
      ...facts,
      itemId,
      chargeId,
      ruleId: rule.ruleId,
      index,
      amountMinor: minorUnits(amountMinor),
      dueOn: itemDueOn(charged),
    },
    ...applyEarmarked(facts, state, charged),
  ])
}
