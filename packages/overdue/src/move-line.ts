import type { ReceivablesEvent } from '@tenure/core/receivables'
import { addMinor, laterWins, type CivilDate } from '@tenure/core/shared'
import type { Draft } from 'immer'
import { earlier } from './add-lines.ts'
import type { Line } from './line.ts'
import type { Movement } from './movement.ts'
import type { MarkEvent, OverdueEvent } from './overdue-event.ts'

/**
 * Adds to one instalment, and lets the later of two facts say when it is due. A day that is known is
 * never replaced by one that is not, whatever the order of learning.
 */
const setInstalment = (
  line: Draft<Line>,
  instalment: number,
  amountMinor: number,
  dueOn: CivilDate | null,
  since: CivilDate,
): void => {
  const held = line.instalments.find((part) => part.instalment === instalment)
  if (held === undefined) {
    line.instalments.push({ instalment, amountMinor, due: { value: dueOn, since } })
    return
  }
  held.amountMinor = addMinor(held.amountMinor, amountMinor)
  if (dueOn === null) return
  held.due = laterWins(held.due.value === null ? undefined : held.due, dueOn, since)
}

const open = (
  line: Draft<Line>,
  event: Extract<ReceivablesEvent, { readonly type: 'ItemOpened' }>,
): void => {
  line.kind = event.kind
  line.openedOn = earlier(line.openedOn, event.effectiveOn)
  for (const { instalment, amountMinor, dueOn } of event.schedule) {
    setInstalment(line, instalment, amountMinor, dueOn, event.effectiveOn)
  }
}

const mark = (line: Draft<Line>, event: MarkEvent): void => {
  if (event.type === 'ItemHandedOver') {
    line.handedOverOn = earlier(line.handedOverOn, event.effectiveOn)
    return
  }
  const { disputeId, effectiveOn } = event
  const amountMinor = event.type === 'DisputeRaised' ? event.amountMinor : -event.amountMinor
  const index = line.disputes.findIndex((dispute) => dispute.disputeId === disputeId)
  const held = line.disputes[index]
  if (held === undefined) {
    line.disputes.push({ disputeId, amountMinor, since: effectiveOn })
    return
  }
  held.amountMinor = addMinor(held.amountMinor, amountMinor)
  if (effectiveOn < held.since) held.since = effectiveOn
  if (held.amountMinor === 0) line.disputes.splice(index, 1)
}

/** Changes a line by one event about it: `movement` is what the event moves, absent for a mark. */
export const moveLine = (
  line: Draft<Line>,
  event: OverdueEvent,
  movement: Movement | undefined,
): void => {
  if (movement !== undefined) {
    line.openedMinor = addMinor(line.openedMinor, movement.openedMinor)
    line.chargedMinor = addMinor(line.chargedMinor, movement.chargedMinor)
    line.paidMinor = addMinor(line.paidMinor, movement.paidMinor)
    line.creditedMinor = addMinor(line.creditedMinor, movement.creditedMinor)
    line.discountedMinor = addMinor(line.discountedMinor, movement.discountedMinor)
    line.writtenOffMinor = addMinor(line.writtenOffMinor, movement.writtenOffMinor)
    line.assignedMinor = addMinor(line.assignedMinor, movement.assignedMinor)
  }
  switch (event.type) {
    case 'ItemOpened':
      return open(line, event)
    case 'DueDateFixed':
      return setInstalment(line, event.instalment, 0, event.dueOn, event.effectiveOn)
    case 'ChargeRecorded':
    case 'LateFeeAssessed':
    case 'BounceFeeAssessed':
    case 'EarlyDiscountWithdrawn':
    case 'ReceivableReturned':
    case 'PaymentUnapplied':
    case 'CreditUnapplied':
      line.fallbackDueOn = earlier(line.fallbackDueOn, event.dueOn)
      return
    case 'DisputeRaised':
    case 'DisputeResolved':
    case 'ItemHandedOver':
      return mark(line, event)
    default:
  }
}
