import type { ChurnRule } from '../churn/index.ts'
import type { ReminderPolicySet } from '../collections/index.ts'
import type { RiskRule } from '../credit/index.ts'
import type { BehaviourRule } from '../customer/index.ts'
import type { SequencePolicy } from '../engagement/index.ts'
import type { LoyaltyRule } from '../loyalty/index.ts'
import type { Allocation, OnChargeback } from '../receivables/index.ts'
import type { MinorUnits, Text } from '../shared/index.ts'
import type { RetryPolicy } from '../subscription/index.ts'
import type { JurisdictionRules } from '../terms/index.ts'

/**
 * What a house has settled once and for all policies, as data. Null: the house does not do it.
 *
 * Terms, late-fee rules and prices stand in the orders, agreements and plans they were agreed in.
 */
export interface TradeRules {
  /** An order on credit that was not shipped so many days after its reservation frees it. */
  readonly reservationDays: number
  /** Whether an order stands on the terms it was placed on, or waits for the buyer to accept what was quoted. */
  readonly confirmOn: 'placed' | 'accepted'
  /** What a buyer is offered whose credit is refused. */
  readonly onCreditRefused: 'prepay' | 'cancel'
  readonly allocation: Allocation
  readonly reminders: ReminderPolicySet | null
  /** How a way of paying is judged, where reminders differ by it. */
  readonly behaviour: BehaviourRule | null
  /** The agency that gets what a step hands over. */
  readonly agency: Text | null
  readonly jurisdiction: JurisdictionRules | null
  /** Up to this sum a rule may propose and book a write-off; above it a person decides. */
  readonly writeOffLimitMinor: MinorUnits
  /** What is left of an item and no more than this is not worth a letter. */
  readonly smallBalanceMinor: MinorUnits
  readonly onChargeback: OnChargeback
  readonly retry: RetryPolicy | null
  readonly loyalty: LoyaltyRule | null
  readonly onboarding: SequencePolicy | null
  readonly risk: RiskRule | null
  readonly churn: ChurnRule | null
  /** A ticket about a payment pauses reminders for so many days at most; null: it does not. */
  readonly ticketPauseDays: number | null
  /** Where to pay, and the ways to pay, named on every invoice that a policy issues. */
  readonly payTo: { readonly account: Text; readonly methods: ReadonlyArray<Text> }
}
