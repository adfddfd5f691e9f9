import type { Currency } from './currency.ts'
import type { CustomerId } from './ids.ts'

/** Whose a stream is, and in which one currency. */
export interface Owner {
  readonly customerId: CustomerId | null
  readonly currency: Currency
}

/** Why a command is not for a stream: it names another customer, or another currency. */
export type Stranger =
  | {
      readonly type: 'WrongCustomer'
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    }
  | { readonly type: 'WrongCurrency'; readonly expected: Currency; readonly offered: Currency }

/** The refusal of a command that belongs to another customer or currency: no two are ever netted. */
export const strangerTo = (
  owner: Owner | null,
  { customerId, currency }: Owner,
): Stranger | undefined => {
  if (owner === null) return undefined
  if (owner.customerId !== customerId)
    return { type: 'WrongCustomer', expected: owner.customerId, offered: customerId }
  if (owner.currency !== currency)
    return { type: 'WrongCurrency', expected: owner.currency, offered: currency }
  return undefined
}
