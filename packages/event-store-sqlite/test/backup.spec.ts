import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../src/index.ts'
import { startAppending } from './child.ts'
import { newFile, opened } from './new-file.ts'

const checked = async (file: string) => {
  const answer = await checkFile(file)()
  if (E.isLeft(answer)) throw new Error(answer.left.reason)
  return answer.right
}
const events = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: crypto.randomUUID(),
    type: 'Noted',
    data: at,
    metadata: { schemaVersion: 1 },
  }))

describe('a backup', () => {
  it('has the digest of its file, and is a log of its own', async () => {
    const [file, copy] = [newFile(), newFile()]
    const store = await opened(file)
    await store.append('a-1', 'noStream', events(3))()
    expect(await store.backup(copy)()).toEqual(E.right(undefined))
    expect(await checked(copy)).toEqual(await checked(file))
    const other = await opened(copy)
    await other.append('a-1', 2n, events(1))()
    expect((await checked(copy)).events).toBe(4)
    expect((await checked(file)).events).toBe(3)
  })

  it('made while another process writes is whole, as the log stood at some moment', async () => {
    const [file, copy] = [newFile(), newFile()]
    const writer = startAppending(file, 'one')
    await writer.printed(30)
    const store = await opened(file)
    expect(await store.backup(copy)()).toEqual(E.right(undefined))
    writer.kill()
    await writer.ended
    const { damageCount, events: count } = await checked(copy)
    expect(damageCount).toBe(0)
    expect(count).toBeGreaterThanOrEqual(30)
    const ids = async (path: string) => {
      const all: Array<string> = []
      for await (const { id } of (await opened(path)).readAll({ limit: count })) all.push(id)
      return all
    }
    expect(await ids(copy)).toEqual(await ids(file))
  })

  it('overwrites nothing, and leaves nothing half done', async () => {
    const [file, copy] = [newFile(), newFile()]
    const store = await opened(file)
    await store.append('a-1', 'noStream', events(3))()
    writeFileSync(copy, 'mine')
    const there = {
      type: 'StoreUnavailable',
      outcome: 'notDone',
      reason: `There is a file ${copy} already.`,
    }
    expect(await store.backup(copy)()).toEqual(E.left(there))
    const nowhere = `${dirname(file)}/none/copy.db`
    expect(await store.backup(nowhere)()).toMatchObject({ left: { type: 'StoreUnavailable' } })
    const stopped = `${file}.stopped`
    expect(await store.backup(stopped, { signal: AbortSignal.abort() })()).toEqual(
      E.left({ type: 'Aborted' }),
    )
    expect(existsSync(stopped)).toBe(false)
    expect(readdirSync(dirname(file)).filter((name) => name.includes('.part'))).toEqual([])
    await store.close()
    expect(await store.backup(stopped)()).toMatchObject({ left: { type: 'StoreUnavailable' } })
  })
})
