import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { catalogue } from '@tenure/core/catalogue'
import { describe, expect, it } from 'vitest'
import { brokenLocks, schemaLock, type SchemaLock } from '../src/schema/index.ts'

// The stored forms of the catalogue, committed. Until a version is released (`released` of the lock), the
// lock follows the code with UPDATE_DOCS=1, and its diff shows what a change does to stored events; after
// that it only takes new forms.
const path = fileURLToPath(new URL('../../core/schemas/events.lock.json', import.meta.url))
const committed: SchemaLock = existsSync(path)
  ? JSON.parse(readFileSync(path, 'utf8'))
  : { released: null, values: {}, events: {} }

describe('the stored forms of all events', () => {
  it('are the ones committed to', () => {
    const today = schemaLock(catalogue, committed.released)
    // The catalogue has no older versions yet, and so no upcasters.
    const broken = brokenLocks(committed, today, () => false)
    const mayFollow =
      committed.released === null || broken.every((one) => one.includes(' is new: '))
    if (process.env['UPDATE_DOCS'] === '1' && mayFollow) {
      const values =
        committed.released === null ? today.values : { ...committed.values, ...today.values }
      const events =
        committed.released === null ? today.events : { ...committed.events, ...today.events }
      writeFileSync(path, `${JSON.stringify({ ...today, values, events }, null, 1)}\n`)
    } else expect(broken).toEqual([])
  })
})
