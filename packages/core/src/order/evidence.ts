import type { AgreementId, CivilDate, MinorUnits, Text } from '../shared/index.ts'

// What a rule of this room needs from elsewhere comes in the command, as plain values.

/** How an order's credit is answered for: by money, by a reservation, by somebody who may decide. */
export interface CreditEvidence {
  /** Received for this order so far. */
  readonly paidMinor: MinorUnits
  /** Reserved for this order on the customer's credit account. */
  readonly reservedMinor: MinorUnits
  /** Until when the credit decision holds, the day included; null where none was taken. */
  readonly validUntil: CivilDate | null
  readonly override: {
    readonly by: Text
    readonly reason: Text
    readonly until: CivilDate
  } | null
}

/** The customer's account is held: fraud is suspected, or debts are. */
export interface Hold {
  readonly since: CivilDate
  readonly reason: Text
}

/** Whether an agreement is needed, and which one is signed. */
export interface Agreed {
  /** From this total on an agreement must be signed; null where no order needs one. */
  readonly thresholdMinor: MinorUnits | null
  /** The signed agreement in force; null where there is none. */
  readonly agreementId: AgreementId | null
}

/** What must have been shown before this order is confirmed, and what was: references, deeds, verified data. */
export interface Checklist {
  readonly required: ReadonlyArray<Text>
  readonly provided: ReadonlyArray<Text>
}
