import type { CustomerId } from './ids.ts'

/** Whose something is, in the words of a refusal: no customer is one of the answers. */
export const whose = (customerId: CustomerId | null): string =>
  customerId === null ? 'nobody named' : `customer ${customerId}`

/** A customer by id alone, where the sentence around it says what it is. */
export const customerOrNobody = (customerId: CustomerId | null): string =>
  customerId ?? 'nobody named'
