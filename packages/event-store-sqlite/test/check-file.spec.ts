import { openSync, statSync, writeSync } from 'node:fs'
import Engine from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkFile, type CheckOptions } from '../src/index.ts'
import { newFile, opened } from './new-file.ts'

const event = (data: string | number) => ({
  id: crypto.randomUUID(),
  type: 'Noted',
  data,
  metadata: { schemaVersion: 1 },
})

/** A file of two streams with seven events, one of the streams begun again after its deletion. */
const made = async (): Promise<string> => {
  const file = newFile()
  const store = await opened(file)
  await store.append('a-1', 'noStream', [event(1), event(2), event(3)])()
  await store.append('b-1', 'noStream', [event('x'.repeat(5000)), event(5)])()
  await store.delete('a-1', 'any', 'soft')()
  await store.append('a-1', 'noStream', [event(6), event(7)])()
  await store.close()
  return file
}
const checked = async (file: string, options?: CheckOptions) => {
  const answer = await checkFile(file, options)()
  if (E.isLeft(answer)) throw new Error(answer.left.reason)
  return answer.right
}

describe('a file of seven events', () => {
  let file = ''
  beforeEach(async () => {
    file = await made()
  })
  const changed = (sql: string): void => {
    const database = new Engine(file)
    database.exec(sql)
    database.close()
  }
  const told = async () =>
    (await checked(file)).damages.map(({ place, reason }) => `${place}: ${reason}`)

  it('is whole as its program wrote it', async () => {
    const seen: Array<number> = []
    const { digest, ...rest } = await checked(file, { onEvents: (done) => void seen.push(done) })
    expect(rest).toEqual({
      formatVersion: 2,
      events: 7,
      streams: 2,
      deletions: 1,
      damages: [],
      damageCount: 0,
    })
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(seen.at(-1)).toBe(7)
  })

  it.each([
    [
      'DELETE FROM events WHERE position = 4',
      [
        'position 5: the position before it is 3',
        'position 5: it is revision 1 of its stream, where 0 was to come',
      ],
    ],
    [
      'UPDATE events SET revision = 9 WHERE position = 7',
      ['position 7: it is revision 9 of its stream, where 4 was to come'],
    ],
    [
      'UPDATE events SET position = 0 WHERE position = 1',
      ['position 0: the position before it is 0', 'position 2: the position before it is 0'],
    ],
    ["UPDATE events SET data = '{' WHERE position = 2", ['position 2: its body is no JSON']],
    ["UPDATE events SET metadata = '' WHERE position = 2", ['position 2: its metadata is no JSON']],
    ["UPDATE events SET id = x'00' WHERE position = 3", ['position 3: its id is no UUID']],
    [
      'UPDATE events SET recordedAt = 9000000000000000 WHERE position = 3',
      ['position 3: it was recorded at no instant'],
    ],
    [
      'UPDATE events SET declaredAt = -9000000000000000 WHERE position = 3',
      ['position 3: it was learned at no instant'],
    ],
    ['UPDATE events SET type = 77 WHERE position = 1', ['position 1: its type has no name']],
    [
      "DELETE FROM streams WHERE name = 'b-1'",
      ['position 4: its stream 2 has no name', 'position 5: its stream 2 has no name'],
    ],
    ['DELETE FROM categories WHERE category = 2', ['the stream "b-1": has no category']],
    [
      'UPDATE deletions SET before = 6',
      ['the stream "a-1": is deleted up to revision 6, which it never had'],
    ],
  ])('is damaged by %s', async (sql, damages) => {
    const { digest } = await checked(file)
    changed(sql)
    expect(await told()).toEqual(damages)
    if (sql.includes('events')) expect((await checked(file)).digest).not.toBe(digest)
  })

  it('tells of an index that lies where another does', async () => {
    // One index is told to lie where the other does.
    const database = new Engine(file)
    database.unsafeMode(true)
    database.pragma('writable_schema = ON')
    database.exec(
      "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'idsOfStream') WHERE name = 'eventsOfStream'",
    )
    database.close()
    const { damageCount, damages } = await checked(file)
    expect(damageCount).toBeGreaterThan(0)
    expect(damages[0]?.place).toBe('the file')
  })

  it('tells of pages that were overwritten, and throws nothing', async () => {
    const handle = openSync(file, 'r+')
    const { size } = statSync(file)
    for (let at = 4096 * 4; at + 512 < size; at += 4096)
      writeSync(handle, Buffer.alloc(512, 0x5a), 0, 512, at)
    const { damageCount, damages } = await checked(file)
    expect(damageCount).toBeGreaterThan(0)
    expect(damages[0]?.place).toBe('the file')
  })

  it('tells a hundred damages at most, and how many there are', async () => {
    const store = await opened(file)
    await store.append(
      'c-1',
      'any',
      Array.from({ length: 300 }, (_, at) => event(at)),
    )()
    await store.close()
    changed("UPDATE events SET data = '{' WHERE position > 100")
    const { damages, damageCount } = await checked(file)
    expect([damages.length, damageCount]).toEqual([100, 207])
  })

  it('is refused where it is none, and is not made', async () => {
    expect(await checkFile(`${file}.none`)()).toMatchObject({ left: { type: 'Missing' } })
  })

  it('stops by its signal', async () => {
    const signal = AbortSignal.abort()
    await expect(checkFile(file, { signal })()).rejects.toMatchObject({
      error: { type: 'Aborted' },
    })
  })
})
