import { cell, text } from '@observablehq/plot'
import type { MonthlyCohorts } from '@tenure/retention'
import { draw } from './draw.ts'

/** Shares below each of these, in percent, have a shade of their own; the last shade has no end. */
export const shadesBelow = [10, 20, 30, 40, 50, 60] as const

const shadeOf = (share: number): number => {
  const place = shadesBelow.findIndex((below) => share * 100 < below)
  return place < 0 ? shadesBelow.length : place
}

const shades = [...shadesBelow, 100].map((_, index) => index)

/** The cohort table as a heat map: month of the first purchase down, whole months since then across. */
export const cohortChart = ({ cohorts, asOf }: MonthlyCohorts): string => {
  const cells = cohorts.flatMap(({ month, customers, cells }) =>
    cells
      // Everybody bought in the month of the first purchase: it says nothing.
      .filter(({ age }) => age > 0)
      .map(({ age, active, retention: { value } }) => ({
        month,
        age,
        shade: shadeOf(value ?? 0),
        percent: value === null ? '' : String(Math.round(value * 100)),
        title: `${month}, month ${age}: ${active} of ${customers}`,
      })),
  )
  const months = cohorts.map(({ month }) => month)
  const ages = [...new Set(cells.map(({ age }) => age))].toSorted((a, b) => a - b)
  return draw({
    name: `Share of each monthly cohort that bought again, as of ${asOf}`,
    height: Math.max(120, 70 + months.length * 20),
    marginTop: 40,
    marginBottom: 10,
    x: { axis: 'top', label: 'whole months after the first purchase', domain: ages, padding: 0.06 },
    y: { label: null, domain: months, padding: 0.08 },
    color: {
      domain: shades,
      range: shades.map((shade) => `var(--heat-${shade})`),
      type: 'ordinal',
    },
    marks: [
      cell(cells, { x: 'age', y: 'month', fill: 'shade', title: 'title', rx: 2 }),
      text(cells, {
        x: 'age',
        y: 'month',
        text: 'percent',
        fontSize: 10,
        fill: (d: { readonly shade: number }) => (d.shade > 3 ? 'var(--on-heat)' : 'var(--ink)'),
      }),
    ],
  })
}
