import { describe, expect, it } from 'vitest'
import { reach } from '@tenure/testing'
import { grossOf, orderRoom, type LineFault, type OrderLine } from '../src/order/index.ts'
import { currency, minorUnits, sumMinor, text, type Decimal } from '../src/shared/index.ts'
import { splitBundle } from '../src/terms/index.ts'
import { confirm, line, order, past, place, placed, ship } from './order-words.ts'

const refused = (wrong: OrderLine, fault: LineFault): void =>
  past()
    .when({ ...place, lines: [wrong] })
    .thenRejected({ type: 'LineUnsound', orderId: order, lineId: wrong.lineId, fault })

describe('a line of an order', () => {
  it('comes to its quantity times its price, rounded once to the even unit', () => {
    const gross = (quantity: Decimal, unitPrice: Decimal, code: string) =>
      grossOf({ quantity, unitPrice }, currency(code))
    expect(gross('1.5', '0.01', 'EUR')).toBe(2)
    expect(gross('2.5', '0.01', 'EUR')).toBe(2)
    expect(gross('3', '0.001', 'GBP')).toBe(0)
    expect(gross('1', '1.234', 'KWD')).toBe(1234)
    expect(gross('1', '500', 'JPY')).toBe(500)
  })

  it('says what it comes to, and is refused where that is wrong', () => {
    refused(line('a', '2', '3.50', 701), {
      type: 'LineMismatch',
      expectedMinor: 700,
      offeredMinor: 701,
    })
    refused(line('a', '0', '3.50', 0), { type: 'QuantityNotPositive', quantity: '0' })
    refused(line('a', '-1', '3.50', -350), { type: 'QuantityNotPositive', quantity: '-1' })
    refused(line('a', '1', '-3.50', -350), { type: 'PriceBelowZero', unitPrice: '-3.50' })
    refused(
      { ...line('a', '1', '3.50', 0), discountMinor: minorUnits(351) },
      { type: 'DiscountAboveLine', grossMinor: 350, discountMinor: 351 },
    )
    refused(line('a', '99999999999', '99999999999', 0), { type: 'LineOutOfRange' })
  })

  it('has a name of its own', () => {
    past()
      .when({ ...place, lines: [line('a', '1', '1', 100), line('a', '1', '1', 100)] })
      .thenRejected({ type: 'NamedTwice', orderId: order, name: text('a') })
  })

  it('may be many, to more than can be summed exactly: then they are refused with their sum', () => {
    const most = line('a', '1', '90071992547409.91', Number.MAX_SAFE_INTEGER)
    past()
      .when({ ...place, lines: [most, line('b', '1', '0.01', 1)] })
      .thenRejected({
        type: 'AmountOutOfRange',
        orderId: order,
        amountMinor: Number.MAX_SAFE_INTEGER + 1,
      })
  })
})

describe('a bundle of laptop, bag and antivirus for less than its parts', () => {
  const list = [
    ['laptop', 99_900],
    ['bag', 4_950],
    ['antivirus', 3_333],
  ] as const
  const shares = splitBundle(
    99_999,
    list.map(([, listMinor]) => listMinor),
  )
  const lines = list.map(([name, listMinor], index): OrderLine => {
    const { discountMinor = 0, netMinor = 0 } = shares[index] ?? {}
    return {
      ...line(
        name,
        '1',
        `${Math.floor(listMinor / 100)}.${String(listMinor % 100).padStart(2, '0')}`,
        netMinor,
      ),
      discountMinor: minorUnits(discountMinor),
      bundleId: text('starter set'),
    }
  })

  it('has lines whose nets are the price of the bundle, its discount shared by largest remainder [1-24]', () => {
    expect(sumMinor(lines.map(({ netMinor }) => netMinor))).toBe(99_999)
    expect(lines.map(({ discountMinor }) => discountMinor)).toEqual([7557, 375, 252])
    past()
      .when({ ...place, lines })
      .then({ ...placed, lines, netMinor: minorUnits(99_999) })
  })

  it('ships in parts that together are that price', () => {
    const parts = ['laptop', 'bag', 'antivirus'].map((name) => ship(name, `${name} 1`))
    const history = reach(orderRoom)([{ ...place, lines }, confirm, ...parts])
    const nets = history.flatMap((event) => (event.type === 'OrderShipped' ? [event.netMinor] : []))
    expect(nets).toEqual([92_343, 4_575, 3_081])
  })
})
