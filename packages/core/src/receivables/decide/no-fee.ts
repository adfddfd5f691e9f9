import { noFeeCaps, type CivilDate, type LateFeeRule } from '../../shared/index.ts'
import { feeDay } from '../../terms/index.ts'
import { inDueOrder } from '../instalment-balances.ts'
import type { AssessLateFee, Span } from '../item-commands.ts'
import { openMinor, type Item } from '../item.ts'
import type { ReceivablesRejection } from '../rejections.ts'
import { feesDue } from './fee-question.ts'

const isWithin = ({ from, until }: Span, day: CivilDate): boolean =>
  from <= day && (until === null || day <= until)

/** The day of the rule's first fee that lies after the day of asking; undefined where all were had. */
const nextDay = (rule: LateFeeRule, command: AssessLateFee, item: Item) => {
  const { graceDays, effectiveOn } = command
  const had = item.fees.filter(({ ruleId }) => ruleId === rule.ruleId)
  const most = rule.repeatEveryDays === null ? 1 : (rule.maxTimes ?? Infinity)
  const dueOn = inDueOrder(item.schedule)[0]?.dueOn ?? null
  let index = Math.max(0, ...had.map((one) => one.lastIndex)) + 1
  if (dueOn === null) return index > most ? undefined : null
  while (index <= most && feeDay(rule, graceDays, dueOn, index) <= effectiveOn) index += 1
  return index > most ? undefined : feeDay(rule, graceDays, dueOn, index)
}

/** Why no fee is due: fees are paused, all were had, nothing is open, or the day has not come. */
export const noFeeDue = (command: AssessLateFee, item: Item): ReceivablesRejection => {
  const { itemId, rules, pauses, effectiveOn } = command
  const pause = pauses.find((one) => isWithin(one, effectiveOn))
  if (pause !== undefined) return { type: 'FeesArePaused', itemId, until: pause.until }
  const uncapped = rules.map((rule) => ({ ...rule, caps: noFeeCaps }))
  const withoutCaps = feesDue({ ...command, rules: uncapped, jurisdiction: null }, item)
  const days = rules.flatMap((rule) => nextDay(rule, command, item) ?? [])
  const exhausted = rules.every((rule) => nextDay(rule, command, item) === undefined)
  if (withoutCaps.length > 0 || exhausted) return { type: 'FeeCapReached', itemId }
  if (openMinor(item) === 0) return { type: 'NothingOpen', itemId }
  return { type: 'NotYetLate', itemId, dueFrom: days.toSorted()[0] ?? null }
}
