import { itemDueOn, openItems, openMinor, type Item } from '../receivables/index.ts'
import { addDays, writeOffId, type CivilDate } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import { currenciesOf, receivablesOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

const name = 'small balances'

/** Whether what is open is a rest of something that was settled but for it. */
const isRest = (item: Item, { smallBalanceMinor }: TradeRules): boolean =>
  openMinor(item) <= smallBalanceMinor && item.paidMinor + item.creditedMinor > 0

const rests = (dossier: Dossier, rules: TradeRules) =>
  currenciesOf(dossier).flatMap((currency) => {
    const account = receivablesOf(dossier, currency)
    if (account === undefined || rules.smallBalanceMinor === 0) return []
    return openItems(account).flatMap((item) => {
      const dueOn = itemDueOn(item)
      return dueOn === null || !isRest(item, rules) ? [] : [{ currency, item, dueOn }]
    })
  })

const giveUp = (day: CivilDate, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> =>
  rests(dossier, rules)
    .filter(({ dueOn }) => dueOn < day)
    .map(({ currency, item: { itemId, writtenOffMinor } }) => {
      // An item may stand open again after a rest was given up: the next rest has a name of its own.
      const changeId = causedBy(name, itemId, writtenOffMinor)
      const about = { effectiveOn: day, customerId: dossier.customerId, currency, itemId }
      const { smallBalanceMinor: toleranceMinor } = rules
      const named = { writeOffId: writeOffId(changeId), toleranceMinor }
      const command = { type: 'WriteOffSmallBalance', ...about, ...named } as const
      return { room: 'receivables', key: changeId, command }
    })

/**
 * Gives up what is overdue and not worth a letter, where the rest of the item was settled.
 *
 * Source: domain 3.3, policy 5; edge case 46.
 */
export const smallBalances: Policy = {
  name,
  due: giveUp,
  next: (day, dossier, rules) =>
    rests(dossier, rules)
      .map(({ dueOn }) => addDays(dueOn, 1))
      .filter((on) => on > day)
      .toSorted()[0] ?? null,
}
