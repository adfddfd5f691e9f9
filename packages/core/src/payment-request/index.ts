export { type OpenRequestLine, type RequestEvidence } from './evidence.ts'
export {
  HelpOffer,
  OrderedLine,
  PaymentRequestFacts,
  RequestContact,
  RequestedItem,
} from './facts.ts'
export {
  explainIncomplete,
  type IncompleteRequest,
  type MissingFact,
} from './incomplete-request.ts'
export { paymentRequest, stillAsksRightly } from './payment-request.ts'
