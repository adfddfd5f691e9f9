import type { Draft } from 'immer'
import {
  copyData,
  unreachable,
  type ChangeId,
  type CivilDate,
  type Currency,
  type CustomerId,
  type ItemId,
  type OrderId,
} from '../shared/index.ts'
import type { FinancingEvent } from './events.ts'
import type { PartnerTerms, RecourseReason } from './partner.ts'
import { wordsOfApplication, wordsOfEvent } from './words.ts'

/** What a partner takes over of one order, what it paid for it, and what it gave back. */
export interface Financing {
  readonly owner: { readonly customerId: CustomerId | null; readonly currency: Currency } | null
  /** The terms applied for or made over under, whichever came first. */
  readonly terms: PartnerTerms | null
  readonly application: Application | null
  readonly decided: { readonly outcome: 'approved' | 'declined'; readonly on: CivilDate } | null
  readonly assignments: ReadonlyMap<ItemId, Assignment>
  readonly assignedMinor: number
  /** Σ fees that the assignments agreed on, and Σ that the partner kept so far. */
  readonly agreedFeeMinor: number
  readonly takenFeeMinor: number
  /** Σ gross that the partner paid for, fees included. */
  readonly settledMinor: number
  readonly returnedMinor: number
  readonly requests: ReadonlyMap<ChangeId, EvidenceRequest>
  /** What each change said, in a few words. */
  readonly changes: ReadonlyMap<ChangeId, string>
}
export interface Application {
  readonly on: CivilDate
  readonly orderId: OrderId
  readonly amountMinor: number
  readonly words: string
}
export interface Assignment {
  readonly on: CivilDate
  readonly amountMinor: number
  readonly returnedMinor: number
  readonly originalDueOn: CivilDate | null
}
export interface EvidenceRequest {
  readonly on: CivilDate
  readonly about: RecourseReason
  readonly answerBy: CivilDate
  readonly answered: boolean
}

export const initial = (): Financing => ({
  owner: null,
  terms: null,
  application: null,
  decided: null,
  assignments: new Map(),
  assignedMinor: 0,
  agreedFeeMinor: 0,
  takenFeeMinor: 0,
  settledMinor: 0,
  returnedMinor: 0,
  requests: new Map(),
  changes: new Map(),
})

type State = Draft<Financing>
type Of<T extends FinancingEvent['type']> = Extract<FinancingEvent, { type: T }>

const applicationOf = (event: Of<'FinancingApplied'>): Application => {
  const { effectiveOn: on, orderId, amountMinor } = event
  return { on, orderId, amountMinor, words: wordsOfApplication(event) }
}

const assign = (state: State, event: Of<'FinancingAssigned'>): void => {
  const { itemId, amountMinor, originalDueOn, effectiveOn: on } = event
  state.terms ??= copyData(event.terms)
  state.assignments.set(itemId, { on, amountMinor, returnedMinor: 0, originalDueOn })
  state.assignedMinor += amountMinor
  state.agreedFeeMinor += event.feeMinor
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (state: State, event: FinancingEvent): void => {
  const { customerId, currency, effectiveOn: on } = event
  state.owner ??= { customerId, currency }
  if ('changeId' in event && !state.changes.has(event.changeId))
    state.changes.set(event.changeId, wordsOfEvent(event))
  switch (event.type) {
    case 'FinancingApplied':
      state.terms ??= copyData(event.terms)
      state.application ??= applicationOf(event)
      return
    case 'FinancingApproved':
      state.decided ??= { outcome: 'approved', on }
      return
    case 'FinancingDeclined':
      state.decided ??= { outcome: 'declined', on }
      return
    case 'FinancingAssigned':
      return assign(state, event)
    case 'FinancingSettled':
      state.settledMinor += event.grossMinor
      state.takenFeeMinor += event.feeMinor
      return
    case 'EvidenceRequested': {
      const { about, answerBy } = event
      state.requests.set(event.changeId, { on, about, answerBy, answered: false })
      return
    }
    case 'EvidenceProvided': {
      const request = state.requests.get(event.requestId)
      if (request !== undefined) request.answered = true
      return
    }
    case 'RecourseTaken': {
      const assignment = state.assignments.get(event.itemId)
      if (assignment !== undefined) assignment.returnedMinor += event.amountMinor
      state.returnedMinor += event.amountMinor
      return
    }
    default:
      return unreachable(event)
  }
}

/**
 * What the partner still owes the house: what was made over, less its fee, less what it paid and gave back.
 * Below zero where it gave back more than it still owes: the house owes that to the partner.
 */
export const partnerOwesMinor = (state: Financing): number => {
  const feeLeft = Math.max(0, state.agreedFeeMinor - state.takenFeeMinor)
  return state.assignedMinor - state.settledMinor - feeLeft - state.returnedMinor
}

/** What of an item is with the partner. */
export const withPartnerMinor = ({ assignments }: Financing, itemId: ItemId): number => {
  const assignment = assignments.get(itemId)
  return assignment === undefined ? 0 : assignment.amountMinor - assignment.returnedMinor
}
