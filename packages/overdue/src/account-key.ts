import { Currency, CustomerId, type Fact } from '@tenure/core/shared'

/** The account of one customer in one currency; customer null: of all whom the source does not name. */
export interface Account {
  readonly currency: Currency
  readonly customerId: CustomerId | null
}

/** `EUR|<customer>`: a currency has three letters and no id is empty, so the key reads back as it was. */
export const accountKey = (event: Fact & { readonly currency: Currency }): string =>
  `${event.currency}|${event.customerId ?? ''}`

export const accountOf = (key: string): Account => {
  const currency = key.slice(0, 3)
  const customerId = key.slice(4)
  if (!Currency.is(currency)) throw new RangeError(`not the key of an account: ${key}`)
  return { currency, customerId: CustomerId.is(customerId) ? customerId : null }
}
