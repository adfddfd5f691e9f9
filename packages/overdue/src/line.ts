import type { ItemKind } from '@tenure/core/receivables'
import type { CivilDate, Dated, DisputeId } from '@tenure/core/shared'
import type { Draft } from 'immer'

/** One instalment as the facts so far tell it. Its day is replaced by later facts; its amount adds up. */
export interface LineInstalment {
  readonly instalment: number
  readonly amountMinor: number
  readonly due: Dated<CivilDate | null>
}

/** A contested part: the amount raised less the amount resolved, since when. */
export interface DisputeMark {
  readonly disputeId: DisputeId
  readonly amountMinor: number
  readonly since: CivilDate
}

/**
 * One item of an account, made by whichever event names it first. Every sum is signed: in a cut history
 * each may be anything. Lists are short: a line has few instalments and fewer disputes.
 */
export interface Line {
  /** Null until the event that opened it was seen. */
  readonly kind: ItemKind | null
  readonly openedOn: CivilDate | null
  readonly openedMinor: number
  readonly instalments: ReadonlyArray<LineInstalment>
  /** Charges and late fees, less what was waived. */
  readonly chargedMinor: number
  readonly paidMinor: number
  readonly creditedMinor: number
  /** Early discounts taken, less those withdrawn. */
  readonly discountedMinor: number
  /** Written off, less what was recovered. */
  readonly writtenOffMinor: number
  /** Passed to a financing partner, less what came back. */
  readonly assignedMinor: number
  /** The earliest day that a charge or a reopening brought along. */
  readonly fallbackDueOn: CivilDate | null
  readonly disputes: ReadonlyArray<DisputeMark>
  readonly handedOverOn: CivilDate | null
}

export const newLine = (): Draft<Line> => ({
  kind: null,
  openedOn: null,
  openedMinor: 0,
  instalments: [],
  chargedMinor: 0,
  paidMinor: 0,
  creditedMinor: 0,
  discountedMinor: 0,
  writtenOffMinor: 0,
  assignedMinor: 0,
  fallbackDueOn: null,
  disputes: [],
  handedOverOn: null,
})
