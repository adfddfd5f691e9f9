import { given } from '@tenure/testing'
import {
  creditRoom,
  type CreditPolicy,
  type GrantOverride,
  type LiftHold,
  type RecordExposure,
  type RequestCredit,
  type ReserveCredit,
  type RestoreCredit,
} from '../src/credit/index.ts'
import {
  changeId,
  civilDate,
  currency,
  customerId,
  itemId,
  minorUnits,
  orderId,
  text,
} from '../src/shared/index.ts'

// The words in which the examples of the credit room are told. Amounts are cents of EUR.

export const past = given(creditRoom)
export const ada = customerId('__proto__')
export const EUR = currency('EUR')

export const on = (day: string, change: string) => ({
  effectiveOn: civilDate(day),
  customerId: ada,
  changeId: changeId(change),
})
export const money = (day: string, change: string) => ({ ...on(day, change), currency: EUR })

/** A score of 700 gives 1000, one of 300 gives 200, and below that there is nothing. */
export const policy: CreditPolicy = {
  policyId: text('retail'),
  version: 3,
  bands: [
    { fromScore: 300, limitMinor: minorUnits(200) },
    { fromScore: 700, limitMinor: minorUnits(1000) },
  ],
  refusedBehaviours: [text('chronically late')],
  checklist: [],
  validDays: 90,
}
export const request = (changes: Partial<RequestCredit> = {}): RequestCredit => ({
  type: 'RequestCredit',
  ...money('2024-01-10', 'ask'),
  requestedMinor: minorUnits(5000),
  policy,
  score: 720,
  scoredBy: text('bureau 4.1'),
  inputs: [
    { name: text('orders paid'), value: text('12') },
    { name: text('share on time'), value: text('0.92') },
  ],
  behaviour: null,
  ...changes,
})
/** A limit that was decided elsewhere, good until the end of the year. */
export const limitOf = (limitMinor: number, validUntil = '2024-12-31') => ({
  type: 'RecordCreditDecision' as const,
  ...money('2024-01-01', 'limit'),
  limitMinor: minorUnits(limitMinor),
  validUntil: civilDate(validUntil),
})
export const reserve = (
  order: string,
  amountMinor: number,
  changes: Partial<ReserveCredit> = {},
): ReserveCredit => ({
  type: 'ReserveCredit',
  ...money('2024-02-01', `reserve ${order}`),
  orderId: orderId(order),
  amountMinor: minorUnits(amountMinor),
  expiresOn: civilDate('2024-03-01'),
  refusalStands: false,
  ...changes,
})
export const release = (order: string, change = `release ${order}`) => ({
  type: 'ReleaseCredit' as const,
  ...money('2024-02-05', change),
  orderId: orderId(order),
  reason: text('called off'),
})
export const expire = (order: string, day: string) => ({
  type: 'ExpireReservation' as const,
  ...money(day, `expire ${order}`),
  orderId: orderId(order),
})
export const bill = (order: string, item: string, amountMinor: number) => ({
  type: 'ConsumeCredit' as const,
  ...money('2024-02-10', `bill ${item}`),
  orderId: orderId(order),
  itemId: itemId(item),
  amountMinor: minorUnits(amountMinor),
})
export const settle = (
  item: string,
  settledMinor: number,
  cause: RestoreCredit['cause'] = 'paid',
): RestoreCredit => ({
  type: 'RestoreCredit',
  ...money('2024-02-20', `${cause} ${item}`),
  itemId: itemId(item),
  settledMinor: minorUnits(settledMinor),
  cause,
})
export const expose = (
  item: string,
  amountMinor: number,
  cause: RecordExposure['cause'],
): RecordExposure => ({
  type: 'RecordExposure',
  ...money('2024-02-25', `${cause} ${item}`),
  itemId: itemId(item),
  amountMinor: minorUnits(amountMinor),
  cause,
})
export const changeLimit = (limitMinor: number, change = 'cut') => ({
  type: 'ChangeLimit' as const,
  ...money('2024-02-15', change),
  limitMinor: minorUnits(limitMinor),
  reason: text('payments slow down'),
})
export const hold = (change: string, reason: 'dunning' | 'badDebt' | 'review' = 'dunning') => ({
  type: 'PlaceHold' as const,
  ...on('2024-01-20', change),
  reason,
  note: null,
})
export const lift = (holdId: string, liftedBy: string | null = null): LiftHold => ({
  type: 'LiftHold',
  ...on('2024-01-25', `lift ${holdId}`),
  holdId: changeId(holdId),
  liftedBy: liftedBy === null ? null : text(liftedBy),
})
export const suspectFraud = {
  type: 'SuspectFraud' as const,
  ...on('2024-01-21', 'fraud'),
  suspicion: text('the address of another customer'),
}
export const override = (until: string, upToMinor: number | null = null): GrantOverride => ({
  type: 'GrantOverride',
  ...money('2024-01-30', 'override'),
  grantedBy: text('head of sales'),
  reason: text('framework contract signed'),
  until: civilDate(until),
  upToMinor: upToMinor === null ? null : minorUnits(upToMinor),
})
