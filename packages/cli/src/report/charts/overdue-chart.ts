import { dot, lineY, ruleY } from '@observablehq/plot'
import type { Currency } from '@tenure/core/shared'
import type { QuarterPoint } from '../data.ts'
import { draw, knowledge, knowledgeColours } from './draw.ts'
import { chartUnits, shortMoney } from './money-axis.ts'

/** What stood overdue every three months, as known then beside as known now. */
export const overdueChart = (points: ReadonlyArray<QuarterPoint>, currency: Currency): string => {
  const marks = points.flatMap(({ asOf, thenMinor, nowMinor }) =>
    [thenMinor, nowMinor].map((minor, index) => ({
      asOf,
      knowledge: knowledge[index],
      amount: chartUnits(minor, currency),
    })),
  )
  const channels = { x: 'asOf', y: 'amount', stroke: 'knowledge' } as const
  return draw({
    name: 'Overdue every three months, as known then and as known now',
    height: 240,
    x: { type: 'point', label: null, domain: points.map(({ asOf }) => asOf) },
    y: { label: currency, grid: true, tickFormat: shortMoney, ticks: 5, nice: true, zero: true },
    color: { domain: knowledge, range: knowledgeColours },
    marks: [
      ruleY([0]),
      lineY(marks, { ...channels, z: 'knowledge', strokeWidth: 2 }),
      dot(marks, { ...channels, fill: 'knowledge', r: 3.5 }),
    ],
  })
}
