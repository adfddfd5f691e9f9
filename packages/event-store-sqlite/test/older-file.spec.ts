import { readFileSync } from 'node:fs'
import Engine from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { newFile, opened } from './new-file.ts'

// A file of format 1, as the first programs of this house made it: two streams, three events.
const formatOne = `
  CREATE TABLE categories (category INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE types (type INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE streams (
    stream INTEGER PRIMARY KEY, category INTEGER NOT NULL, name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL,
    type INTEGER NOT NULL, schemaVersion INTEGER NOT NULL, recordedAt INTEGER NOT NULL,
    declaredAt INTEGER, id BLOB NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX eventsOfStream ON events (stream, revision);
  CREATE UNIQUE INDEX idsOfStream ON events (stream, id);
  CREATE TABLE about (word TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  PRAGMA application_id = ${0x546e7572};
  PRAGMA user_version = 1;
  INSERT INTO categories VALUES (1, 'a');
  INSERT INTO types VALUES (1, 'Noted');
  INSERT INTO streams VALUES (1, 1, 'a-1'), (2, 1, 'a-2');
  INSERT INTO events VALUES
    (1, 1, 0, 1, 1, 1700000000000, NULL, x'00000000000040008000000000000001', '{"n":1}', '{}'),
    (2, 2, 0, 1, 1, 1700000000001, NULL, x'00000000000040008000000000000002', '{"n":2}', '{}'),
    (3, 1, 1, 1, 1, 1700000000002, NULL, x'00000000000040008000000000000003', '{"n":3}', '{}');
`

const older = (): string => {
  const file = newFile()
  const database = new Engine(file)
  database.exec(formatOne)
  database.close()
  return file
}
const versionOf = (file: string): unknown => {
  const database = new Engine(file, { readonly: true })
  try {
    return database.pragma('user_version', { simple: true })
  } finally {
    database.close()
  }
}
const dataOf = async (events: AsyncIterable<{ readonly data: unknown }>) => {
  const all: Array<unknown> = []
  for await (const { data } of events) all.push(data)
  return all
}

describe('a file of format 1', () => {
  it('is read as it stands where it may not be written, and not a byte of it changes', async () => {
    const file = older()
    const before = readFileSync(file)
    const store = await opened(file, { readOnly: true })
    expect(await dataOf(store.readAll())).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    expect(await dataOf(store.read('a-1', { backwards: true }))).toEqual([{ n: 3 }, { n: 1 }])
    expect(await store.read('a-1').revision()).toBe(1n)
    await store.close()
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('becomes one of today when it is opened for writing, with all that was in it', async () => {
    const file = older()
    const store = await opened(file)
    expect(await dataOf(store.readAll())).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    expect(await store.delete('a-1', 1n, 'soft')()).toMatchObject({ _tag: 'Right' })
    await store.close()
    expect(versionOf(file)).toBe(2)
    const again = await opened(file, { readOnly: true })
    expect(await again.read('a-1').exists()).toBe(false)
    expect(await dataOf(again.read('a-2'))).toEqual([{ n: 2 }])
  })

  it('is brought up to date by one of two that open it at once, and by both not twice', async () => {
    const file = older()
    const [one, other] = await Promise.all([opened(file), opened(file)])
    await one.delete('a-1', 'exists', 'tombstone')()
    expect(await other.append('a-1', 'any', [])()).toMatchObject({
      left: { type: 'StreamDeleted' },
    })
  })
})
