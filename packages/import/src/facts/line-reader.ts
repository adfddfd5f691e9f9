import type { OrderLine } from '@tenure/core/order'
import { Currency, Decimal, minorUnits, multiplyMinor, Text } from '@tenure/core/shared'
import type { Fault } from '../faults.ts'
import type { LinesRule, Mapping, Value } from '../mapping/codec.ts'
import { textReader, type Cells, type TextOf } from './columns.ts'
import type { RowSetting } from './read-fact.ts'
import { withPoint } from './values.ts'

/** A line of a document, before it has its name: without one of its own, that is its place in the file. */
export interface ReadLine {
  readonly lineId: Text | null
  readonly line: Omit<OrderLine, 'lineId'>
}

export type LineReader = (
  cells: Cells,
  currency: unknown,
  faults: Array<Fault>,
) => ReadLine | undefined

const bad = (field: string, text: string, what: string): Fault => ({
  type: text === '' ? 'MissingValue' : 'BadValue',
  field,
  reason:
    text === ''
      ? `The ${field} is blank.`
      : `The ${field} is wrong: ${JSON.stringify(text)} is no ${what}.`,
})

/** Compiles the lines of a document. A line comes to quantity × unit price, rounded half-even once. */
export const lineReader = (
  mapping: Mapping,
  { sku, quantity, unitPrice, lineId, details = {} }: LinesRule,
  { places, recall }: RowSetting,
): LineReader => {
  const reads = (value: Value): TextOf => textReader(value, places, recall)
  const [skuOf, quantityOf, priceOf] = [reads(sku), reads(quantity), reads(unitPrice)]
  const idOf = lineId === undefined ? undefined : reads(lineId)
  const detailsOf = Object.entries(details).map(([name, value]) => ({ name, text: reads(value) }))
  const decimal = mapping.decimal ?? '.'
  return (cells, currency, faults) => {
    const code = skuOf(cells)
    const many = withPoint(quantityOf(cells), decimal)
    const each = withPoint(priceOf(cells), decimal)
    const id = idOf?.(cells) ?? null
    if (!Text.is(code)) faults.push(bad('sku', code, 'Unicode text'))
    if (!Decimal.is(many)) faults.push(bad('quantity', many, 'decimal number'))
    if (!Decimal.is(each)) faults.push(bad('unitPrice', each, 'decimal number'))
    if (id !== null && !Text.is(id)) faults.push(bad('lineId', id, 'Unicode text'))
    if (!Text.is(code) || !Decimal.is(many) || !Decimal.is(each) || !Currency.is(currency)) return
    if (id !== null && !Text.is(id)) return
    const netMinor = multiplyMinor(many, each, currency, 'halfEven')
    if (netMinor === undefined) {
      faults.push(bad('unitPrice', each, 'price that can be kept to the last unit'))
      return
    }
    const told = detailsOf.flatMap(({ name, text }) => {
      const said = text(cells)
      return Text.is(name) && Text.is(said) ? [{ name, text: said }] : []
    })
    const line = {
      sku: code,
      kind: 'goods',
      quantity: many,
      unitPrice: each,
      discountMinor: minorUnits(0),
      netMinor,
      bundleId: null,
      ...(told.length > 0 && { details: told }),
    } as const
    return { lineId: id, line }
  }
}
