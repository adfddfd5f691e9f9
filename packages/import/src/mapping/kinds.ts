/** How a field of a fact is read from text. */
export type Reading =
  | 'id'
  | 'text'
  /** Belongs to a person: it enters no identity and no hash, and no report shows it. */
  | 'personal'
  | 'amount'
  | 'day'
  | 'currency'
  | 'whole'
  | 'boolean'
  | { readonly oneOf: ReadonlyArray<string> }

/**
 * `required`: a blank is a fault of the row. `optional`: a blank is null. `derived`: where the mapping
 * leaves it out, the fact's own identity is taken; where the mapping has it, a blank is a fault.
 */
export type Presence = 'required' | 'optional' | 'derived'

export interface Field {
  readonly reads: Reading
  readonly presence: Presence
}

const field =
  (presence: Presence) =>
  (reads: Reading): Field => ({ reads, presence })
const required = field('required')
const optional = field('optional')
const derived = field('derived')

const customer = { customerId: optional('id') }
const money = { ...customer, currency: required('currency') }

/** The facts that a row can make, and the fields of the record-door command behind each. */
export const factKinds = {
  customer: {
    customerId: required('id'),
    acquisitionSource: optional('text'),
    name: optional('personal'),
  },
  sale: { ...money, orderId: derived('id'), net: required('amount') },
  saleCredit: { ...money, orderId: derived('id'), credited: required('amount') },
  delivery: { ...customer, orderId: required('id'), shipmentId: derived('id') },
  cancellation: {
    ...customer,
    orderId: required('id'),
    changeId: derived('id'),
    reason: optional('text'),
  },
  invoice: {
    ...money,
    invoiceId: required('id'),
    orderId: optional('id'),
    total: required('amount'),
    dueOn: optional('day'),
  },
  payment: {
    ...money,
    paymentId: derived('id'),
    amount: required('amount'),
    paysInvoice: optional('id'),
    method: optional('text'),
  },
  creditNote: {
    ...money,
    creditId: derived('id'),
    amount: required('amount'),
    itemId: optional('id'),
    reason: optional('text'),
  },
  refund: {
    ...money,
    refundId: derived('id'),
    amount: required('amount'),
    fromPayment: optional('id'),
    fromCredit: optional('id'),
  },
  reversal: {
    ...money,
    paymentId: required('id'),
    changeId: derived('id'),
    reason: optional('text'),
  },
  writeOff: {
    ...money,
    writeOffId: derived('id'),
    itemId: required('id'),
    amount: required('amount'),
    reason: optional('text'),
  },
  charge: {
    ...money,
    chargeId: derived('id'),
    itemId: required('id'),
    amount: required('amount'),
    reason: required('text'),
  },
  dueDate: {
    ...money,
    changeId: derived('id'),
    itemId: required('id'),
    instalment: optional('whole'),
    dueOn: required('day'),
  },
  dispute: {
    ...money,
    disputeId: derived('id'),
    itemId: required('id'),
    amount: required('amount'),
    reason: optional('text'),
  },
  disputeResolution: {
    ...money,
    disputeId: required('id'),
    outcome: required({ oneOf: ['accepted', 'rejected', 'split'] }),
  },
  handOver: {
    ...money,
    changeId: derived('id'),
    itemId: required('id'),
    agency: optional('text'),
  },
  churn: {
    customerId: required('id'),
    changeId: derived('id'),
    churnKind: required({ oneOf: ['contractual', 'inactive'] }),
    voluntary: optional('boolean'),
  },
  return: { customerId: required('id'), changeId: derived('id') },
} as const satisfies Record<string, Readonly<Record<string, Field>>>

/** The kinds that may be documents of lines, and the amount that their lines add up to. */
export const totalOfLines: ReadonlyMap<string, string> = new Map([
  ['sale', 'net'],
  ['saleCredit', 'credited'],
])

export type FactKind = keyof typeof factKinds

/** In the order of the documentation. */
export const factKindNames: ReadonlyArray<FactKind> = [
  'customer',
  'sale',
  'saleCredit',
  'delivery',
  'cancellation',
  'invoice',
  'payment',
  'creditNote',
  'refund',
  'reversal',
  'writeOff',
  'charge',
  'dueDate',
  'dispute',
  'disputeResolution',
  'handOver',
  'churn',
  'return',
]

/** The fields of one kind, by name. */
export const fieldsOf = (kind: FactKind): ReadonlyMap<string, Field> =>
  new Map<string, Field>(Object.entries(factKinds[kind]))
