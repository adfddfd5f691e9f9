import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { anyCurrency } from '@tenure/testing/arbitraries'
import {
  addDecimals,
  compareDecimals,
  Decimal,
  decimalsOf,
  multiplyMinor,
  shareMinor,
  subtractDecimals,
} from '../src/shared/index.ts'

const numRuns = runs(200)
const decimal: fc.Arbitrary<Decimal> = fc
  .record({
    minus: fc.boolean(),
    whole: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    fraction: fc.option(fc.stringMatching(/^[0-9]{1,6}$/), { nil: null }),
  })
  .map(({ minus, whole, fraction }) => {
    const text = `${minus ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`
    if (!Decimal.is(text)) throw new Error(`no decimal: ${text}`)
    return text
  })
const quantity = decimal.filter((text) => compareDecimals(text, '0') > 0)

describe('decimal texts', () => {
  it('add up in any order, and subtracting gives back what was added', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        const left = addDecimals(addDecimals(a, b), c)
        return (
          left === addDecimals(a, addDecimals(c, b)) &&
          compareDecimals(subtractDecimals(addDecimals(a, b), b), a) === 0
        )
      }),
      { numRuns },
    )
  })

  it('are written as decimal texts again, in their shortest form', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const sum = addDecimals(a, b)
        return Decimal.is(sum) && sum === addDecimals(sum, '0') && !/\.\d*0$|^-0$/.test(sum)
      }),
      { numRuns },
    )
  })

  it('compare as their difference says, and in turn', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const difference = subtractDecimals(a, b)
        const sign = difference === '0' ? 0 : difference.startsWith('-') ? -1 : 1
        return compareDecimals(a, b) === sign && compareDecimals(b, a) === 0 - sign
      }),
      { numRuns },
    )
  })

  it('multiply to within half a unit of the exact product', () => {
    fc.assert(
      fc.property(decimal, decimal, anyCurrency, (a, b, of) => {
        const minor = multiplyMinor(a, b, of, 'halfEven')
        if (minor === undefined) return true
        const [x = '', xs = ''] = a.split('.')
        const [y = '', ys = ''] = b.split('.')
        const scale = 10n ** BigInt(xs.length + ys.length)
        const product = BigInt(x + xs) * BigInt(y + ys) * 10n ** BigInt(decimalsOf(of))
        const twice = 2n * (product - BigInt(minor) * scale)
        return twice <= scale && twice >= -scale
      }),
      { numRuns },
    )
  })

  it('give shares that grow with the part and end at the whole', () => {
    fc.assert(
      fc.property(fc.nat(), quantity, quantity, (amount, a, b) => {
        const whole = addDecimals(a, b)
        const share = shareMinor(amount, a, whole)
        return share >= 0 && share <= amount && shareMinor(amount, whole, whole) === amount
      }),
      { numRuns },
    )
  })
})
