import * as t from 'io-ts'
import { BasisPoints, CivilDate, MinorUnits, Whole } from '../shared/index.ts'

/** What a debt is made of: charges from elsewhere, late fees, interest, and what was sold. */
export const Component = t.keyof({ costs: null, fees: null, interest: null, principal: null })
export type Component = t.TypeOf<typeof Component>

/** How one amount of money falls on the components of an item. Σ = the amount. */
export const ComponentSplit = t.strict({
  costsMinor: MinorUnits,
  feesMinor: MinorUnits,
  interestMinor: MinorUnits,
  principalMinor: MinorUnits,
})
export type ComponentSplit = t.TypeOf<typeof ComponentSplit>

/**
 * A discount agreed for who pays an instalment early, dated: `basisPoints` of what is eligible, for cash
 * that is received on `untilOn` at the latest.
 */
export const EarlyPayOffer = t.strict({
  instalment: Whole,
  untilOn: CivilDate,
  basisPoints: BasisPoints,
  /** What of the instalment the discount is reckoned from. */
  eligibleMinor: MinorUnits,
})
export type EarlyPayOffer = t.TypeOf<typeof EarlyPayOffer>

/** By which rule money found its item. `receipt` where the payer or the item named it. */
export const AllocatedBy = t.keyof({
  named: null,
  oldestDue: null,
  oldestIssued: null,
  largest: null,
  currentFirst: null,
  /** A credit note was set against the item that it corrects. */
  own: null,
  /** Cash that its payer had named for the item before there was room. */
  earmark: null,
  /** What was left of earlier money was used, the oldest first. */
  balance: null,
  /** A chargeback was won: the cash pays what it had paid. */
  restored: null,
})
export type AllocatedBy = t.TypeOf<typeof AllocatedBy>

/** What becomes of the items that a payment had paid when it is charged back. */
export const OnChargeback = t.keyof({ reopen: null, writeOff: null })
export type OnChargeback = t.TypeOf<typeof OnChargeback>

/** Who bears the loss of a receivable that was passed to a partner: nobody but them, us, or by conditions. */
export const Recourse = t.keyof({ none: null, conditional: null, full: null })
export type Recourse = t.TypeOf<typeof Recourse>
