import { currency } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { amount, decimal, meanAmount, percent } from '../src/output/figures.ts'
import { footNotes } from '../src/output/foot-notes.ts'
import { number, table, text } from '../src/output/table.ts'

describe('a readable table', () => {
  it('stands amounts to the right, in the decimals of their currency', () => {
    const rows = [
      ['open', amount(489359, currency('USD'))],
      ['unapplied', amount(-5, currency('USD'))],
      ['yen', amount(1250, currency('JPY'))],
    ]
    expect(table([text('what'), number('amount')], rows)).toBe(
      [
        'what        amount',
        'open       4893.59',
        'unapplied    -0.05',
        'yen           1250',
        '',
      ].join('\n'),
    )
  })

  it('shows control characters of the data instead of obeying them', () => {
    expect(table([text('id')], [['a\u001b[2Jb'], ['\u202eevil']])).toBe(
      'id\na\\u001b[2Jb\n\\u202eevil\n',
    )
  })
})

describe('a figure', () => {
  it('that is a mean of money stands in the decimals of its currency', () => {
    expect(meanAmount(356_444.3, currency('EUR'))).toBe('3564.44')
    expect(meanAmount(1250.4, currency('JPY'))).toBe('1250')
    expect(meanAmount(null, currency('EUR'))).toBe('–')
  })

  it('that is undefined is not shown as zero', () => {
    expect([decimal(null), percent(null), decimal(0), percent(0)]).toEqual([
      '–',
      '–',
      '0.00',
      '0.0 %',
    ])
  })
})

describe('foot notes', () => {
  it('name each definition and break long ones between words', () => {
    const words = Array.from({ length: 30 }, () => 'word').join(' ')
    const lines = footNotes({ dso: words }).split('\n')
    expect(lines[0]?.startsWith('dso: word word')).toBe(true)
    expect(lines.every((line) => line.length <= 96)).toBe(true)
    expect(lines.join(' ').replace(/\s+/g, ' ').trim()).toBe(`dso: ${words}`)
  })

  it('are nothing where there is nothing to define', () => {
    expect(footNotes({})).toBe('')
  })
})
