import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { formatSeconds, progressLine, startProgress } from '../src/progress.ts'

describe('the line of a progress bar', () => {
  const bar = { label: 'recording', unit: 'events' }

  it('says how far, how fast and how long still', () => {
    expect(progressLine(bar, 2500, 10_000, 2000)).toBe(
      'recording  ██████░░░░░░░░░░░░░░░░░░  25 %, 1,250 events/s, 6 s left',
    )
  })

  it('names no time left before there is a rate, and none where the whole is not known', () => {
    expect(progressLine(bar, 0, 100, 0)).toBe(
      'recording  ░░░░░░░░░░░░░░░░░░░░░░░░   0 %, 0 events/s',
    )
    expect(progressLine(bar, 3000, 0, 2000)).toBe('recording 3,000 events, 1,500 events/s')
  })

  it('never goes beyond the whole', () => {
    expect(progressLine(bar, 150, 100, 1000)).toContain(' 100 %')
  })

  it('tells minutes from seconds', () => {
    expect([0, 59.6, 75, -3].map(formatSeconds)).toEqual(['0 s', '1 m 0 s', '1 m 15 s', '0 s'])
  })
})

describe('a progress bar on a stream that is no terminal', () => {
  it('writes nothing', () => {
    const stream = new PassThrough()
    // A pipe has all of a terminal's stream that the bar looks at, save that it is none.
    const bar = startProgress({ label: 'x', unit: 'y', total: 3, stream: stream as never })
    bar.at(2)
    bar.end()
    expect(stream.read()).toBeNull()
  })
})
