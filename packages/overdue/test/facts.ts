import type { ReceivablesEvent } from '@tenure/core/receivables'
import {
  assignmentId,
  chargebackId,
  changeId,
  chargeId,
  civilDate,
  creditId,
  currency,
  customerId,
  disputeId,
  itemId,
  minorUnits,
  partnerId,
  paymentId,
  writeOffId,
  type CivilDate,
  type Fact,
  type Instant,
  Text,
} from '@tenure/core/shared'
import { historyOf, knownFact, replay } from '@tenure/projection'
import { overdueModels, type OverdueEvent, type OverdueRows } from '../src/index.ts'

const eur = currency('EUR')

const about = (on: string, customer: string | null = 'ada') => ({
  effectiveOn: civilDate(on),
  customerId: customer === null ? null : customerId(customer),
  currency: eur,
})

interface Part {
  readonly amount: number
  readonly due: string | null
}

const text = (value: string): Text => {
  if (!Text.is(value)) throw new RangeError('empty text')
  return value
}

/** An invoice's item, or another kind; its parts are its instalments. */
export const opened = (
  on: string,
  item: string,
  parts: ReadonlyArray<Part>,
  more: { readonly customer?: string | null; readonly kind?: 'invoice' | 'suspense' } = {},
): ReceivablesEvent => ({
  type: 'ItemOpened',
  ...about(on, more.customer === undefined ? 'ada' : more.customer),
  itemId: itemId(item),
  kind: more.kind ?? 'invoice',
  invoiceId: null,
  amountMinor: minorUnits(parts.reduce((sum, { amount }) => sum + amount, 0)),
  schedule: parts.map(({ amount, due }, index) => ({
    instalment: index + 1,
    amountMinor: minorUnits(amount),
    dueOn: due === null ? null : civilDate(due),
  })),
  earlyPay: [],
})

export const received = (
  on: string,
  payment: string,
  amount: number,
  customer = 'ada',
): ReceivablesEvent => ({
  type: 'PaymentReceived',
  ...about(on, customer),
  paymentId: paymentId(payment),
  amountMinor: minorUnits(amount),
  method: null,
  forItemId: null,
  initiatedOn: null,
  settledOn: null,
})

export const applied = (
  on: string,
  payment: string,
  item: string,
  amount: number,
  customer = 'ada',
): ReceivablesEvent => ({
  type: 'PaymentApplied',
  ...about(on, customer),
  paymentId: paymentId(payment),
  itemId: itemId(item),
  changeId: null,
  by: 'named',
  amountMinor: minorUnits(amount),
  components: null,
})

export const unapplied = (
  on: string,
  payment: string,
  item: string,
  amount: number,
  due: string | null,
): ReceivablesEvent => ({
  type: 'PaymentUnapplied',
  ...about(on),
  paymentId: paymentId(payment),
  itemId: itemId(item),
  changeId: changeId('taken back'),
  why: 'correction',
  amountMinor: minorUnits(amount),
  components: null,
  dueOn: due === null ? null : civilDate(due),
})

export const credited = (on: string, credit: string, amount: number): ReceivablesEvent => ({
  type: 'CreditBalanceIncreased',
  ...about(on),
  creditId: creditId(credit),
  kind: 'creditNote',
  itemId: null,
  amountMinor: minorUnits(amount),
  reason: null,
})

export const creditApplied = (
  on: string,
  credit: string,
  item: string,
  amount: number,
): ReceivablesEvent => ({
  type: 'CreditApplied',
  ...about(on),
  creditId: creditId(credit),
  itemId: itemId(item),
  changeId: null,
  by: 'own',
  amountMinor: minorUnits(amount),
})

export const creditUnapplied = (
  on: string,
  credit: string,
  item: string,
  amount: number,
  due: string,
): ReceivablesEvent => ({
  type: 'CreditUnapplied',
  ...about(on),
  creditId: creditId(credit),
  itemId: itemId(item),
  changeId: changeId('waived'),
  amountMinor: minorUnits(amount),
  dueOn: civilDate(due),
})

