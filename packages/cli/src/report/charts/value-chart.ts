import { barY, ruleY } from '@observablehq/plot'
import type { Currency } from '@tenure/core/shared'
import type { SeenTwice } from '../data.ts'
import { tenths } from '../spread.ts'
import { draw, knowledge, knowledgeColours } from './draw.ts'
import { chartUnits, shortMoney } from './money-axis.ts'

/** What each tenth of the customers has been worth so far, the best tenth first. */
export const valueChart = (
  { asOf, knownThen, knownNow }: SeenTwice,
  currency: Currency,
): string => {
  const bars = [knownThen, knownNow].flatMap(({ clv }, index) =>
    tenths(clv.customers.map(({ valueMinor }) => valueMinor)).map(({ tenth, valueMinor }) => ({
      tenth,
      knowledge: knowledge[index],
      amount: chartUnits(valueMinor, currency),
    })),
  )
  return draw({
    name: `Historic value of each tenth of the customers on ${asOf}, as known then and as known now`,
    height: 260,
    fx: { label: 'tenth of the customers, the most valuable first', padding: 0.25 },
    x: { axis: null, domain: knowledge, padding: 0.08 },
    y: { label: currency, grid: true, tickFormat: shortMoney, ticks: 5, nice: true },
    color: { domain: knowledge, range: knowledgeColours },
    marks: [
      barY(bars, { fx: 'tenth', x: 'knowledge', y: 'amount', fill: 'knowledge', rx: 2 }),
      ruleY([0]),
    ],
  })
}
