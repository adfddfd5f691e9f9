import { isOpen, type Company } from './company.ts'
import type { Customer } from './customer.ts'
import { draw, paperLag } from './lags.ts'
import { planClosing } from './departing.ts'
import { place } from './placing.ts'

/** The customer orders on a day; a paper of the sales force reaches the house some days later. */
export const planOrder = (company: Company, customer: Customer, placedOn: number): void =>
  company.agenda.learn(placedOn + draw(customer.random, paperLag), placedOn, async (today) => {
    await place(company, customer, placedOn)
    if (!isOpen(company, today)) return
    planNext(company, customer, today)
  })

/** The habit, or the silence after which some come back. */
const planNext = (company: Company, customer: Customer, today: number): void => {
  const { random, segment } = customer
  if (!random.chance(segment.driftPermille))
    return planOrder(company, customer, today + random.between(...segment.interval))
  if (random.chance(segment.returnPermille))
    return planOrder(company, customer, today + random.between(150, 330))
  if (random.chance(60)) planClosing(company, customer, today + random.between(5, 60))
}
