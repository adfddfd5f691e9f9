import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { filled, note, notes, numbersOf } from './notes.ts'
import { opened, started } from './server-under-test.ts'

const unknown = { _tag: 'Left', left: { type: 'StoreUnavailable', outcome: 'unknown' } }
const notDone = { _tag: 'Left', left: { type: 'StoreUnavailable', outcome: 'notDone' } }

describe('an append whose reply is lost', () => {
  it('is unknown after the deadline, and a repeat when it is sent again [trap 3]', async () => {
    const { url, faults } = await started()
    const store = opened(url, { deadlineMs: 200 })
    faults.swallowedReplies = 1
    expect(await store.append('a-1', 'noStream', notes(1, 2))()).toMatchObject(unknown)
    expect(await store.append('a-1', 'noStream', notes(1, 2))()).toMatchObject({
      right: { revision: 1n, repeated: true },
    })
    expect(await numbersOf(store.readAll())).toEqual([1, 2])
  })

  it('is a repeat also where it began a deleted stream again [trap 20]', async () => {
    const { url, faults } = await started()
    const store = opened(url, { deadlineMs: 200 })
    await filled(store, 'a-1', notes(1, 3))
    await store.delete('a-1', 'any', 'soft')()
    faults.swallowedReplies = 1
    expect(await store.append('a-1', 'noStream', notes(4, 5))()).toMatchObject(unknown)
    expect(await store.append('a-1', 'noStream', notes(4, 5))()).toMatchObject({
      right: { revision: 4n, repeated: true },
    })
  })

  it('does not trouble another store of the same server that is open beside it [trap 5]', async () => {
    const { url, faults, log } = await started()
    const [one, other] = [opened(url), opened(url)]
    await filled(one, 'a-1', notes(1, 1))
    faults.replyAfterMs = 100
    const writing = other.append('b-1', 'noStream', notes(2, 3))()
    await expect.poll(() => log.streams.has('b-1')).toBe(true)
    await one.close()
    expect(await writing).toMatchObject({ right: { revision: 1n, repeated: false } })
  })
})

describe('an append to a server that is not there', () => {
  it('is not done while it is down, and done after its restart [trap 7]', async () => {
    const server = await started()
    const store = opened(server.url, { deadlineMs: 500 })
    await filled(store, 'a-1', notes(1, 1))
    server.stop()
    expect(await store.append('a-1', 0n, [note(2)])()).toMatchObject(notDone)
    await server.restart()
    expect(await store.append('a-1', 0n, [note(2)])()).toMatchObject({ right: { revision: 1n } })
  })

  it('is not done where the server is starting or stopping', async () => {
    const { url, faults } = await started()
    const store = opened(url)
    faults.notReady = 1
    expect(await store.append('a-1', 'any', [note(1)])()).toMatchObject(notDone)
    expect(await store.read('a-1').exists()).toBe(false)
  })

  it('works again after the first question of the client has failed once [trap 4]', async () => {
    const { url, faults } = await started()
    const store = opened(url)
    faults.brokenFeatures = 1
    expect(await store.append('a-1', 'any', [note(1)])()).toMatchObject(notDone)
    expect(await store.append('a-1', 'any', [note(1)])()).toMatchObject({
      right: { revision: 0n, repeated: false },
    })
  })
})

