import { chargeId, laterDay, minorUnits, type ChargeId } from '../../shared/index.ts'
import type { DueLateFee } from '../../terms/index.ts'
import type { ReceivablesEvent } from '../events.ts'
import type { AssessLateFee } from '../item-commands.ts'
import { itemDueOn, type Item } from '../item.ts'
import { itemOf, type Receivables } from '../state.ts'
import { applyEarmarked } from './apply.ts'
import { about, accept, outOfRange, reject, repeated, type Decision } from './decision.ts'
import { feesDue } from './fee-question.ts'
import { noFeeDue } from './no-fee.ts'

/** The ids of several fees: the command's own, and for the others ids made of it that no charge has. */
const idsFor = (
  state: Receivables,
  first: ChargeId,
  fees: ReadonlyArray<DueLateFee>,
): ReadonlyArray<ChargeId> =>
  fees.map((_, index) => {
    if (index === 0) return first
    let made = chargeId(`${first}:${index + 1}`)
    while (state.charges.has(made)) made = chargeId(`${made}:${index + 1}`)
    return made
  })

const withFee = (item: Item, component: 'fees' | 'interest', fee: DueLateFee): Item => {
  const { amountMinor, dueFrom: on } = fee
  const room = [...item.room, { on, amountMinor }]
  return component === 'fees'
    ? { ...item, feesMinor: item.feesMinor + amountMinor, room }
    : { ...item, interestMinor: item.interestMinor + amountMinor, room }
}

/** Undefined where a sum would leave the safe integers, which the terms answer with a throw. */
const within = <A>(reckon: () => A): A | undefined => {
  try {
    return reckon()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const assessed = (
  command: AssessLateFee,
  state: Receivables,
  item: Item,
  fees: ReadonlyArray<DueLateFee>,
): ReadonlyArray<ReceivablesEvent> => {
  const facts = about(command)
  const ids = idsFor(state, command.chargeId, fees)
  let rest = item
  const events = fees.map((fee, at): ReceivablesEvent => {
    const { ruleId, version: ruleVersion, index, instalment, amountMinor, dueFrom } = fee
    const rule = command.rules.find((one) => one.ruleId === ruleId)
    const component = rule?.fee.kind === 'dailyInterest' ? 'interest' : 'fees'
    rest = withFee(rest, component, fee)
    return {
      type: 'LateFeeAssessed',
      ...facts,
      effectiveOn: laterDay(dueFrom, item.openedOn ?? dueFrom),
      itemId: item.itemId,
      chargeId: ids[at] ?? command.chargeId,
      ruleId,
      ruleVersion,
      index,
      instalment,
      component,
      amountMinor: minorUnits(amountMinor),
      dueOn: itemDueOn(rest),
    }
  })
  return [...events, ...applyEarmarked(facts, state, rest)]
}

/**
 * Assesses all late fees of the agreed rules whose day has come and that were not assessed before.
 *
 * Units: minor units; days. Each fee is effective on its own day and reckoned from what was open without
 * late fees when that day began, so it makes no difference how often or how late one asks: what was paid
 * since lowers no fee that was due before.
 * Shape: one `LateFeeAssessed` a fee, in the order of their days, then the cash that was named for the
 * item and is left over. `[]` if this charge was assessed before.
 * Rejects: `UnknownItem`, `NoAgreedLateFee`, `FeesArePaused`, `FeeCapReached`, `NothingOpen`,
 * `NotYetLate` with the next day,
 * `ConflictingDuplicate`, `AmountOutOfRange`.
 * Source: domain 2-07 and 4-11, edge cases 47 to 49 and 59, invariants 13 and 14.
 */
export const assessLateFee = (command: AssessLateFee, state: Receivables): Decision => {
  const { itemId, chargeId: id, rules } = command
  const before = state.charges.get(id)
  if (before !== undefined) {
    const same = before.itemId === itemId && before.component !== 'costs'
    return repeated('charge', id, same, before.amountMinor, before.amountMinor)
  }
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  if (rules.length === 0) return reject({ type: 'NoAgreedLateFee', itemId })
  const fees = within(() => feesDue(command, item))
  if (fees === undefined)
    return reject({ type: 'AmountOutOfRange', amountMinor: Number.MAX_SAFE_INTEGER })
  if (fees.length === 0) return reject(noFeeDue(command, item))
  const sumMinor = fees.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return outOfRange(state, sumMinor) ?? accept(assessed(command, state, item, fees))
}
