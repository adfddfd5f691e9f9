import { civilDate, parseInstant } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { pairCuts } from '../src/arguments/pair-cuts.ts'
import { parseKnownAt } from '../src/arguments/parse-known-at.ts'
import { futureDays, settleCuts } from '../src/settle-cuts.ts'

const march = civilDate('2026-03-31')
const april = civilDate('2026-04-30')
const at = (text: string) => {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`${text} is no instant`)
  return instant
}
const known = (text: string) => parseKnownAt(text)

describe('days and knowledge on one command line', () => {
  it('pair up in order where there are as many of each', () => {
    expect(pairCuts([march, april], [known('2026-03-31'), known('2026-05-01')])).toEqual([
      { asOf: march, knownAt: { kind: 'day', day: '2026-03-31' } },
      { asOf: april, knownAt: { kind: 'day', day: '2026-05-01' } },
    ])
  })

  it('combine a single day with every moment of knowledge', () => {
    expect(pairCuts([march], [known('2026-03-31'), known('2026-05-01')])).toEqual([
      { asOf: march, knownAt: { kind: 'day', day: '2026-03-31' } },
      { asOf: march, knownAt: { kind: 'day', day: '2026-05-01' } },
    ])
  })

  it('combine a single moment of knowledge with every day', () => {
    expect(pairCuts([march, april], [known('2026-05-01')])).toEqual([
      { asOf: march, knownAt: { kind: 'day', day: '2026-05-01' } },
      { asOf: april, knownAt: { kind: 'day', day: '2026-05-01' } },
    ])
  })

  it('are cut by no knowledge where none is named', () => {
    expect(pairCuts([march, april], [])).toEqual([{ asOf: march }, { asOf: april }])
  })

  it('are turned down where they are of different lengths, saying how many', () => {
    const three = [march, april, civilDate('2026-05-31')]
    expect(() => pairCuts(three, [known('2026-05-01'), known('2026-06-01')])).toThrow(
      '3 times --as-of and 2 times --known-at do not pair up: give as many of each, or one of either.',
    )
  })
})

describe('a day of knowledge', () => {
  it('ends with the last millisecond of that day in the zone', () => {
    const [rome] = settleCuts(
      { asOf: [march], knownAt: [known('2026-03-31')] },
      'Europe/Rome',
      at('2026-06-01T00:00:00Z'),
    )
    expect(rome).toEqual({ asOf: march, knownAt: at('2026-03-31T21:59:59.999Z') })
  })

  it('is an instant as written where it is one, whatever the zone', () => {
    const [cut] = settleCuts(
      { asOf: [march], knownAt: [known('2026-03-31T18:00:00+02:00')] },
      'Asia/Tokyo',
      at('2026-06-01T00:00:00Z'),
    )
    expect(cut).toEqual({ asOf: march, knownAt: at('2026-03-31T16:00:00Z') })
  })

  it('is refused where it is neither a day nor an instant', () => {
    expect(() => parseKnownAt('31.03.2026')).toThrow(
      '--known-at "31.03.2026" is neither a day (2026-03-31) nor an instant (2026-03-31T18:00:00Z).',
    )
    expect(() => parseKnownAt('2026-02-30')).toThrow('--known-at "2026-02-30" is neither')
  })
})

describe('a question without a day', () => {
  it('is asked of today, as the zone has it', () => {
    const lateEvening = at('2026-03-31T22:30:00Z')
    const none = { asOf: [], knownAt: [] }
    expect(settleCuts(none, 'UTC', lateEvening)).toEqual([{ asOf: '2026-03-31' }])
    expect(settleCuts(none, 'Europe/Rome', lateEvening)).toEqual([{ asOf: '2026-04-01' }])
  })
})

describe('a question about days to come', () => {
  it('names those days once each, and today is none of them', () => {
    const cuts = [
      { asOf: march },
      { asOf: april },
      { asOf: april, knownAt: at('2026-03-01T00:00Z') },
    ]
    expect(futureDays(cuts, 'UTC', at('2026-03-31T12:00:00Z'))).toEqual([april])
  })
})
