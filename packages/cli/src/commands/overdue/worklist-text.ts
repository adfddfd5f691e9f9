import type { Worklist } from '@tenure/overdue'
import type { CutFields } from '../../output/document.ts'
import { amount, count } from '../../output/figures.ts'
import { cutWords } from '../../output/shown.ts'
import { number, text, titled } from '../../output/table.ts'

/** So many customers are shown on a screen where nobody says how many. */
const screenful = 20

export const worklistText = (
  list: Worklist & CutFields,
  { limit = screenful }: { readonly limit?: number },
): string => {
  const money = (minor: number): string => amount(minor, list.currency)
  const entries = list.entries.slice(0, limit)
  const { withoutCustomer, nothingToAsk, withAgency } = list.excluded
  return (
    titled(
      `Whom to ask first in ${list.currency} ${cutWords(list)}: ${entries.length} of ${list.entries.length} customers`,
      [
        text('customer'),
        number('ask for'),
        number('overdue'),
        number('disputed'),
        number('items'),
        text('oldest due'),
        number('days past due'),
      ],
      entries.map((entry) => [
        entry.customerId,
        money(entry.askMinor),
        money(entry.overdueMinor),
        money(entry.disputedMinor),
        count(entry.items.length),
        entry.oldestDueOn,
        count(entry.daysPastDue),
      ]),
    ) +
    `Not asked: ${nothingToAsk} with nothing left to ask for, ${withAgency} with an agency, ${withoutCustomer} without a customer.\n\n`
  )
}