export const fee = (on: string, item: string, amount: number, due: string): ReceivablesEvent => ({
  type: 'LateFeeAssessed',
  ...about(on),
  itemId: itemId(item),
  chargeId: chargeId(`fee ${item}`),
  ruleId: text('flat'),
  ruleVersion: 1,
  index: 1,
  instalment: null,
  component: 'fees',
  amountMinor: minorUnits(amount),
  dueOn: civilDate(due),
})

export const writtenOff = (on: string, item: string, amount: number): ReceivablesEvent => ({
  type: 'ItemWrittenOff',
  ...about(on),
  itemId: itemId(item),
  writeOffId: writeOffId(`off ${item}`),
  kind: 'badDebt',
  amountMinor: minorUnits(amount),
  reason: null,
})

export const dueFixed = (on: string, item: string, due: string): ReceivablesEvent => ({
  type: 'DueDateFixed',
  ...about(on),
  itemId: itemId(item),
  changeId: changeId(`due ${due}`),
  instalment: 1,
  dueOn: civilDate(due),
})

export const disputed = (
  on: string,
  item: string,
  amount: number,
  resolved = false,
): OverdueEvent => {
  const dispute = {
    ...about(on),
    disputeId: disputeId(`dispute ${item}`),
    itemId: itemId(item),
    amountMinor: minorUnits(amount),
  }
  return resolved
    ? { type: 'DisputeResolved', ...dispute, outcome: 'rejected' }
    : { type: 'DisputeRaised', ...dispute, reason: null }
}

export const handedOver = (on: string, item: string, customer = 'ada'): OverdueEvent => ({
  type: 'ItemHandedOver',
  ...about(on, customer),
  itemId: itemId(item),
  changeId: changeId(`agency ${item}`),
  agency: null,
})

/** The rows of these facts on a day, each fact learned in the order given. */
export const rowsOn = async (asOf: CivilDate, facts: ReadonlyArray<Fact>): Promise<OverdueRows> => {
  const known = facts.map((body, place) => knownFact(body, place as Instant, place))
  const [answer] = await replay(historyOf(known), overdueModels, [{ asOf }])
  if (answer === undefined) throw new Error('a replay of one cut gives one answer')
  return answer.rows
}

export const assigned = (on: string, item: string, amount: number): ReceivablesEvent => ({
  type: 'ReceivableAssigned',
  ...about(on),
  itemId: itemId(item),
  assignmentId: assignmentId(`with a partner ${item}`),
  partnerId: partnerId('Klarna'),
  recourse: 'full',
  amountMinor: minorUnits(amount),
})

export const returned = (on: string, item: string, amount: number): ReceivablesEvent => ({
  type: 'ReceivableReturned',
  ...about(on),
  itemId: itemId(item),
  assignmentId: assignmentId(`with a partner ${item}`),
  partnerId: partnerId('Klarna'),
  changeId: changeId(`recourse ${item}`),
  reason: text('unpaid'),
  amountMinor: minorUnits(amount),
  dueOn: civilDate(on),
})

export const discounted = (
  on: string,
  payment: string,
  item: string,
  amount: number,
): ReceivablesEvent => ({
  type: 'EarlyDiscountTaken',
  ...about(on),
  itemId: itemId(item),
  instalment: 1,
  paymentId: paymentId(payment),
  changeId: null,
  basisPoints: 200,
  untilOn: civilDate(on),
  amountMinor: minorUnits(amount),
})

export const chargedBack = (on: string, payment: string, amount: number): ReceivablesEvent => ({
  type: 'PaymentChargedBack',
  ...about(on),
  paymentId: paymentId(payment),
  chargebackId: chargebackId(`back ${payment}`),
  onChargeback: 'reopen',
  takenMinor: minorUnits(amount),
  amountMinor: minorUnits(amount),
  reason: null,
  reopened: [],
})
