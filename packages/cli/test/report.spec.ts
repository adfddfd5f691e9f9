import {
  civilDate,
  currency,
  customerId,
  endOfDay,
  itemId,
  minorUnits,
  orderId,
  paymentId,
  text,
  type CivilDate,
  type Fact,
} from '@tenure/core/shared'
import type { OrderEvent } from '@tenure/core/order'
import type { ReceivablesEvent } from '@tenure/core/receivables'
import { historyOf, knownFact } from '@tenure/projection'
import { beforeAll, describe, expect, it } from 'vitest'
import { reportData, renderReport, type ReportData } from '../src/report/index.ts'
import { escape } from '../src/report/html.ts'
import { formatDifference, formatFigure } from '../src/report/format.ts'
import { median, shareOfTopTenth, tenths } from '../src/report/spread.ts'
import { faultOf } from './report-well-formed.ts'

const euro = currency('EUR')
const zone = 'Europe/Sofia'
const asOf = civilDate('2025-12-31')

const hostile = [
  '<script>alert(1)</script>',
  '"><img src="http://evil.example/x">',
  '__proto__',
  "'--></style><b>",
  '\u0000\u202eيتر',
].map((id) => customerId(id))

/** Each customer ordered, was billed and paid a part; the payment of the last day is learned later. */
const factsOf = (id: ReturnType<typeof customerId>, index: number) => {
  const about = { customerId: id, currency: euro }
  const orderedOn = civilDate('2025-09-01')
  const ordered: OrderEvent = {
    type: 'OrderPlaced',
    effectiveOn: orderedOn,
    ...about,
    orderId: orderId(`O<${index}>`),
    netMinor: minorUnits(10_000),
    lines: [],
    terms: null,
    offeredMethods: [],
    promisedOn: null,
    stages: null,
  }
  const opened: ReceivablesEvent = {
    type: 'ItemOpened',
    effectiveOn: orderedOn,
    ...about,
    itemId: itemId(`I<${index}>`),
    kind: 'invoice',
    invoiceId: null,
    amountMinor: minorUnits(10_000),
    schedule: [{ instalment: 1, amountMinor: minorUnits(10_000), dueOn: civilDate('2025-10-01') }],
    earlyPay: [],
  }
  const payment = {
    effectiveOn: asOf,
    ...about,
    paymentId: paymentId(`P<${index}>`),
    amountMinor: minorUnits(2_500),
  }
  const paid: ReadonlyArray<ReceivablesEvent> = [
    {
      type: 'PaymentReceived',
      ...payment,
      method: text('<i>'),
      forItemId: null,
      initiatedOn: null,
      settledOn: null,
    },
    {
      type: 'PaymentApplied',
      ...payment,
      itemId: itemId(`I<${index}>`),
      changeId: null,
      by: 'named',
      components: null,
    },
  ]
  const known = (fact: Fact, on: CivilDate) => ({ fact, on })
  return [
    known(ordered, orderedOn),
    known(opened, orderedOn),
    ...paid.map((fact) => known(fact, civilDate('2026-01-07'))),
  ]
}

const history = historyOf(
  hostile
    .flatMap(factsOf)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ fact, on }, place) => knownFact(fact, endOfDay(on, zone), place)),
)

