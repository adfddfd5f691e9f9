import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLife, lifeCommands, playLife, tellLife } from '@tenure/testing/life'

const whatBreaks = (law: Parameters<typeof checkLife>[1]): string => {
  const details = fc.check(
    fc.property(lifeCommands({ withOthers: false }), (commands) =>
      checkLife(playLife(commands), law),
    ),
    { seed: 7, numRuns: 100 },
  )
  if (!details.failed) throw new Error('no life breaks this law')
  return details.errorInstance instanceof Error ? details.errorInstance.message : ''
}

describe('a law that is false', () => {
  const told = whatBreaks(({ world }) => {
    if (world.log.some(({ event }) => event.type === 'PaymentReversed'))
      throw new Error('a payment went back')
  })

  it('is answered by a life, told as given and when, a command a line with what came of each', () => {
    const lines = told.split('\n')
    expect(lines.slice(0, 3)).toEqual(['a payment went back', '', 'in this life:'])
    expect(lines[3]).toMatch(/^given 2024-01-02 customer: RegisterCustomer \{.*\}$/)
    expect(lines[4]).toBe('      then CustomerRegistered')
    expect(lines.at(-2)).toMatch(/^when {2}20\d\d-\d\d-\d\d receivables: ReversePayment \{.*\}$/)
    expect(lines.at(-1)).toBe('      then PaymentReversed')
  })

  it('is shrunk to what matters: cash that came, and its return', () => {
    const named = [...told.matchAll(/^(?:given| {2}and|when ) \S+ (\w+: \w+)/gm)].map(
      ([, name]) => name,
    )
    const beginnings = new Set([
      'customer: RegisterCustomer',
      'customer: GiveConsent',
      'credit: RecordCreditDecision',
      'loyalty: EnrolLoyalty',
    ])
    expect(named.filter((name) => name === undefined || !beginnings.has(name))).toEqual([
      'receivables: ReceivePayment',
      'receivables: ReversePayment',
    ])
  })

  it('names what was turned down, and why', () => {
    const refused = whatBreaks(({ world }) => {
      if (world.turnedDown.length > 0) throw new Error('something was turned down')
    })
    expect(refused.split('\n').at(-1)).toMatch(/^ {6}then turned down: \{"type":"\w+".*\}$/)
  })
})

describe('a life without commands', () => {
  it('has nothing to tell', () => {
    expect(tellLife(playLife([]))).toBe('')
  })
})
