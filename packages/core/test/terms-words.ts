import {
  civilDate,
  minorUnits,
  noAnchorDays,
  noFeeCaps,
  text,
  type AnchorDays,
  type CivilDate,
  type LateFeeRule,
} from '../src/shared/index.ts'

import type { LateFeeQuestion, PrincipalPart } from '../src/terms/index.ts'

export const day = (written: string): CivilDate => civilDate(written)

/** Anchor days from the few that are known. */
export const known = (days: Partial<AnchorDays>): AnchorDays => ({ ...noAnchorDays, ...days })

/** A part that is open by the same amount all the time. */
export const open = (
  instalment: number,
  dueOn: string | null,
  openMinor: number,
): PrincipalPart => ({
  instalment,
  dueOn: dueOn === null ? null : civilDate(dueOn),
  opens: [{ on: civilDate('2026-01-01'), openMinor }],
})

/** A part that was paid, or grew, on certain days. */
export const changing = (
  instalment: number,
  dueOn: string,
  ...opens: ReadonlyArray<readonly [on: string, openMinor: number]>
): PrincipalPart => ({
  instalment,
  dueOn: civilDate(dueOn),
  opens: opens.map(([on, openMinor]) => ({ on: civilDate(on), openMinor })),
})

/** A flat fee of 10.00 on the invoice, the day after the due day, once. */
export const tenOnce: LateFeeRule = {
  ruleId: text('ten'),
  version: 1,
  orderBand: null,
  afterDays: 1,
  fee: { kind: 'flat', amountMinor: minorUnits(1000) },
  per: 'invoice',
  base: 'principalOnly',
  minMinor: minorUnits(0),
  repeatEveryDays: null,
  maxTimes: 1,
  caps: noFeeCaps,
  rounding: 'halfUp',
}

/** A question about one item of 100.00, due on 31 January 2026 and never paid. */
export const question = (asked: Partial<LateFeeQuestion>): LateFeeQuestion => ({
  rules: [tenOnce],
  graceDays: 0,
  parts: [open(1, '2026-01-31', 10_000)],
  feesSoFar: [],
  feesElsewhereMinor: 0,
  openFeesMinor: 0,
  orderTotalMinor: 10_000,
  disputedMinor: 0,
  jurisdiction: null,
  pauses: [],
  asOf: civilDate('2026-12-31'),
  ...asked,
})

/** Days, amounts and numbers of fees, to be read at a glance. */
export const told = (
  fees: ReadonlyArray<{
    readonly dueFrom: string
    readonly amountMinor: number
    readonly index: number
    readonly instalment: number | null
  }>,
): ReadonlyArray<string> =>
  fees.map(
    ({ dueFrom, amountMinor, index, instalment }) =>
      `${dueFrom} ${amountMinor} #${index}${instalment === null ? '' : ` of ${instalment}`}`,
  )
