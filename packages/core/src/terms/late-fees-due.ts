import {
  ascending,
  daysBetween,
  sumMinor,
  type CivilDate,
  type LateFeeRule,
  type Text,
} from '../shared/index.ts'
import { feeAmount } from './fee-amount.ts'
import { roomUnder } from './fee-caps.ts'
import { clampRule, type JurisdictionRules } from './jurisdiction.ts'
import { countedFrom, feeDay, feeNumbers } from './late-fee-days.ts'
import { openBefore, spansOf, undisputed, type PrincipalPart } from './principal.ts'
import { isInBand } from './terms-options.ts'

/** The fees of one rule so far, on the item as a whole (instalment null) or on one instalment. */
export interface AssessedFees {
  readonly ruleId: Text
  readonly instalment: number | null
  /** The highest fee number assessed, waived ones too. */
  readonly lastIndex: number
  /** What they came to together. */
  readonly amountMinor: number
}

export interface LateFeeQuestion {
  readonly rules: ReadonlyArray<LateFeeRule>
  readonly graceDays: number
  readonly parts: ReadonlyArray<PrincipalPart>
  readonly feesSoFar: ReadonlyArray<AssessedFees>
  /** Late fees on the other items of the same order. */
  readonly feesElsewhereMinor: number
  /** Late fees on the item that are not paid: part of the base where a rule takes the balance. */
  readonly openFeesMinor: number
  readonly orderTotalMinor: number
  readonly disputedMinor: number
  readonly jurisdiction: JurisdictionRules | null
  /** Days on which no fee falls due, the last included; a fee of such a day keeps its number unasked. */
  readonly pauses: ReadonlyArray<{ readonly from: CivilDate; readonly until: CivilDate | null }>
  readonly asOf: CivilDate
}

/** A fee whose day has come. Rule, instalment and index name it; the rest follows from them. */
export interface DueLateFee {
  readonly ruleId: Text
  readonly version: number
  /** Null where the rule counts the item or the order as one. */
  readonly instalment: number | null
  readonly index: number
  readonly amountMinor: number
  readonly dueFrom: CivilDate
}

interface Candidate {
  readonly rule: LateFeeRule
  readonly parts: ReadonlyArray<PrincipalPart>
  readonly instalment: number | null
  readonly index: number
  /** The due day, or the day of the fee before. */
  readonly after: CivilDate
  readonly dueFrom: CivilDate
}

const scopesOf = (
  rule: LateFeeRule,
  parts: ReadonlyArray<PrincipalPart>,
): ReadonlyArray<Pick<Candidate, 'parts' | 'instalment'>> =>
  rule.per === 'instalment'
    ? parts.map((part) => ({ parts: [part], instalment: part.instalment }))
    : [{ parts, instalment: null }]

const isPaused = (pauses: LateFeeQuestion['pauses'], day: CivilDate): boolean =>
  pauses.some(({ from, until }) => from <= day && (until === null || day <= until))

const candidatesOf = (
  rule: LateFeeRule,
  parts: ReadonlyArray<PrincipalPart>,
  { graceDays, asOf, feesSoFar, pauses }: LateFeeQuestion,
): ReadonlyArray<Candidate> =>
  scopesOf(rule, parts).flatMap((scope) => {
    const dueOn = countedFrom(rule, graceDays, scope.parts)
    if (dueOn === null) return []
    const { lastIndex = 0 } =
      feesSoFar.find(
        (fees) => fees.ruleId === rule.ruleId && fees.instalment === scope.instalment,
      ) ?? {}
    return feeNumbers(rule, graceDays, dueOn, asOf, lastIndex)
      .map((index) => ({
        ...scope,
        rule,
        index,
        after: index === 1 ? dueOn : feeDay(rule, graceDays, dueOn, index - 1),
        dueFrom: feeDay(rule, graceDays, dueOn, index),
      }))
      .filter(({ dueFrom }) => !isPaused(pauses, dueFrom))
  })

/** What a fee comes to before caps: nothing where nothing is overdue on its day. */
const amountOf = (candidate: Candidate, graceDays: number, openFeesMinor: number): number => {
  const { rule, parts, index, after, dueFrom } = candidate
  const overdue = parts.filter(
    ({ dueOn }) => dueOn !== null && daysBetween(dueOn, dueFrom) > graceDays,
  )
  const spans = overdue.flatMap((part) => spansOf(part, after, dueFrom))
  const openMinor = sumMinor(overdue.map((part) => openBefore(part, dueFrom)))
  // Interest is owed for the days until the payment, though nothing is open on the fee's day.
  const isOwed = rule.fee.kind === 'dailyInterest' ? spans.length > 0 : openMinor > 0
  if (!isOwed) return 0
  const feesMinor = rule.base === 'balance' ? openFeesMinor : 0
  const onFees = { after, to: dueFrom, principalMinor: feesMinor }
  return feeAmount(rule, {
    baseMinor: openMinor + feesMinor,
    index,
    after,
    on: dueFrom,
    spans: [...spans, onFees],
  })
}

/**
 * The late fees whose day has come by `asOf` and which are not assessed yet, in the order of their days.
 *
 * Units: minor units; days. Fee number n of a rule is due from the due day + grace + `afterDays` (at least
 * one) + (n - 1) × `repeatEveryDays`; its base is what was open when that day began, without late fees
 * unless the rule takes the balance, and without what is disputed. So the answer depends on dates and on
 * what was open, not on how often one asks: asked each hour or once a year, the same fees come of it.
 * Shape: a fee that comes to nothing, or for which no cap leaves room, is left out; a cap cuts the fee that
 * would pass it; a paused day's fee takes no room. Of two rules due on a day the earlier in the list
 * goes first.
 * Source: domain 3.1, edge cases 47 to 49 and 59, invariants 13 and 14.
 */
export const lateFeesDue = (question: LateFeeQuestion): ReadonlyArray<DueLateFee> => {
  const { graceDays, jurisdiction, orderTotalMinor, feesSoFar } = question
  const parts = undisputed(question.parts, question.disputedMinor)
  const candidates = question.rules
    .map((rule) => (jurisdiction === null ? rule : clampRule(rule, graceDays, jurisdiction)))
    .filter(({ orderBand }) => orderBand === null || isInBand(orderBand, orderTotalMinor))
    .flatMap((rule) => candidatesOf(rule, parts, question))
    .toSorted((a, b) => ascending(a.dueFrom, b.dueFrom))
  const fees: DueLateFee[] = []
  let itemMinor = sumMinor(feesSoFar.map(({ amountMinor }) => amountMinor))
  let { openFeesMinor } = question
  for (const candidate of candidates) {
    const { rule, instalment, index, dueFrom } = candidate
    const wanted = amountOf(candidate, graceDays, openFeesMinor)
    const orderMinor = itemMinor + question.feesElsewhereMinor
    const amountMinor = Math.min(
      wanted,
      roomUnder(rule.caps, orderTotalMinor, { itemMinor, orderMinor }),
    )
    if (amountMinor === 0) continue
    itemMinor += amountMinor
    openFeesMinor += amountMinor
    const { ruleId, version } = rule
    fees.push({ ruleId, version, instalment, index, amountMinor, dueFrom })
  }
  return fees
}