describe('what the server would answer badly is not sent', () => {
  it('an id of zeros, and names of its own [trap 16]', async () => {
    const { url, log } = await started()
    const store = opened(url)
    const before = log.all.length
    const zeros = { ...note(1), id: '00000000-0000-0000-0000-000000000000' }
    await expect(store.append('a-1', 'any', [zeros])()).rejects.toThrow(TypeError)
    await expect(store.append('a-1', 'any', [note(1, '')])()).rejects.toThrow(TypeError)
    await expect(store.append('a-1', 'any', [note(1, '$metadata')])()).rejects.toThrow(TypeError)
    await expect(store.append('$a', 'any', [note(1)])()).rejects.toThrow(TypeError)
    await expect(store.delete('$a', 'any', 'soft')()).rejects.toThrow(TypeError)
    expect(log.all).toHaveLength(before)
  })

  it('a body that JSON cannot carry [trap 2]', async () => {
    const store = opened((await started()).url)
    // The type forbids it, and a caller may have lost the type.
    const data = { amount: 1n } as unknown as string
    await expect(store.append('a-1', 'any', [{ ...note(1), data }])()).rejects.toThrow('amount')
    expect(await store.append('a-1', 'any', [note(1)])()).toMatchObject({ right: { revision: 0n } })
  })

  it('a batch above the limit, by the bytes of its bodies [trap 17]', async () => {
    const { url, log } = await started()
    const store = opened(url)
    const sized = (bytes: number) => ({ ...note(1), data: 'é'.repeat(1) + 'x'.repeat(bytes - 4) })
    const answer = await store.append('a-1', 'any', [sized(1_048_577)])()
    const tooLarge = { type: 'TooLarge', stream: 'a-1', bytes: 1_048_577, limit: 1_048_576 }
    expect(answer).toEqual(E.left(tooLarge))
    expect(log.streams.has('a-1')).toBe(false)
    expect(await store.append('a-1', 'any', [sized(1_048_576)])()).toMatchObject({
      right: { revision: 0n },
    })
    const careful = opened(url, { maxAppendBytes: 100 })
    expect(
      await careful.append('a-3', 'any', [sized(60), { ...sized(41), id: note(2).id }])(),
    ).toEqual(E.left({ ...tooLarge, stream: 'a-3', bytes: 101, limit: 100 }))
    expect(log.streams.has('a-3')).toBe(false)
    const generous = opened(url, { maxAppendBytes: 10_000_000 })
    const told = await generous.append('a-2', 'any', [sized(2_000_000)])()
    expect(told).toEqual(E.left({ ...tooLarge, stream: 'a-2', bytes: 2_000_000 }))
  })
})

describe('a connection string', () => {
  it('that makes the client answer conflicts as successes is refused [trap 6]', () => {
    for (const key of ['throwOnAppendFailure', 'throw_on_append_failure'])
      expect(() => opened(`esdb://127.0.0.1:1?tls=false&${key}=false`)).toThrow(TypeError)
  })
})

describe('what a success and a refusal of the server mean [trap 15]', () => {
  it('a batch at `any` of which only the first is known is a bug of its writer', async () => {
    const store = opened((await started()).url)
    await filled(store, 'a-1', notes(1, 2))
    await expect(store.append('a-1', 'any', [note(1), note(3)])()).rejects.toThrow(
      'stands in stream',
    )
    await expect(store.append('a-1', 'any', [note(2), note(1)])()).rejects.toThrow(
      'stands in stream',
    )
    expect(await store.append('a-1', 'any', notes(1, 2))()).toMatchObject({
      right: { revision: 1n, repeated: true },
    })
  })

  it('no right is AccessDenied, for every operation, and no text holds the password', async () => {
    const { url, faults } = await started()
    const store = opened(url.replace('//', '//ann:pass%21word@'))
    faults.isDenied = true
    const wanted = { left: { type: 'AccessDenied' } }
    const answers = [
      await store.append('a-1', 'any', [note(1)])(),
      await store.head()(),
      await store.delete('a-1', 'any', 'soft')(),
    ]
    for (const answer of answers) expect(answer).toMatchObject(wanted)
    await expect(numbersOf(store.readAll())).rejects.toMatchObject({ error: wanted.left })
    const next = store.subscribe()[Symbol.asyncIterator]().next()
    await expect(next).rejects.toMatchObject({ error: wanted.left })
    expect(JSON.stringify(answers)).not.toMatch(/pass%21word|pass!word/)
    expect(() => opened('esdb://ann:pass%21word@:::')).toThrow(/^(?!.*pass)/)
  })
})
