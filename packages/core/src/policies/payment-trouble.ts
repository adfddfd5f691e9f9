import { grossOpenMinor } from '../receivables/index.ts'
import type { Ticket } from '../support/index.ts'
import {
  addDays,
  text,
  ticketId,
  type ChangeId,
  type CivilDate,
  type Currency,
  type TicketId,
} from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import { collectionsOf, currenciesOf, receivablesOf, ticketOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

const name = 'payment trouble'
const category = 'support-'

/** The pause that a ticket asks for, named after its newest opening. */
const pauseFor = (id: TicketId, { openedOn }: Ticket, currency: Currency): ChangeId =>
  causedBy(name, id, openedOn ?? '', currency)

interface Wanted {
  readonly id: TicketId
  readonly ticket: Ticket
  readonly currency: Currency
  readonly untilOn: CivilDate
}

/** What should rest on a day and does not: debts of a customer whose ticket about paying is open. */
const wanted = (
  day: CivilDate,
  dossier: Dossier,
  { ticketPauseDays }: TradeRules,
): ReadonlyArray<Wanted> => {
  if (ticketPauseDays === null) return []
  return [...dossier.states.support].flatMap(([stream, ticket]) => {
    const { opened, status, openedOn } = ticket
    if (opened?.topic !== 'paymentTrouble' || status === 'closed' || openedOn === null) return []
    const untilOn = addDays(openedOn, ticketPauseDays)
    if (untilOn < day) return []
    const id = ticketId(stream.slice(category.length))
    return currenciesOf(dossier).flatMap((currency) => {
      const account = receivablesOf(dossier, currency)
      const isOwing = account !== undefined && grossOpenMinor(account) > 0
      const pauseId = pauseFor(id, ticket, currency)
      const isPaused = collectionsOf(dossier, currency)?.changes.has(pauseId) === true
      return isOwing && !isPaused ? [{ id, ticket, currency, untilOn }] : []
    })
  })
}

/** Ends what of a closed ticket's pause still runs. */
const resume = (
  dossier: Dossier,
  on: CivilDate,
  id: TicketId,
  closing: ChangeId,
): ReadonlyArray<Asked> => {
  const ticket = ticketOf(dossier, id)
  if (ticket?.status !== 'closed') return []
  return currenciesOf(dossier).flatMap((currency): ReadonlyArray<Asked> => {
    const pauseId = pauseFor(id, ticket, currency)
    const span = collectionsOf(dossier, currency)?.pauses.get(pauseId)
    if (span === undefined || span.endedOn !== null) return []
    if (span.untilOn !== null && span.untilOn < on) return []
    const about = { effectiveOn: on, customerId: dossier.customerId, currency, pauseId }
    const command = { type: 'ResumeDunning', ...about } as const
    return [{ room: 'collections', key: causedBy(name, 'end', pauseId, closing), command }]
  })
}

/**
 * Who asks for help with paying is not reminded meanwhile: for a bounded time, or until the ticket is closed.
 *
 * Shape: the pause begins with the next look, which comes before that look's reminders.
 * Source: domain 3.3, policy 13; row 1-34.
 */
export const paymentTrouble: Policy = {
  name,
  react: ({ event }, dossier) =>
    event.type === 'TicketClosed'
      ? resume(dossier, event.effectiveOn, event.ticketId, event.changeId)
      : [],
  due: (day, dossier, rules) =>
    wanted(day, dossier, rules).map(({ id, ticket, currency, untilOn }) => {
      const changeId = pauseFor(id, ticket, currency)
      const about = { effectiveOn: day, customerId: dossier.customerId, currency, changeId }
      const bounds = { untilOn, maxDays: rules.ticketPauseDays ?? 0 }
      const why = { reason: text(name), ticket: text(id) }
      const command = { type: 'PauseDunning', ...about, ...bounds, ...why } as const
      return { room: 'collections', key: changeId, command }
    }),
  next: (day, dossier, rules) =>
    wanted(addDays(day, 1), dossier, rules).length > 0 ? addDays(day, 1) : null,
}