describe('a report on customers with hostile ids', () => {
  let data: ReportData
  let page: string
  beforeAll(async () => {
    data = await reportData(history, { source: '</title><script>x</script>', zone, asOf })
    page = renderReport(data)
  })

  it('knows of the last day what was learned later, and what was not known then', () => {
    const [{ knownThen, knownNow }] = data.days
    expect(knownThen.overdue?.overdue).toEqual({ count: 5, amountMinor: 50_000 })
    expect(knownNow.overdue?.overdue).toEqual({ count: 5, amountMinor: 37_500 })
    expect(data.overdueByQuarter.at(-1)).toEqual({
      asOf,
      thenMinor: 50_000,
      nowMinor: 37_500,
    })
  })

  it('is well-formed, and the checker sees what is not', () => {
    expect(faultOf(page)).toBeUndefined()
    expect(faultOf(page.replace('</table>', ''))).toBe('</div> closes table')
    expect(faultOf(`${page}<b`)).toBe('no tag: <b')
  })

  it('shows every id as text and none as markup', () => {
    for (const id of hostile) expect(page).toContain(escape(id))
    expect(page).not.toMatch(/<script|<img|<b>|<i>|javascript:/i)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('sends no request: no address but the name of the SVG language, no link, no import', () => {
    const addresses = page
      .replaceAll('xmlns="http://www.w3.org/2000/svg"', '')
      .replaceAll(escape(String(hostile[1])), '')
      .match(/https?:|\/\/[a-z]|\bsrc=|\bhref=|url\(|@import/gi)
    expect(addresses).toBeNull()
  })

  it('has a chart and a table for each family, and names every definition', () => {
    for (const title of ['Overdue', 'Retention', 'Customer lifetime value'])
      expect(page).toContain(`>${title}</h2>`)
    expect(page.match(/<svg [^>]*role="img"/g)).toHaveLength(5)
    const [{ knownNow }] = data.days
    for (const text of [
      knownNow.ageing?.definition,
      knownNow.overdue?.definition,
      knownNow.dso?.definition,
      knownNow.retention.definition,
      knownNow.cohorts.definition,
      knownNow.clv.definition,
      knownNow.orders.definition,
    ])
      expect(page).toContain(escape(text ?? 'no definition'))
  })

  it('is the same text for the same data', () => {
    expect(renderReport(data)).toBe(page)
  })
})

describe('a report on nothing', () => {
  it('is a whole page all the same, with dashes for what is undefined', async () => {
    const data = await reportData(historyOf([]), { source: 'empty.db', zone, asOf })
    const page = renderReport(data)
    expect(faultOf(page)).toBeUndefined()
    expect(page).toContain('<td class="n">–</td>')
    expect(page).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('a figure', () => {
  it('keeps every digit of money, and groups by thousands', () => {
    expect(formatFigure(123_456_789_012, 'money', euro)).toBe('1,234,567,890.12')
    expect(formatFigure(-5, 'money', euro)).toBe('-0.05')
    expect(formatFigure(1_234_567, 'money', currency('JPY'))).toBe('1,234,567')
    expect(formatFigure(1_234_567, 'money', currency('KWD'))).toBe('1,234.567')
  })

  it('says a difference with its sign, shares in percentage points, and nothing of what is undefined', () => {
    expect(formatDifference(100, 350, 'money', euro)).toBe('+2.50')
    expect(formatDifference(350, 100, 'money', euro)).toBe('-2.50')
    expect(formatDifference(0.5, 0.525, 'share', euro)).toBe('+2.5 pp')
    expect(formatDifference(null, 1, 'count', euro)).toBe('–')
  })
})

describe('how value is spread', () => {
  it('puts every customer and every unit into one of ten groups', () => {
    const amounts = Array.from({ length: 23 }, (_, index) => index * 7 - 3)
    const groups = tenths(amounts)
    const sum = amounts.reduce((total, amount) => total + amount, 0)
    expect(groups.reduce((total, { customers }) => total + customers, 0)).toBe(23)
    expect(groups.reduce((total, { valueMinor }) => total + valueMinor, 0)).toBe(sum)
    expect(groups[0]).toEqual({ tenth: 1, customers: 2, valueMinor: 151 + 144 })
  })

  it('names the lower of two middles, and the share of the best tenth', () => {
    expect(median([40, 10, 30, 20])).toBe(20)
    expect(median([])).toBeNull()
    expect(shareOfTopTenth([70, 10, 10, 10])).toBe(0.7)
    expect(shareOfTopTenth([-1, 1])).toBeNull()
  })
})
