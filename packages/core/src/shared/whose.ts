import type { CustomerId } from './ids.ts'

/** Whose something is, in the words of a refusal: no customer is one of the answers. */
export const whose = (customerId: CustomerId | null): string =>
  customerId === null ? 'nobody named' : `customer ${customerId}`
