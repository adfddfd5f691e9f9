import * as t from 'io-ts'
import {
  ChangeId,
  CivilDate,
  Currency,
  MinorUnits,
  nullable,
  SubscriptionId,
  Text,
  Whole,
} from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'
import { MethodKind } from './shapes.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

const own = { subscriptionId: SubscriptionId }
const change = { ...own, changeId: ChangeId }

export const RenewalNoticeSent = customerEvent('RenewalNoticeSent', {
  ...own,
  currency: Currency,
  periodIndex: Whole,
  renewsOn: CivilDate,
  recurringMinor: MinorUnits,
  methodExpired: t.boolean,
})
export const MandateSet = customerEvent('MandateSet', {
  ...change,
  methodId: Text,
  kind: MethodKind,
  /** The last day on which it can be charged; null where it does not expire. */
  expiresOn: nullable(CivilDate),
})
export const MandateExpired = customerEvent('MandateExpired', {
  ...change,
  methodId: Text,
})
export const ChargeFailed = customerEvent('ChargeFailed', {
  ...change,
  periodIndex: Whole,
  attempt: Whole,
  decline: t.keyof({ hard: null, soft: null }),
  policyId: Text,
  policyVersion: Whole,
  /** When to try again; null for a hard decline and after the last attempt. */
  retryOn: nullable(CivilDate),
})
