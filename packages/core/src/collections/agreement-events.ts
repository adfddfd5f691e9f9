import * as t from 'io-ts'
import {
  ChangeId,
  CivilDate,
  ItemId,
  MinorUnits,
  nullable,
  PromiseId,
  Text,
  Whole,
} from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'
import { ReminderChannel } from './channel.ts'
import { Cycle } from './step-events.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** What a contact came to. */
export const ContactOutcome = t.keyof({
  reached: null,
  notReached: null,
  promised: null,
  refused: null,
  callBack: null,
  wrongAddress: null,
})
export type ContactOutcome = t.TypeOf<typeof ContactOutcome>

/** Somebody of the house spoke or wrote with the customer, and what the customer objected. */
export const ContactLogged = moneyEvent('ContactLogged', {
  changeId: ChangeId,
  itemId: nullable(ItemId),
  channel: ReminderChannel,
  outcome: ContactOutcome,
  objection: nullable(Text),
})
/** What is to be done next about this customer, and when. The later one replaces the earlier. */
export const NextActionScheduled = moneyEvent('NextActionScheduled', {
  changeId: ChangeId,
  plannedOn: CivilDate,
  action: Text,
})

/** The customer promised to pay by a day. Reminders wait for that day and the grace. */
export const PromiseMade = moneyEvent('PromiseMade', {
  promiseId: PromiseId,
  cycle: Cycle,
  amountMinor: MinorUnits,
  byOn: CivilDate,
  graceDays: Whole,
})
const judged = {
  changeId: ChangeId,
  promiseId: PromiseId,
  promisedMinor: MinorUnits,
  receivedMinor: MinorUnits,
}
/** All that was promised came in. */
export const PromiseKept = moneyEvent('PromiseKept', judged)
/** Some of it came in by the end of the grace. */
export const PromisePartlyKept = moneyEvent('PromisePartlyKept', judged)
/** Nothing came in. */
export const PromiseBroken = moneyEvent('PromiseBroken', judged)
/** The payment that a judgement rested on went back: the promise is to be judged again. */
export const PromiseReopened = moneyEvent('PromiseReopened', {
  changeId: ChangeId,
  promiseId: PromiseId,
})

/** Reminders rest from this day to `untilOn`, both included. A pause always has an end. */
export const DunningPaused = moneyEvent('DunningPaused', {
  changeId: ChangeId,
  untilOn: CivilDate,
  reason: Text,
  /** The support ticket that brought it, where one did. */
  ticket: nullable(Text),
})
/** The pause ended before its day. */
export const DunningResumed = moneyEvent('DunningResumed', { changeId: ChangeId })

/** The house gives an item more time: reminders count from the new day. */
export const ExtensionGranted = moneyEvent('ExtensionGranted', {
  changeId: ChangeId,
  itemId: ItemId,
  dueOn: CivilDate,
  untilOn: CivilDate,
})
/** The customer cannot pay as agreed, and the house knows: no fees until the day, or until it ends. */
export const HardshipAgreed = moneyEvent('HardshipAgreed', {
  changeId: ChangeId,
  untilOn: nullable(CivilDate),
  reason: Text,
})
export const HardshipEnded = moneyEvent('HardshipEnded', { changeId: ChangeId })

/** The house considers giving an item up. Within the limit a rule may do it, above it a person decides. */
export const WriteOffProposed = moneyEvent('WriteOffProposed', {
  changeId: ChangeId,
  itemId: ItemId,
  amountMinor: MinorUnits,
  limitMinor: MinorUnits,
  decidedBy: t.keyof({ rule: null, person: null }),
})
