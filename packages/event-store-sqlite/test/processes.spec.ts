import { positionOfNumber, type Position, type Recorded } from '@tenure/event-store'
import { describe, expect, it } from 'vitest'
import { startAppending } from './child.ts'
import { newFile, opened } from './new-file.ts'

const collect = async <A>(items: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const all: Array<A> = []
  for await (const item of items) all.push(item)
  return all
}

const positions = (all: ReadonlyArray<Recorded>): ReadonlyArray<string> =>
  all.map(({ position }) => position)

const fromOne = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => positionOfNumber(index + 1))

const expectContiguous = (all: ReadonlyArray<Recorded>): void => {
  expect(positions(all)).toEqual(fromOne(all.length))
  const streams = new Map<string, Array<bigint>>()
  for (const { stream, revision } of all)
    streams.set(stream, [...(streams.get(stream) ?? []), revision])
  for (const [stream, revisions] of streams)
    expect([stream, revisions]).toEqual([stream, revisions.map((_, index) => BigInt(index))])
}

describe('two processes that write one file', () => {
  it('both get through: nobody is refused, positions and revisions have no gaps', async () => {
    const file = newFile()
    const writers = [startAppending(file, 'one', 150), startAppending(file, 'two', 150)]
    expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0])
    const all = await collect((await opened(file)).readAll())
    expect(all.length).toBe(600)
    expectContiguous(all)
    for (const { lines } of writers) {
      expect(lines().length).toBe(150)
      for (const line of lines()) expect(line).toMatch(/^\d{16}$/)
    }
  })

  it('and a reader that follows the log meanwhile never sees a gap', async () => {
    const file = newFile()
    const reader = await opened(file)
    const writers = [startAppending(file, 'one', 120), startAppending(file, 'two', 120)]
    let running = writers.length
    for (const { ended } of writers) void ended.then(() => (running -= 1))
    const seen: Array<string> = []
    let after: Position | undefined
    for (let final = false; !final;) {
      final = running === 0
      for await (const { position } of reader.readAll(after === undefined ? {} : { after })) {
        seen.push(position)
        after = position
      }
    }
    expect(seen).toEqual(fromOne(480))
  })
})

describe('a process that is killed while it writes', () => {
  it.each([5, 60])('has lost nothing it was told was written: after %i appends', async (count) => {
    const file = newFile()
    const writer = startAppending(file, 'one')
    await writer.printed(count)
    writer.kill()
    await writer.ended
    expect(writer.lines().length).toBeGreaterThanOrEqual(count)
    const store = await opened(file)
    const all = await collect(store.readAll())
    expectContiguous(all)
    const kept = new Set(positions(all))
    expect(
      writer.lines().filter((position) => !kept.has(positionOfNumber(Number(position)))),
    ).toEqual([])
    const next = await store.append('shared-1', 'exists', [
      { id: crypto.randomUUID(), type: 'Noted', data: null, metadata: { schemaVersion: 1 } },
    ])()
    expect(next).toMatchObject({ right: { position: positionOfNumber(all.length + 1) } })
  })
})
