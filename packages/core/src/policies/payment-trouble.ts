import { grossOpenMinor } from '../receivables/index.ts'
import { addDays, text, type ChangeId, type CivilDate, type TicketId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import { collectionsOf, currenciesOf, receivablesOf } from './read-dossier.ts'

const name = 'payment trouble'

/** Lets reminders rest while somebody helps, for so many days at most. */
const pause = (
  dossier: Dossier,
  on: CivilDate,
  ticketId: TicketId,
  step: ChangeId,
  maxDays: number,
): ReadonlyArray<Asked> =>
  currenciesOf(dossier).flatMap((currency): ReadonlyArray<Asked> => {
    const account = receivablesOf(dossier, currency)
    const changeId = causedBy(name, ticketId, step, currency)
    const isKnown = collectionsOf(dossier, currency)?.changes.has(changeId) === true
    if (isKnown || account === undefined || grossOpenMinor(account) === 0) return []
    const about = { effectiveOn: on, customerId: dossier.customerId, currency, changeId }
    const bounds = { untilOn: addDays(on, maxDays), maxDays }
    const why = { reason: text('payment trouble'), ticket: text(ticketId) }
    const command = { type: 'PauseDunning', ...about, ...bounds, ...why } as const
    return [{ room: 'collections', key: changeId, command }]
  })

/** Ends what of the ticket's pauses still runs. */
const resume = (
  dossier: Dossier,
  on: CivilDate,
  ticketId: TicketId,
  closing: ChangeId,
): ReadonlyArray<Asked> => {
  const steps = [...(dossier.states.support.get(`support-${ticketId}`)?.steps.keys() ?? [])]
  return currenciesOf(dossier).flatMap((currency) =>
    steps.flatMap((step): ReadonlyArray<Asked> => {
      const pauseId = causedBy(name, ticketId, step, currency)
      const span = collectionsOf(dossier, currency)?.pauses.get(pauseId)
      if (span === undefined || span.endedOn !== null) return []
      if (span.untilOn !== null && span.untilOn < on) return []
      const about = { effectiveOn: on, customerId: dossier.customerId, currency, pauseId }
      const command = { type: 'ResumeDunning', ...about } as const
      return [{ room: 'collections', key: causedBy(name, 'end', pauseId, closing), command }]
    }),
  )
}

/**
 * Who asks for help with paying is not reminded meanwhile: for a bounded time, or until the ticket is closed.
 *
 * Source: domain 3.3, policy 13; row 1-34.
 */
export const paymentTrouble: Policy = {
  name,
  react: ({ event }, dossier, { ticketPauseDays }) => {
    if (ticketPauseDays === null) return []
    switch (event.type) {
      case 'TicketOpened':
      case 'TicketReopened': {
        if (event.topic !== 'paymentTrouble') return []
        const { effectiveOn, ticketId, changeId } = event
        return pause(dossier, effectiveOn, ticketId, changeId, ticketPauseDays)
      }
      case 'TicketClosed':
        return resume(dossier, event.effectiveOn, event.ticketId, event.changeId)
      default:
        return []
    }
  },
}
