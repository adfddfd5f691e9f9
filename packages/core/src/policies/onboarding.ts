import { consentedChannels } from '../customer/index.ts'
import type { StopReason } from '../engagement/index.ts'
import type { TradeEvent } from '../rooms.ts'
import { addDays, type CivilDate, type OrderId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Happened, Policy } from './policy.ts'
import { customerOf, engagementOf, findItem, receivablesOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'
import { orderOfItem } from './settled-item.ts'

const name = 'onboarding'

const enrol = (
  orderId: OrderId,
  effectiveOn: CivilDate,
  dossier: Dossier,
  { onboarding: policy }: TradeRules,
): ReadonlyArray<Asked> => {
  if (policy === null || engagementOf(dossier)?.sequences.has(orderId) === true) return []
  const about = { effectiveOn, customerId: dossier.customerId, orderId }
  const command = { type: 'EnrolInSequence', ...about, policy, arm: null } as const
  return [{ room: 'engagement', key: causedBy(name, 'enrol', orderId), command }]
}

const stop = (
  orderId: OrderId,
  reason: StopReason,
  effectiveOn: CivilDate,
  dossier: Dossier,
): ReadonlyArray<Asked> => {
  const sequence = engagementOf(dossier)?.sequences.get(orderId)
  if (sequence === undefined || sequence.stops.has(reason) || sequence.waiting.length === 0)
    return []
  const about = { effectiveOn, customerId: dossier.customerId, orderId }
  const command = { type: 'StopSequence', ...about, reason } as const
  return [{ room: 'engagement', key: causedBy(name, 'stop', orderId, reason), command }]
}

/** The orders whose money a refund gives back. */
const ordersOfRefund = (
  { from, currency }: Extract<TradeEvent, { readonly type: 'RefundRequested' }>,
  dossier: Dossier,
): ReadonlySet<OrderId> => {
  const account = receivablesOf(dossier, currency)
  const source =
    from.kind === 'cash'
      ? account?.payments.get(from.paymentId)
      : account?.credits.get(from.creditId)
  if (source === undefined) return new Set()
  const own = 'itemId' in source ? source.itemId : source.forItemId
  const items = [...source.applications.keys(), ...(own === null ? [] : [own])]
  return new Set(
    items.flatMap((itemId) => {
      const found = findItem(dossier, itemId)
      return found === undefined ? [] : (orderOfItem(dossier, found.item) ?? [])
    }),
  )
}

const react = ({ event }: Happened, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> => {
  const { effectiveOn } = event
  switch (event.type) {
    case 'OrderConfirmed':
      return enrol(event.orderId, effectiveOn, dossier, rules)
    case 'ReturnRequested':
      return stop(event.orderId, 'returnRequested', effectiveOn, dossier)
    case 'RefundRequested':
      return [...ordersOfRefund(event, dossier)].flatMap((orderId) =>
        stop(orderId, 'refundRequested', effectiveOn, dossier),
      )
    default:
      return []
  }
}

/** The first day on which each sequence has something to send, or to leave out. */
const days = (dossier: Dossier): ReadonlyArray<readonly [OrderId, CivilDate]> =>
  [...(engagementOf(dossier)?.sequences ?? [])].flatMap(([orderId, { waiting, lastRunOn }]) => {
    const [first] = waiting
    if (first === undefined) return []
    const free = lastRunOn === null ? first.dueOn : addDays(lastRunOn, 1)
    return [[orderId, free > first.dueOn ? free : first.dueOn] as const]
  })

const due = (day: CivilDate, dossier: Dossier): ReadonlyArray<Asked> => {
  const customer = customerOf(dossier)
  const consented = customer === undefined ? [] : consentedChannels(customer)
  return days(dossier).flatMap(([orderId, on]): ReadonlyArray<Asked> => {
    if (day < on) return []
    const about = { effectiveOn: day, customerId: dossier.customerId, orderId, consented }
    const key = causedBy(name, 'run', orderId, day)
    return [{ room: 'engagement', key, command: { type: 'RunSequence', ...about } }]
  })
}

/**
 * What follows a purchase: a confirmed order begins it, the days bring its steps, and whoever wants to give the
 * goods back or have the money back is left alone.
 *
 * Source: domain 3.3, policy 10.
 */
export const onboarding: Policy = {
  name,
  react,
  due,
  next: (day, dossier) =>
    days(dossier)
      .map(([, on]) => on)
      .filter((on) => on > day)
      .toSorted()[0] ?? null,
}
