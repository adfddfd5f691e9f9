import type { Channel, CivilDate, Text } from '../shared/index.ts'
import type { ContactRole } from './events.ts'
import type { Contact, Customer, PaymentMethod } from './state.ts'

/** Whether the customer agreed to be written to this way; nobody has before they said so. */
export const hasConsent = (customer: Customer, channel: Channel): boolean =>
  customer.consents.get(channel)?.value ?? false

const preferredFirst = <A>(
  all: ReadonlyArray<A>,
  preferred: ReadonlyArray<A>,
): ReadonlyArray<A> => [...new Set([...preferred.filter((one) => all.includes(one)), ...all])]

/** The channels that the customer agreed to: the preferred ones first, in their order. */
export const consentedChannels = (customer: Customer): ReadonlyArray<Channel> => {
  const consented = [...customer.consents.keys()].filter((channel) => hasConsent(customer, channel))
  return preferredFirst(consented, customer.preferences?.value.channels ?? [])
}

/**
 * The ways to pay that can be used on a day: the preferred ones first, in their order, then the others as
 * they were added. Left out is what was removed, has expired, or ends before that day.
 */
export const usableMethods = (
  customer: Customer,
  on: CivilDate,
): ReadonlyArray<PaymentMethod & { readonly methodId: Text }> => {
  const known = [...customer.methods].flatMap(([methodId, { value }]) =>
    value === null || value.hasExpired || (value.expiresOn !== null && value.expiresOn < on)
      ? []
      : [{ methodId, ...value }],
  )
  const byId = new Map(known.map((method) => [method.methodId, method]))
  return preferredFirst([...byId.keys()], customer.preferences?.value.methodIds ?? []).flatMap(
    (methodId) => byId.get(methodId) ?? [],
  )
}

/** Who plays a role for the customer's account, as they were added. */
export const contactsFor = (
  customer: Customer,
  role: ContactRole,
): ReadonlyArray<Contact & { readonly contactId: Text }> =>
  [...customer.contacts].flatMap(([contactId, { value }]) =>
    value?.role === role ? [{ contactId, ...value }] : [],
  )

/** Whether the customer is in hardship on a day: reported by then, and neither ended nor run out. */
export const isInHardship = ({ hardship }: Customer, on: CivilDate): boolean =>
  hardship !== null &&
  hardship.since <= on &&
  hardship.value !== null &&
  (hardship.value.until === null || on <= hardship.value.until)
