import { civilDate, endOfDay } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { historyOf, readModel, replay, type History, type Known } from '../src/index.ts'
import { counted, learned, tally, total, type Counted } from './counting.ts'

const on = (asOf: string, knownOn?: string) => ({
  asOf: civilDate(asOf),
  ...(knownOn === undefined ? {} : { knownAt: endOfDay(civilDate(knownOn), 'UTC') }),
})

const late = learned(counted('ada', 7, '2026-01-10', ['x']), '2026-02-20')
const facts: ReadonlyArray<Known> = [
  learned(counted('ada', 1, '2026-01-05', ['x']), '2026-01-05'),
  learned(counted('__proto__', 2, '2026-01-31', ['constructor']), '2026-01-31'),
  late,
  learned(counted('ada', 4, '2026-02-21'), '2026-02-21'),
]

describe('a history with a fact that was learned late', () => {
  it('gives each cut what was true by its day and known by its instant', async () => {
    const answers = await replay(historyOf(facts), { total }, [
      on('2026-01-31', '2026-01-31'),
      on('2026-01-31'),
      on('2026-02-20', '2026-02-19'),
      on('2026-03-01'),
      on('2025-12-31'),
    ])
    expect(answers.map(({ rows }) => rows.total.get('all'))).toEqual([3, 10, 3, 14, undefined])
  })

  it('keeps a customer called __proto__ apart from all others', async () => {
    const [answer] = await replay(historyOf(facts), { tally }, [on('2026-12-31')])
    expect(answer?.rows.tally.get('__proto__')).toEqual({
      count: 1,
      sum: 2,
      byTag: new Map([['constructor', 2]]),
      first: '2026-01-31',
    })
  })

  it('answers under hostile names of models', async () => {
    const models = Object.fromEntries([['__proto__', total]])
    const [answer] = await replay(historyOf(facts), models, [on('2026-12-31')])
    expect(Object.entries(answer?.rows ?? {})).toEqual([['__proto__', new Map([['all', 14]])]])
  })
})

describe('what a replay asks of its history', () => {
  const asking = (): { readonly history: History; readonly asked: Array<unknown> } => {
    const asked: Array<unknown> = []
    const history: History = {
      readAll: (options) => {
        asked.push(options)
        return historyOf(facts).readAll(options)
      },
    }
    return { history, asked }
  }

  it('reads once, and only the types that the models consume', async () => {
    const { history, asked } = asking()
    await replay(history, { tally, total }, [on('2026-01-31'), on('2026-12-31')])
    expect(asked).toEqual([{ types: ['Counted'] }])
  })

  it('tells how far it is, and how many there were', async () => {
    const told: Array<number> = []
    const options = { onProgress: (read: number) => told.push(read), progressEvery: 2 }
    await replay(historyOf(facts), { total }, [on('2026-12-31')], options)
    expect(told).toEqual([2, 4, 4])
  })

  it('stops when it is told to, with the reason', async () => {
    const stop = new AbortController()
    const options = {
      signal: stop.signal,
      progressEvery: 1,
      onProgress: () => stop.abort('enough'),
    }
    await expect(replay(historyOf(facts), { total }, [on('2026-12-31')], options)).rejects.toBe(
      'enough',
    )
  })

  it('gives that reason also where the history stops with an error of its own', async () => {
    const stop = new AbortController()
    const stopping: History = {
      readAll: async function* ({ signal }) {
        for (const fact of facts) {
          if (signal?.aborted === true) throw new Error('a store says that it was told to stop')
          yield fact
        }
      },
    }
    const options = {
      signal: stop.signal,
      progressEvery: 1,
      onProgress: () => stop.abort('enough'),
    }
    await expect(replay(stopping, { total }, [on('2026-12-31')], options)).rejects.toBe('enough')
  })
})

describe('the rows of a replay', () => {
  it('are frozen through and through', async () => {
    const [answer] = await replay(historyOf(facts), { tally }, [on('2026-12-31')])
    const row = answer?.rows.tally.get('ada')
    expect(() => row?.byTag.set('x', 0)).toThrow(/frozen/)
    expect(Object.isFrozen(row)).toBe(true)
  })

  it('are apart from each other where cuts differ, and shared where they are equal', async () => {
    const [early, again, later] = await replay(historyOf(facts), { tally }, [
      on('2026-01-05'),
      on('2026-01-05'),
      on('2026-12-31'),
    ])
    expect(early?.rows.tally).toBe(again?.rows.tally)
    expect([early, later].map((answer) => answer?.rows.tally.get('ada')?.sum)).toEqual([1, 12])
  })
})

describe('a replay under guard', () => {
  const bad = (recipe: (row: { kept: unknown }, event: Counted) => void) =>
    readModel<Counted, { kept: unknown }>({
      ...tally,
      emptyRow: () => ({ kept: undefined }),
      recipe,
      combine: (a) => a,
    })
  const cut = [on('2026-12-31')]

  it('lets a good recipe be', async () => {
    const [answer] = await replay(historyOf(facts), { total, tally }, cut, { guard: true })
    expect(answer?.rows.total.get('all')).toBe(14)
  })

  it('catches a recipe that keeps a part of the event', async () => {
    const keeper = bad((row, event) => {
      row.kept = event.tags
    })
    await expect(replay(historyOf(facts), { keeper }, cut, { guard: true })).rejects.toThrow(
      /revoked/,
    )
  })

  it('catches a recipe that writes into the event', async () => {
    const writer = bad((_row, event) => {
      Object.assign(event, { amount: 0 })
    })
    await expect(replay(historyOf(facts), { writer }, cut, { guard: true })).rejects.toThrow(
      /read.only/,
    )
  })
})
