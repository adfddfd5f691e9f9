import { describe, expect, it } from 'vitest'
import {
  addDecimals,
  compareDecimals,
  currency,
  Decimal,
  multiplyMinor,
  shareMinor,
  subtractDecimals,
} from '../src/shared/index.ts'

const pound = currency('GBP')

describe('a decimal number as text', () => {
  it('is digits with at most one point, and nothing else', () => {
    expect(['0', '-0.5', '007', '1.50'].every(Decimal.is)).toBe(true)
    expect(['', '.5', '1.', '1e3', '+1', '1,5', ' 1', 'NaN', '١'].some(Decimal.is)).toBe(false)
  })

  it('adds, subtracts and compares without losing a digit', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3')
    expect(addDecimals('9007199254740993', '0.0000001')).toBe('9007199254740993.0000001')
    expect(subtractDecimals('1.5', '1.50')).toBe('0')
    expect(subtractDecimals('0.25', '1')).toBe('-0.75')
    expect(compareDecimals('1.5', '1.50')).toBe(0)
    expect(compareDecimals('-0', '0')).toBe(0)
    expect(compareDecimals('0.30000000000000004', '0.3')).toBe(1)
  })
})

describe('a quantity times a unit price', () => {
  it('is rounded once, to the unit of its currency [edge 45]', () => {
    expect(multiplyMinor('500', '1', currency('JPY'), 'halfEven')).toBe(500)
    expect(multiplyMinor('1', '1.234', currency('KWD'), 'halfEven')).toBe(1234)
    expect(multiplyMinor('6', '2.55', pound, 'halfEven')).toBe(1530)
  })

  it('is nothing for few pieces below a penny, as the four prices of 0.001 in Online Retail are', () => {
    expect(multiplyMinor('1', '0.001', pound, 'halfEven')).toBe(0)
    expect(multiplyMinor('1', '0.005', pound, 'halfEven')).toBe(0)
    expect(multiplyMinor('1', '0.005', pound, 'halfUp')).toBe(1)
    expect(multiplyMinor('-3', '0.005', pound, 'halfEven')).toBe(-2)
  })

  it('is not told where it cannot be counted exactly', () => {
    expect(multiplyMinor('90071992547409.91', '1', pound, 'halfEven')).toBe(Number.MAX_SAFE_INTEGER)
    expect(multiplyMinor('90071992547409.92', '1', pound, 'halfEven')).toBeUndefined()
  })
})

describe('the share of a part in a whole', () => {
  it('is rounded half up once', () => {
    expect(['1', '2', '3'].map((part) => shareMinor(100, part, '3'))).toEqual([33, 67, 100])
    expect(shareMinor(100, '0.5', '1.50')).toBe(33)
  })
})
