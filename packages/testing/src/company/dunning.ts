import { changeId, minorUnits, text } from '@tenure/core/shared'
import { itemDueOn, openItems, openMinor } from '@tenure/core/receivables'
import {
  collectionsRoom,
  dueStep,
  notice,
  policyOf,
  type OpenLine,
  type ReminderPolicy,
} from '@tenure/core/collections'
import type { Account } from './account.ts'
import { collect, type Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'
import { giveUp } from './giving-up.ts'
import { assessFee, daysBetweenLooks } from './late-fees.ts'

const afterGap = { minGapDays: 7 }
const worthAsking = {
  conditions: { minBalanceMinor: minorUnits(500), noPromise: true, noDispute: false },
}

/** Three letters, ever firmer, then the agency. */
const policy: ReminderPolicy = policyOf(
  text('three-reminders'),
  [
    notice(text('friendly'), 4, ['email'], { ...afterGap, ...worthAsking }),
    notice(text('firm'), 18, ['letter'], { ...afterGap, ...worthAsking, tone: 1 }),
    notice(text('final'), 35, ['letter'], { ...afterGap, ...worthAsking, tone: 2 }),
  ],
  { onDisputeLost: 'continue' },
)
const channels = ['email', 'letter'] as const

const handOverAfterDays = 70
const writeOffAfterDays = 125

/** The evidence: what stands open with a due day. */
const openLines = ({ state }: Account): ReadonlyArray<OpenLine> => {
  if (state === undefined) return []
  return openItems(state()).flatMap((item) => {
    const dueOn = itemDueOn(item)
    return dueOn === null
      ? []
      : [
          {
            itemId: item.itemId,
            instalment: null,
            dueOn,
            openMinor: minorUnits(openMinor(item)),
            hold: null,
          },
        ]
  })
}

/** Somebody looks at the account on a day, or earlier where a look was planned for earlier. */
export const lookAgainOn = (
  company: Company,
  customer: Customer,
  account: Account,
  day: number,
): void => {
  if (account.nextLook !== undefined && account.nextLook <= day) return
  account.nextLook = day
  company.agenda.plan(day, async (today) => {
    if (account.nextLook !== today) return
    account.nextLook = undefined
    await look(company, customer, account, today)
  })
}

const look = async (
  company: Company,
  customer: Customer,
  account: Account,
  today: number,
): Promise<void> => {
  const lines = openLines(account)
  await remind(company, customer, account, lines, today)
  const overdue = lines.filter(({ dueOn }) => dueOn < company.days.on(today))
  for (const line of overdue) await chase(company, customer, account, line, today)
  const next = lines
    .map(({ dueOn }) => company.days.indexOf(dueOn) + 4)
    .toSorted((a, b) => a - b)[0]
  if (next !== undefined)
    lookAgainOn(company, customer, account, Math.max(next, today + daysBetweenLooks))
}

/** Sends the step that is due, where one is; closes a case that has ended. */
const remind = async (
  company: Company,
  customer: Customer,
  account: Account,
  items: ReadonlyArray<OpenLine>,
  today: number,
): Promise<void> => {
  const effectiveOn = company.days.on(today)
  const state = account.collections?.() ?? collectionsRoom.decider.initial()
  const about = { effectiveOn, customerId: customer.customerId, currency: account.currency, items }
  const step = dueStep(policy, state, { items, channels }, effectiveOn)
  if (step.type === 'Due' || step.type === 'NothingToAsk') {
    const { stepId } = step
    await collect(
      company,
      customer,
      account,
      { type: 'RunStep', ...about, channels, policy, stepId },
      ['NothingToAsk'],
    )
  } else if (step.type === 'NothingOverdue' && step.closes !== null) {
    const { closes: cycle } = step
    await collect(company, customer, account, { type: 'CloseCase', ...about, cycle })
  }
}

/** What is done about one overdue item beside reminding: a fee, the agency, giving it up. */
const chase = async (
  company: Company,
  customer: Customer,
  account: Account,
  { itemId, dueOn }: OpenLine,
  today: number,
): Promise<void> => {
  const overdueDays = today - company.days.indexOf(dueOn)
  await assessFee(company, customer, account, itemId, overdueDays, today)
  const { customerId } = customer
  const effectiveOn = company.days.on(today)
  const state = account.collections?.()
  const handedOver = state?.handedOver.has(itemId) ?? false
  if (overdueDays >= handOverAfterDays && !handedOver && state?.remindedItems.has(itemId) === true)
    await collect(
      company,
      customer,
      account,
      {
        type: 'HandOver',
        effectiveOn,
        customerId,
        currency: account.currency,
        changeId: changeId(nextId(customer, 'H')),
        itemId,
        agency: text('Balkan Inkasso'),
      },
      ['ItemIsDisputed'],
    )
  if (overdueDays >= writeOffAfterDays && handedOver)
    await giveUp(company, customer, account, itemId, today)
}
