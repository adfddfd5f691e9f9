import type { ReportData } from './data.ts'
import { escape } from './html.ts'
import { sections } from './sections.ts'
import { style } from './style.ts'

const legend = `<ul class="legend"><li><span style="background: var(--then)"></span>as known then: by the end of that day</li>
<li><span style="background: var(--now)"></span>as known now: with all that was learned since</li></ul>`

const aside = ({ otherCurrencies, currency }: ReportData): string =>
  otherCurrencies.length === 0
    ? ''
    : ` The history has money in ${otherCurrencies.join(', ')} too; amounts here are those in ${currency}.`

/**
 * The report as one page that needs nothing else: no request leaves it, and no script runs in it.
 *
 * Pure: the same data, the same text. Whatever the data holds, ids too, stands in it as text.
 */
export const renderReport = (data: ReportData): string => {
  const { source, zone, days } = data
  const [last, earlier] = days
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escape(`Tenure: ${source}, ${last.asOf}`)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escape(source)}</h1>
<p class="soft">${escape(`${last.asOf}, and a year earlier: ${earlier.asOf}. Days are counted in ${zone}.`)}</p>
</header>
<main>
<p>${escape(
    'Facts are learned late: a payment is on the statement days after its value date, a delivery note comes with the next van. ' +
      'So every figure stands here twice, and the difference is what that day did not know yet.' +
      aside(data),
  )}</p>
${legend}
${sections(data)}
</main>
</body>
</html>
`
}
