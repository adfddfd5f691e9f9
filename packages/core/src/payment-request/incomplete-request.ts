/** What a request may lack. */
export type MissingFact =
  | 'amount'
  | 'payBy'
  | 'account'
  | 'method'
  | 'link'
  | 'contact'
  | 'language'
  | 'invoiceDelivered'
  | 'termsDelivered'

/** A request that must not be sent, and all that it lacks. */
export interface IncompleteRequest {
  readonly type: 'IncompleteRequest'
  readonly missing: ReadonlyArray<MissingFact>
}

/** One sentence for a log. */
export const explainIncomplete = ({ missing }: IncompleteRequest): string =>
  `The request for payment lacks ${missing.join(', ')}.`
