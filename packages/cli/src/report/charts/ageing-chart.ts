import { barY, ruleY } from '@observablehq/plot'
import type { Currency } from '@tenure/core/shared'
import type { SeenTwice } from '../data.ts'
import { bucketMinor, buckets } from '../figures.ts'
import { draw, knowledge, knowledgeColours } from './draw.ts'
import { chartUnits, shortMoney } from './money-axis.ts'

/** The largest bucket of the days, so that their charts share one scale. */
export const largestBucketMinor = (days: ReadonlyArray<SeenTwice>): number =>
  Math.max(
    0,
    ...days.flatMap(({ knownThen, knownNow }) =>
      [knownThen, knownNow].flatMap((seen) =>
        buckets.map(([bucket]) => bucketMinor(seen, bucket) ?? 0),
      ),
    ),
  )

/** Open amounts by bucket of age, as known then beside as known now. */
export const ageingChart = (
  { asOf, knownThen, knownNow }: SeenTwice,
  currency: Currency,
  topMinor: number,
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
    y: {
      label: currency,
      grid: true,
      tickFormat: shortMoney,
      ticks: 5,
      domain: [0, chartUnits(Math.max(1, topMinor), currency)],
      nice: true,
    },
    color: { domain: knowledge, range: knowledgeColours },
    marks: [
      barY(bars, { fx: 'label', x: 'knowledge', y: 'amount', fill: 'knowledge', rx: 2 }),
      ruleY([0]),
    ],
  })
}
