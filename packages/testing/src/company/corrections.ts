import {
  addDays,
  changeId,
  chargeId,
  creditId,
  disputeId,
  minorUnits,
  type DisputeId,
  text,
} from '@tenure/core/shared'
import { taxWithin } from '@tenure/core/terms'
import { openOn, type Bill } from './bill.ts'
import { post, type Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'
import { draw, paperLag, type Spread } from './lags.ts'

const creditLag: Spread = [
  [40, [0, 0]],
  [35, [1, 9]],
  [25, [10, 35]],
]

const aboutOf = ({ customerId }: Customer, { currency }: Bill) => ({ customerId, currency })

/** Plans what may have to be put right about a bill, on few of them. */
export const planCorrections = (company: Company, customer: Customer, bill: Bill): void => {
  const { random, segment } = customer
  if (random.chance(45)) planCredit(company, customer, bill)
  if (random.chance(segment.disputePermille)) planDispute(company, customer, bill)
  if (random.chance(45)) planDueDate(company, customer, bill)
  if (random.chance(15)) planFreight(company, customer, bill)
}

/** Corrects the invoice; what is owed follows by itself. */
const credit = async (
  company: Company,
  customer: Customer,
  bill: Bill,
  dated: number,
  amountMinor: number,
): Promise<void> => {
  await company.house.tell(
    customer,
    {
      room: 'invoice',
      command: {
        type: 'CorrectInvoice',
        effectiveOn: company.days.on(dated),
        customerId: customer.customerId,
        invoiceId: bill.invoiceId,
        creditId: creditId(nextId(customer, 'N')),
        amountMinor: minorUnits(amountMinor),
        taxMinor: minorUnits(taxWithin(amountMinor, 2000)),
        taxRounding: 'global',
        lines: [],
        openMinor: minorUnits(openOn(customer, bill.itemId)),
        reason: text('goods returned'),
      },
    },
    ['InvoiceIsVoid', 'CreditAboveTotal'],
  )
}

/** Goods came back or were short: the note bears the day of the return, and is written when it is checked. */
const planCredit = (company: Company, customer: Customer, bill: Bill): void => {
  const { random } = customer
  const dated = bill.issuedOn + random.between(4, 30)
  const share = random.between(10, 40)
  company.agenda.learn(dated + draw(random, creditLag), dated, async () => {
    const amountMinor = Math.floor((bill.totalMinor * share) / 100)
    if (amountMinor > 0) await credit(company, customer, bill, dated, amountMinor)
  })
}

const planDispute = (company: Company, customer: Customer, bill: Bill): void => {
  const { random } = customer
  const raised = bill.issuedOn + random.between(4, 24)
  const share = random.between(20, 60)
  company.agenda.learn(raised + draw(random, paperLag), raised, async (today) => {
    const openMinor = openOn(customer, bill.itemId)
    const amountMinor = Math.floor((openMinor * share) / 100)
    if (amountMinor === 0) return
    const dispute = disputeId(nextId(customer, 'D'))
    await company.house.tell(customer, {
      room: 'dispute',
      command: {
        type: 'OpenDispute',
        effectiveOn: company.days.on(raised),
        ...aboutOf(customer, bill),
        disputeId: dispute,
        about: { kind: 'item', itemId: bill.itemId },
        amountMinor: minorUnits(amountMinor),
        reason: text('quality'),
        openMinor: minorUnits(openMinor),
        standing: null,
      },
    })
    company.agenda.plan(today + random.between(7, 40), (day) =>
      decide(company, customer, bill, dispute, amountMinor, day),
    )
  })
}

const decide = async (
  { house, days }: Company,
  customer: Customer,
  bill: Bill,
  dispute: DisputeId,
  disputedMinor: number,
  today: number,
): Promise<void> => {
  const outcome = customer.random.weighted([
    [45, 'AcceptDispute'],
    [35, 'RejectDispute'],
    [20, 'SplitDispute'],
  ] as const)
  const about = {
    effectiveOn: days.on(today),
    ...aboutOf(customer, bill),
    disputeId: dispute,
  }
  const half = disputedMinor >> 1
  const parts = {
    acceptedMinor: minorUnits(half),
    rejectedMinor: minorUnits(disputedMinor - half),
  }
  const type = half === 0 && outcome === 'SplitDispute' ? 'RejectDispute' : outcome
  const command = type === 'SplitDispute' ? { type, ...about, ...parts } : { type, ...about }
  await house.tell(customer, { room: 'dispute', command })
}

/** The due day on the invoice was not the one agreed; that is noticed when somebody asks for the money. */
const planDueDate = (company: Company, customer: Customer, bill: Bill): void => {
  const { random } = customer
  const part = bill.schedule.at(-1)
  if (part === undefined || part.dueOn === null) return
  const dueOn = addDays(
    part.dueOn,
    random.chance(650) ? random.between(7, 30) : -random.between(3, 10),
  )
  company.agenda.learn(bill.issuedOn + random.between(5, 38), bill.issuedOn, async () => {
    await post(company, customer, {
      type: 'FixDueDate',
      effectiveOn: company.days.on(bill.issuedOn),
      ...aboutOf(customer, bill),
      changeId: changeId(nextId(customer, 'T')),
      itemId: bill.itemId,
      instalment: part.instalment,
      dueOn,
    })
  })
}

/** The carrier charged more than the invoice said. */
const planFreight = (company: Company, customer: Customer, bill: Bill): void => {
  const dated = bill.issuedOn + customer.random.between(1, 8)
  company.agenda.learn(dated + draw(customer.random, paperLag), dated, async () => {
    await post(company, customer, {
      type: 'RecordCharge',
      effectiveOn: company.days.on(dated),
      ...aboutOf(customer, bill),
      itemId: bill.itemId,
      chargeId: chargeId(nextId(customer, 'X')),
      reason: text('freight'),
      amountMinor: minorUnits(customer.random.between(5, 40) * 100),
    })
  })
}
