import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import Engine from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { openSqliteStore, type SqliteOptions } from '../src/index.ts'
import { inMemoryCopy } from '../src/in-memory-copy.ts'
import { checkNode } from '../src/node-version.ts'
import { newFile, opened } from './new-file.ts'

const event = { type: 'Noted', data: { n: 1 }, metadata: { schemaVersion: 1 } }
const written = async (file: string): Promise<void> => {
  const store = await opened(file)
  await store.append('a-1', 'any', [{ ...event, id: crypto.randomUUID() }])()
  await store.close()
}
const refusal = async (file: string, options?: SqliteOptions) => {
  const result = await openSqliteStore(file, options)()
  if (E.isRight(result)) await result.right.close()
  return result
}
const withSql = (file: string, sql: string): void => {
  const database = new Engine(file)
  database.exec(sql)
  database.close()
}

describe('a file that cannot be opened is refused with one sentence:', () => {
  it('missing, where it must be there', async () => {
    const file = newFile()
    const missing = E.left({ type: 'Missing', reason: `There is no file ${file}.` })
    expect(await refusal(file, { mustExist: true })).toEqual(missing)
    expect(await refusal(file, { readOnly: true })).toEqual(missing)
  })

  it('a directory', async () => {
    const file = newFile()
    mkdirSync(file)
    expect(await refusal(file)).toEqual(
      E.left({ type: 'NotADatabase', reason: `${file} is a directory, not a database.` }),
    )
  })

  it('a file of another kind', async () => {
    const file = newFile()
    writeFileSync(file, 'customer,amount\n'.repeat(1000))
    const wrong = E.left({ type: 'NotADatabase', reason: `${file} is not an SQLite database.` })
    expect(await refusal(file)).toEqual(wrong)
    expect(await refusal(file, { readOnly: true })).toEqual(wrong)
  })

  it('a database of another program', async () => {
    const file = newFile()
    withSql(file, 'CREATE TABLE customers (name TEXT)')
    expect(await refusal(file)).toEqual(
      E.left({
        type: 'ForeignDatabase',
        reason: `${file} is an SQLite database of another program.`,
      }),
    )
  })

  it('a log of a newer format', async () => {
    const file = newFile()
    await written(file)
    withSql(file, 'PRAGMA user_version = 3')
    const newer = E.left({
      type: 'NewerVersion',
      reason: `${file} has format version 3, and this program knows versions up to 2: use a newer one.`,
    })
    expect(await refusal(file)).toEqual(newer)
    expect(await refusal(file, { readOnly: true })).toEqual(newer)
  })

  it('marked read-only, where it is to be written', async () => {
    const file = newFile()
    await written(file)
    chmodSync(file, 0o444)
    expect(await refusal(file)).toEqual(
      E.left({
        type: 'ReadOnly',
        reason: `${file} is marked read-only, and writing to it was asked for.`,
      }),
    )
  })

  it('an empty file, where it is only to be read', async () => {
    const file = newFile()
    writeFileSync(file, '')
    expect(await refusal(file, { readOnly: true })).toEqual(
      E.left({ type: 'NotADatabase', reason: `${file} is empty: no log was ever written to it.` }),
    )
  })

  it('in a folder that does not exist', async () => {
    const file = `${newFile()}/deeper/log.db`
    expect(await refusal(file)).toMatchObject({ left: { type: 'Unavailable' } })
  })

  it('a Node that the engine would crash', () => {
    for (const version of ['20.19.5', '22.12.0'])
      expect(checkNode(version)).toEqual(
        E.left({
          type: 'NodeTooOld',
          reason: `The SQLite store needs Node 22.13 or newer, and this is Node ${version}.`,
        }),
      )
    for (const version of ['22.13.0', '24.0.0', '100.1.0'])
      expect(checkNode(version)).toEqual(E.right(undefined))
  })
})

describe('a file opened for reading only', () => {
  it('is read, also when it is marked read-only, and refuses to be written', async () => {
    const file = newFile()
    await written(file)
    chmodSync(file, 0o444)
    const store = await opened(file, { readOnly: true })
    expect(await store.read('a-1').revision()).toBe(0n)
    const denied = { type: 'AccessDenied', reason: 'The store was opened for reading only.' }
    expect(await store.append('a-1', 'any', [])()).toEqual(E.left(denied))
    await expect(store.exclusively(async () => 1)).rejects.toMatchObject({ error: denied })
  })
})

describe('a log in a folder where nothing may be written', () => {
  it('is read from a copy in memory, unless writes wait beside it that the file does not hold', async () => {
    const file = newFile()
    const store = await opened(file)
    await store.append('a-1', 'any', [{ ...event, id: crypto.randomUUID() }])()
    expect(inMemoryCopy(Engine, file)).toBeUndefined()
    await store.close()
    const copy = inMemoryCopy(Engine, file)
    expect(copy?.prepare('SELECT count(*) FROM events').pluck().get()).toBe(1)
    copy?.close()
  })
})

describe('the zone of a history', () => {
  it('is unknown until it is set, and kept with the file', async () => {
    const file = newFile()
    const store = await opened(file)
    expect(store.zone()).toBeUndefined()
    store.setZone('Europe/Berlin')
    store.setZone('Asia/Tehran')
    expect(store.zone()).toBe('Asia/Tehran')
    expect((await opened(file, { readOnly: true })).zone()).toBe('Asia/Tehran')
  })
})

describe('a store that was closed', () => {
  const closed = {
    type: 'StoreUnavailable',
    outcome: 'notDone',
    reason: 'The store has been closed.',
  }

  it('says that nothing was done', async () => {
    const store = await opened(newFile())
    await store.close()
    await store.close()
    const append = store.append('a-1', 'any', [{ ...event, id: crypto.randomUUID() }])
    expect(await append()).toEqual(E.left(closed))
    expect(await store.head()()).toEqual(E.left(closed))
    await expect(store.read('a-1').exists()).rejects.toMatchObject({ error: closed })
    await expect(store.exclusively(async () => 1)).rejects.toMatchObject({ error: closed })
    const refused = expect.objectContaining({ error: closed })
    expect(() => store.zone()).toThrow(refused)
    expect(() => store.setZone('UTC')).toThrow(refused)
  })

  it('says so too to whoever asks while it is closing', async () => {
    const store = await opened(newFile())
    const closing = store.close()
    const append = store.append('a-1', 'any', [{ ...event, id: crypto.randomUUID() }])
    expect(await append()).toEqual(E.left(closed))
    await closing
  })
})
