import {
  medianIntervalDays,
  verdictByContract,
  verdictByHabit,
  type AssessChurn,
  type ChurnRule,
  type ChurnStatus,
  type Contract,
} from '../churn/index.ts'
import { addDays, text, type CivilDate } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import { churnOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'
import { eachSubscription } from './subscriptions.ts'

const name = 'churn watch'

/** The days on which the customer bought, in order. An order that was cancelled is no purchase. */
const purchaseDays = ({ states }: Dossier, day: CivilDate): ReadonlyArray<CivilDate> => [
  ...new Set(
    [...states.order.values()]
      .flatMap(({ placed, ended }) => (placed === null || ended === 'cancelled' ? [] : placed.on))
      .filter((on) => on <= day)
      .toSorted(),
  ),
]

/**
 * The contracts that were more than a trial. Voluntary: the customer cancelled; not so: the renewal was not
 * paid, or the house ended it; null while it runs, and where nobody said.
 */
const contracts = (dossier: Dossier, day: CivilDate): ReadonlyArray<Contract> =>
  eachSubscription(dossier).flatMap(({ subscriptionId, subscription }) => {
    const { course, firstStartedOn, endsOn } = subscription
    if (course === null || firstStartedOn === null || firstStartedOn > day) return []
    const endedOn = endsOn !== null && endsOn <= day ? endsOn : null
    const voluntary = endedOn === null ? null : subscription.voluntary
    return [{ contractId: text(subscriptionId), startedOn: firstStartedOn, endedOn, voluntary }]
  })

interface Turn {
  readonly on: CivilDate
  readonly status: ChurnStatus
}

/** The days on which silence, or an end, turns into risk and then into a loss. */
const turnsOf = (rule: ChurnRule, dossier: Dossier, day: CivilDate): ReadonlyArray<Turn> => {
  if (rule.kind === 'habit') {
    const days = purchaseDays(dossier, day)
    const last = days.at(-1)
    if (last === undefined) return []
    const interval = medianIntervalDays(days, rule.floorDays)
    const after = (hundredths: number): CivilDate =>
      addDays(last, Math.floor((interval * hundredths) / 100) + 1)
    return [
      { on: after(rule.atRiskHundredths), status: 'atRisk' },
      { on: after(rule.churnedHundredths), status: 'churned' },
    ]
  }
  if (rule.kind !== 'contract') return []
  const known = contracts(dossier, day)
  const ends = known.flatMap(({ endedOn }) => endedOn ?? []).toSorted()
  const last = ends.at(-1)
  if (last === undefined || ends.length < known.length) return []
  return [
    { on: last, status: 'atRisk' },
    { on: addDays(last, rule.graceDays + 1), status: 'churned' },
  ]
}

const knownOf = (rule: ChurnRule, dossier: Dossier, on: CivilDate): AssessChurn['known'] | null => {
  if (rule.kind === 'habit') return { kind: 'purchases', purchaseDays: purchaseDays(dossier, on) }
  return rule.kind === 'contract' ? { kind: 'contracts', contracts: contracts(dossier, on) } : null
}

/** What the rule says on a day; undefined where it has no say. */
const statusOn = (rule: ChurnRule, dossier: Dossier, on: CivilDate): ChurnStatus | undefined => {
  if (rule.kind === 'habit') return verdictByHabit(rule, purchaseDays(dossier, on), on)?.status
  if (rule.kind !== 'contract') return undefined
  return verdictByContract(rule, contracts(dossier, on), on)?.status
}

const assess = (
  on: CivilDate,
  dossier: Dossier,
  { churn: rule }: TradeRules,
): ReadonlyArray<Asked> => {
  const known = rule === null ? null : knownOf(rule, dossier, on)
  if (rule === null || known === null) return []
  const before = churnOf(dossier)
  const isOld = before?.since != null && on <= before.since
  const status = statusOn(rule, dossier, on)
  if (isOld || status === undefined || status === (before?.status ?? 'active')) return []
  const about = { effectiveOn: on, customerId: dossier.customerId }
  const key = causedBy(name, rule.ruleId, rule.version, dossier.customerId, on)
  return [{ room: 'churn', key, command: { type: 'AssessChurn', ...about, rule, known } }]
}

/** What became due by a day: each turn on its own day, however late somebody looks. */
const due = (day: CivilDate, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> =>
  rules.churn === null
    ? []
    : turnsOf(rules.churn, dossier, day)
        .filter(({ on }, index, turns) => on <= day && turns[index + 1]?.on !== on)
        .flatMap(({ on, status }) => {
          const standing = churnOf(dossier)?.status ?? 'active'
          return standing === status || standing === 'churned' ? [] : assess(on, dossier, rules)
        })

/**
 * Sees on which day a customer falls silent against their own habit, or a contract is over with its grace, and
 * on which day somebody comes back.
 *
 * Shape: a customer is assessed on the day on which the verdict turns, not every day; the verdict is effective
 * on that day. A rule by probability is for whoever has the model. Source: domain 3.2, Churn.
 */
export const churnWatch: Policy = {
  name,
  react: ({ event }, dossier, rules) => {
    switch (event.type) {
      case 'OrderPlaced':
      case 'SubscriptionStarted':
      case 'TrialConverted':
      case 'SubscriptionReactivated':
        return (churnOf(dossier)?.status ?? 'active') === 'active'
          ? []
          : assess(event.effectiveOn, dossier, rules)
      default:
        return []
    }
  },
  due,
  next: (day, dossier, rules) =>
    rules.churn === null
      ? null
      : (turnsOf(rules.churn, dossier, day)
          .map(({ on }) => on)
          .filter((on) => on > day)
          .toSorted()[0] ?? null),
}
