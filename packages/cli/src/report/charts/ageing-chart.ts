import { barY, ruleY } from '@observablehq/plot'
import type { Currency } from '@tenure/core/shared'
import type { SeenTwice } from '../data.ts'
import { bucketMinor, buckets } from '../figures.ts'
import { draw, knowledge, knowledgeColours } from './draw.ts'
import { chartUnits, shortMoney } from './money-axis.ts'

/** Open amounts by bucket of age, as known then beside as known now. */
export const ageingChart = (
  { asOf, knownThen, knownNow }: SeenTwice,
  currency: Currency,
): string => {
  const bars = buckets.flatMap(([bucket, label]) =>
    [knownThen, knownNow].map((seen, index) => ({
      label,
      knowledge: knowledge[index],
      amount: chartUnits(bucketMinor(seen, bucket), currency),
    })),
  )
  return draw({
    name: `Open amounts on ${asOf} by age, as known then and as known now`,
    fx: { label: null, domain: buckets.map(([, label]) => label), padding: 0.25 },
    x: { axis: null, domain: knowledge, padding: 0.08 },
    y: { label: currency, grid: true, tickFormat: shortMoney, ticks: 5 },
    color: { domain: knowledge, range: knowledgeColours },
    marks: [
      barY(bars, { fx: 'label', x: 'knowledge', y: 'amount', fill: 'knowledge', rx: 2 }),
      ruleY([0]),
    ],
  })
}
