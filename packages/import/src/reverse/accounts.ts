import type { ReceivablesEvent } from '@tenure/core/receivables'
import {
  changeId,
  chargeId,
  creditId,
  itemId,
  minorUnits,
  Text,
  type CivilDate,
  type ItemId,
} from '@tenure/core/shared'
import { events, refused, type TakenBack } from './entry.ts'

type Of<T extends ReceivablesEvent['type']> = Extract<ReceivablesEvent, { type: T }>

/** What a stream of accounts knew before one of its events. */
export interface Before {
  readonly dueOn: (item: ItemId) => CivilDate | null
  /** Whether the batch opened the item. */
  readonly isOurs: (item: ItemId) => boolean
}

/** Why the corrections of an import say what they say. */
export const reasonOf = (batch: string): Text => {
  const reason = `import ${batch} taken back`
  if (Text.is(reason)) return reason
  throw new TypeError('a batch without a name')
}

const aboutOf = ({ effectiveOn, customerId, currency }: ReceivablesEvent) => ({
  effectiveOn,
  customerId,
  currency,
})

/** A credit note over what a batch had charged on an item, set against it on the same day. */
const chargedBack = (
  event: Of<'ItemOpened'> | Of<'ChargeRecorded'>,
  name: string,
  batch: string,
): TakenBack => {
  const { itemId: item, amountMinor } = event
  if (amountMinor === 0) return events()
  const credit = creditId(name)
  const note: Of<'CreditBalanceIncreased'> = {
    type: 'CreditBalanceIncreased',
    ...aboutOf(event),
    creditId: credit,
    kind: 'creditNote',
    itemId: item,
    amountMinor,
    reason: reasonOf(batch),
  }
  const applied: Of<'CreditApplied'> = {
    type: 'CreditApplied',
    ...aboutOf(event),
    creditId: credit,
    itemId: item,
    changeId: null,
    by: 'own',
    amountMinor,
  }
  return events(note, applied)
}

/** A debit note over a credit note: a charge of its own that the credit pays on the same day. */
const debited = (event: Of<'CreditBalanceIncreased'>, name: string, batch: string): TakenBack => {
  const { amountMinor } = event
  if (amountMinor === 0) return events()
  const about = { ...aboutOf(event), itemId: itemId(name) }
  const opened: Of<'ItemOpened'> = {
    type: 'ItemOpened',
    ...about,
    kind: 'charge',
    invoiceId: null,
    amountMinor: minorUnits(0),
    schedule: [{ instalment: 1, amountMinor: minorUnits(0), dueOn: null }],
    earlyPay: [],
  }
  const charged: Of<'ChargeRecorded'> = {
    type: 'ChargeRecorded',
    ...about,
    chargeId: chargeId(name),
    reason: reasonOf(batch),
    amountMinor,
    dueOn: null,
  }
  const applied: Of<'CreditApplied'> = {
    type: 'CreditApplied',
    ...about,
    creditId: event.creditId,
    changeId: null,
    by: 'own',
    amountMinor,
  }
  return events(opened, charged, applied)
}

const back = (event: ReceivablesEvent): TakenBack => events(event)

const dueDayBack = (event: Of<'DueDateFixed'>, name: string, before: Before): TakenBack => {
  if (before.isOurs(event.itemId)) return events()
  const dueOn = before.dueOn(event.itemId)
  return dueOn === null
    ? refused(`no due day of item ${event.itemId} was known before, and none can be forgotten`)
    : back({ ...event, changeId: changeId(name), dueOn })
}

/**
 * The events that take one event of the accounts back, on its own day: they move the same amount between
 * the same columns the other way round, so that no sum of any day knows of either. `name` names them.
 */
export const accountTakenBack = (
  event: ReceivablesEvent,
  name: string,
  batch: string,
  before: Before,
): TakenBack => {
  switch (event.type) {
    case 'ItemOpened':
    case 'ChargeRecorded':
      return chargedBack(event, name, batch)
    case 'PaymentReceived': {
      const { paymentId, amountMinor } = event
      const about = { ...aboutOf(event), paymentId, changeId: changeId(name), amountMinor }
      const reversed: Of<'PaymentReversed'> = {
        type: 'PaymentReversed',
        ...about,
        reason: reasonOf(batch),
      }
      return events(reversed)
    }
    case 'PaymentApplied': {
      const { paymentId, itemId: item, amountMinor, components } = event
      const unapplied: Of<'PaymentUnapplied'> = {
        type: 'PaymentUnapplied',
        ...aboutOf(event),
        paymentId,
        itemId: item,
        changeId: changeId(name),
        why: 'correction',
        amountMinor,
        components,
        dueOn: before.dueOn(item),
      }
      return events(unapplied)
    }
    case 'CreditBalanceIncreased':
      return debited(event, name, batch)
    case 'CreditApplied': {
      const { creditId: credit, itemId: item, amountMinor } = event
      const unapplied: Of<'CreditUnapplied'> = {
        type: 'CreditUnapplied',
        ...aboutOf(event),
        creditId: credit,
        itemId: item,
        changeId: changeId(name),
        amountMinor,
        dueOn: before.dueOn(item),
      }
      return events(unapplied)
    }
    case 'DueDateFixed':
      return dueDayBack(event, name, before)
    default:
      return refused(`nothing takes a ${event.type} back`)
  }
}
