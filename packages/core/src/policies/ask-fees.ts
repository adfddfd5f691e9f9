import * as E from 'fp-ts/lib/Either.js'
import {
  itemOf,
  receivablesRoom,
  type AssessLateFee,
  type Item,
  type Receivables,
  type ReceivablesEvent,
} from '../receivables/index.ts'
import { ascending, type CivilDate, type ItemId, type LateFeeRule } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { agreedFor, feeQuestion } from './fee-evidence.ts'
import { causedBy } from './ids.ts'
import type { Asked } from './policy.ts'
import { findItem, invoiceOfItem } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

type Assessed = Extract<ReceivablesEvent, { type: 'LateFeeAssessed' }>

/** A question, and the fees that the room would assess if it were asked; none where it would refuse. */
interface Question {
  readonly command: AssessLateFee
  readonly fees: ReadonlyArray<Assessed>
}

const questionFor = (
  dossier: Dossier,
  rules: TradeRules,
  itemId: ItemId,
  day: CivilDate,
): Question | undefined => {
  const found = findItem(dossier, itemId)
  if (found === undefined) return undefined
  const command = feeQuestion(dossier, rules, found, day)
  if (command.rules.length === 0 || found.account.charges.has(command.chargeId)) return undefined
  // Which fees are due is the room's own knowledge: it is asked, and only then told.
  const answer = receivablesRoom.decider.decide(command)(found.account)
  const fees = E.isLeft(answer)
    ? []
    : answer.right.flatMap((event) => (event.type === 'LateFeeAssessed' ? [event] : []))
  return fees.length === 0 ? undefined : { command, fees }
}

const ask = ({ command }: Question): Asked => ({
  room: 'receivables',
  key: causedBy('late fees', command.chargeId),
  command,
})

const withFee = (item: Item, fee: Assessed): Item => {
  const { ruleId, instalment, index: lastIndex, amountMinor, component, effectiveOn: on } = fee
  const isSame = (one: Item['fees'][number]): boolean =>
    one.ruleId === ruleId && one.instalment === instalment
  const soFarMinor = item.fees.find(isSame)?.amountMinor ?? 0
  const count = { ruleId, instalment, lastIndex, amountMinor: soFarMinor + amountMinor }
  return {
    ...item,
    feesMinor: item.feesMinor + (component === 'fees' ? amountMinor : 0),
    interestMinor: item.interestMinor + (component === 'interest' ? amountMinor : 0),
    room: [...item.room, { on, amountMinor }],
    fees: [...item.fees.filter((one) => !isSame(one)), count],
  }
}

/** The dossier as it will stand when a question was answered. */
const answered = (dossier: Dossier, { command, fees }: Question): Dossier => {
  const { itemId } = command
  const after = (account: Receivables): Receivables => {
    const item = itemOf(account, itemId)
    if (item === undefined) return account
    return { ...account, open: new Map(account.open).set(itemId, fees.reduce(withFee, item)) }
  }
  const receivables = new Map(
    [...dossier.states.receivables].map(([stream, account]) => [stream, after(account)] as const),
  )
  return { ...dossier, states: { ...dossier.states, receivables } }
}

/**
 * Asks for the fees of items that count together, in the order of the fees' days: what one item bears leaves
 * less under a common cap for the next, so the order may not depend on when somebody looks.
 */
const askInTurn = (
  dossier: Dossier,
  rules: TradeRules,
  itemIds: ReadonlyArray<ItemId>,
  day: CivilDate,
): ReadonlyArray<Asked> => {
  const asked: Asked[] = []
  for (let known = dossier; ;) {
    const questions = itemIds.flatMap((itemId) => {
      const question = questionFor(known, rules, itemId, day)
      const on = question?.fees[0]?.effectiveOn
      return question === undefined || on === undefined ? [] : [{ question, on }]
    })
    const [first, second] = questions.toSorted((a, b) => ascending(a.on, b.on))
    if (first === undefined) return asked
    const question =
      second === undefined
        ? first.question
        : questionFor(known, rules, first.question.command.itemId, first.on)
    if (question === undefined) return asked
    asked.push(ask(question))
    known = answered(known, question)
  }
}

const countsByOrder = ({ per, caps }: LateFeeRule): boolean =>
  per === 'order' || caps.percentOfOrderBasisPoints !== null || caps.absoluteMinor !== null

/** The order by which the fees of an item are counted; the item itself where they count by it alone. */
const countedBy = (dossier: Dossier, itemId: ItemId): string => {
  const alone = JSON.stringify(['item', itemId])
  const item = findItem(dossier, itemId)?.item
  const orderId = item === undefined ? null : (invoiceOfItem(dossier, item)?.orderId ?? null)
  if (item === undefined || orderId === null) return alone
  if (!agreedFor(dossier, item).rules.some(countsByOrder)) return alone
  return JSON.stringify(['order', orderId])
}

/** Asks for the fees that the agreed rules make due on items by a day, where there are any. */
export const askFees = (
  dossier: Dossier,
  rules: TradeRules,
  itemIds: ReadonlyArray<ItemId>,
  day: CivilDate,
): ReadonlyArray<Asked> => {
  const together = new Map<string, Array<ItemId>>()
  for (const itemId of itemIds) {
    const name = countedBy(dossier, itemId)
    const known = together.get(name)
    if (known === undefined) together.set(name, [itemId])
    else known.push(itemId)
  }
  return [...together.values()].flatMap((ids) => askInTurn(dossier, rules, ids, day))
}
