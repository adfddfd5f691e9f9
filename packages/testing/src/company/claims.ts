import { catalogue } from '@tenure/core/catalogue'

/** What the company does not do: it gives fees up too soon for a credit note to have paid one. */
const never: ReadonlySet<string> = new Set(['CreditUnapplied'])

/** The event types that a company of some hundred customers shows in two years. */
export const companyEventTypes: ReadonlyArray<string> = catalogue
  .map(({ type }) => type)
  .filter((type) => !never.has(type))
