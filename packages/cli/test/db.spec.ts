import { readFileSync } from 'node:fs'
import { loadSqliteEngine } from '@tenure/event-store-sqlite'
import { isLeft } from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { salesDatabase } from './sales.ts'
import { makeFolder, tenure } from './tenure.ts'

describe('the care of the database', () => {
  const folder = makeFolder()
  let db = ''
  beforeAll(async () => {
    db = await salesDatabase(folder.at)
  })
  afterAll(folder.remove)

  const resultOf = async (file: string) => {
    const { stdout } = await tenure(['db', 'check', '--db', file, '--json'])
    return JSON.parse(stdout)['result']
  }

  it('finds a file whole, and its backup the same', async () => {
    const copy = folder.at('copy.db')
    const made = await tenure(['db', 'backup', copy, '--db', db])
    expect(made).toEqual({ code: 0, stdout: `${db} was copied to ${copy}, whole.\n`, stderr: '' })
    const before = readFileSync(copy)
    const result = await resultOf(copy)
    expect(result).toMatchObject({ damageCount: 0, unreadCount: 0, damages: [], unread: [] })
    expect(result).toEqual(await resultOf(db))
    expect(readFileSync(copy).equals(before)).toBe(true)
    const told = await tenure(['db', 'check', '--db', copy])
    expect(told.code).toBe(0)
    expect(told.stdout).toContain(result.digest)
    expect(await tenure(['db', 'backup', copy, '--db', db])).toMatchObject({
      code: 4,
      stderr: `tenure: There is a file ${copy} already.\n`,
    })
  })

  it('tells damages, and events that this program cannot read, and ends with 4', async () => {
    const copy = folder.at('hurt.db')
    await tenure(['db', 'backup', copy, '--db', db])
    const engine = await loadSqliteEngine()
    if (isLeft(engine)) throw new Error(engine.left.reason)
    const database = new engine.right(copy)
    const strange = database.prepare("UPDATE types SET name = 'Unheard' WHERE type = 1")
    strange.run()
    const unread = await tenure(['db', 'check', '--db', copy])
    expect(unread.code).toBe(4)
    expect(unread.stderr).toMatch(/Unheard/)
    expect(unread.stderr).toMatch(
      /is whole, and holds \d+ events? that this version of tenure cannot read/,
    )
    database.exec('DELETE FROM events WHERE position = 2')
    database.close()
    const damaged = await tenure(['db', 'check', '--db', copy])
    expect(damaged.code).toBe(4)
    expect(damaged.stderr).toContain('position 3: the position before it is 1.')
    expect(damaged.stderr).toMatch(/is damaged in \d+ places?/)
  })

  it('says where there is no file', async () => {
    expect(await tenure(['db', 'check', '--db', folder.at('none.db')])).toMatchObject({ code: 4 })
    expect(
      await tenure(['db', 'backup', folder.at('x.db'), '--db', folder.at('none.db')]),
    ).toMatchObject({ code: 4 })
  })
})
