import { ascending, laterDay, minorUnits } from '../../shared/index.ts'
import { changeLine } from '../change-line.ts'
import type { WaiveLateFee } from '../item-commands.ts'
import type { ReceivablesEvent } from '../events.ts'
import { itemDueOn, openMinor, type Item } from '../item.ts'
import { itemOf, type Receivables } from '../state.ts'
import { joinedOn } from './apply.ts'
import { about, accept, reject, repeatedChange, type Decision } from './decision.ts'
import { cashTakenBack } from './take-back.ts'

/** What a waiver takes back first. */
const feesFirst = ['fees', 'interest', 'costs', 'principal'] as const

/** Frees up to `missingMinor` on an item from what settled it: the latest cash first, then credit notes. */
const freed = (
  command: WaiveLateFee,
  state: Receivables,
  item: Item,
  missingMinor: number,
): { readonly events: ReadonlyArray<ReceivablesEvent>; readonly freedMinor: number } => {
  const facts = about(command)
  const { changeId } = command
  const events: ReceivablesEvent[] = []
  let rest = item
  let left = missingMinor
  const latestFirst = [...state.payments]
    .flatMap(([id, { applications }]) => {
      const application = applications.get(item.itemId)
      return application === undefined ? [] : [{ id, application }]
    })
    .toSorted((a, b) => ascending(b.application.on, a.application.on) || ascending(b.id, a.id))
  for (const { id: paymentId, application } of latestFirst) {
    const amountMinor = Math.min(left, application.amountMinor)
    if (amountMinor <= 0) break
    const taking = { why: 'waiver', paymentId, changeId, components: feesFirst } as const
    events.push(cashTakenBack(facts, rest, taking, application, amountMinor))
    rest = { ...rest, paidMinor: rest.paidMinor - amountMinor }
    left -= amountMinor
  }
  for (const [creditId, { applications }] of state.credits) {
    const application = applications.get(item.itemId)
    const amountMinor = Math.min(left, application?.amountMinor ?? 0)
    if (application === undefined || amountMinor <= 0) continue
    rest = { ...rest, creditedMinor: rest.creditedMinor - amountMinor }
    events.push({
      type: 'CreditUnapplied',
      ...facts,
      effectiveOn: laterDay(facts.effectiveOn, application.on),
      creditId,
      itemId: item.itemId,
      changeId,
      amountMinor: minorUnits(amountMinor),
      dueOn: itemDueOn(rest),
    })
    left -= amountMinor
  }
  return { events, freedMinor: missingMinor - left }
}

/**
 * Gives up a late fee or a bounce fee. Where it was paid already, that money is taken back and is the customer's again.
 *
 * Shape: `PaymentUnapplied` and `CreditUnapplied` as far as less is open than the fee; `LateFeeWaived`
 * over what is then open of it: a part that was written off stays written off. `[]` if this change was
 * made before. Rejects: `UnknownItem`, `UnknownCharge`, `ChargeIsWaived`; `NothingOpen` where all of the
 * fee was written off.
 */
export const waiveLateFee = (command: WaiveLateFee, state: Receivables): Decision => {
  const { changeId, itemId, chargeId } = command
  const before = repeatedChange(state, changeId, changeLine('waive', itemId, chargeId))
  if (before !== undefined) return before
  const item = itemOf(state, itemId)
  if (item === undefined) return reject({ type: 'UnknownItem', itemId })
  const fee = state.charges.get(chargeId)
  if (fee === undefined || fee.itemId !== itemId || fee.component === 'costs')
    return reject({ type: 'UnknownCharge', itemId, chargeId })
  if (fee.waived) return reject({ type: 'ChargeIsWaived', itemId, chargeId })
  const missingMinor = Math.max(0, fee.amountMinor - openMinor(item))
  const { events, freedMinor } = freed(command, state, item, missingMinor)
  const amountMinor = Math.min(fee.amountMinor, openMinor(item) + freedMinor)
  if (amountMinor === 0) return reject({ type: 'NothingOpen', itemId })
  return accept([
    ...events,
    {
      type: 'LateFeeWaived',
      ...about(command),
      effectiveOn: [...events.map(({ effectiveOn }) => effectiveOn), fee.on].reduce(
        laterDay,
        joinedOn({ item, amountMinor: amountMinor - freedMinor }, command.effectiveOn),
      ),
      itemId,
      chargeId,
      changeId,
      amountMinor: minorUnits(amountMinor),
    },
  ])
}
