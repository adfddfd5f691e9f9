import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { financingCommand, partnerTerms } from '@tenure/testing/arbitraries'
import {
  financingRoom,
  ineligibility,
  partnerFeeMinor,
  selectPartner,
  type Financing,
  type FinancingEvent,
} from '../src/financing/index.ts'
import { currency } from '../src/shared/index.ts'

type Told = Invariant<Financing, FinancingEvent>

const settlesWhatItHas: Told = {
  title: 'settles no more than was made over, and splits every amount into net and fee',
  holds: ({ settledMinor, assignedMinor }, history) =>
    settledMinor <= assignedMinor &&
    history.every((event) => {
      if (event.type === 'FinancingAssigned')
        return event.netMinor + event.feeMinor === event.amountMinor
      if (event.type === 'FinancingSettled')
        return event.netMinor + event.feeMinor === event.grossMinor
      return true
    }),
}

const givesBackWhatItGot: Told = {
  title: 'takes back no more of an item than was made over',
  holds: ({ assignments, assignedMinor, returnedMinor }) => {
    const all = [...assignments.values()]
    return (
      all.every((each) => each.returnedMinor <= each.amountMinor) &&
      all.reduce((sum, each) => sum + each.amountMinor, 0) === assignedMinor &&
      all.reduce((sum, each) => sum + each.returnedMinor, 0) === returnedMinor
    )
  },
}

const dealsWithOne: Told = {
  title: 'deals with one partner, for one customer, in one currency',
  holds: (_, history) =>
    history.every(
      ({ partnerId, customerId, currency: code }) =>
        partnerId === history[0]?.partnerId &&
        customerId === history[0]?.customerId &&
        code === history[0]?.currency,
    ),
}

const answersInTime: Told = {
  title: 'takes no evidence after its last day',
  holds: (_, history) =>
    history.every((event) => {
      if (event.type !== 'EvidenceProvided') return true
      const request = history.find(
        (before) => before.type === 'EvidenceRequested' && before.changeId === event.requestId,
      )
      return request?.type === 'EvidenceRequested' && event.effectiveOn <= request.answerBy
    }),
}

describe('the financing room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: financingRoom,
    command: financingCommand,
    numRuns: runs(100),
    maxCommands: 60,
    invariants: [settlesWhatItHas, givesBackWhatItGot, dealsWithOne, answersInTime],
  })
  for (const law of laws) it(law.title, law.check)
})

describe('the choice of a partner', () => {
  it('never falls on one whose limit, least amount, currency or fee does not fit, nor on a dearer one [0-07]', () => {
    fc.assert(
      fc.property(
        fc.array(partnerTerms, { maxLength: 5 }),
        fc.integer({ min: 1, max: 1100 }),
        (partners, amountMinor) => {
          const financed = { amountMinor, currency: currency('EUR') }
          const chosen = selectPartner(partners, financed)
          const fitting = partners.filter(
            (terms) =>
              terms.currency === 'EUR' &&
              terms.minAmountMinor <= amountMinor &&
              amountMinor <= terms.limitMinor &&
              partnerFeeMinor(terms, amountMinor) < amountMinor,
          )
          expect(chosen === undefined).toBe(fitting.length === 0)
          if (chosen === undefined) return
          expect(ineligibility(chosen, financed)).toBe(undefined)
          expect(fitting).toContain(chosen)
          expect(partnerFeeMinor(chosen, amountMinor)).toBe(
            Math.min(...fitting.map((terms) => partnerFeeMinor(terms, amountMinor))),
          )
        },
      ),
      { numRuns: runs(200) },
    )
  })
})
