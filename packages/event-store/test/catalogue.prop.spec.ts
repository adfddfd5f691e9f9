import { catalogue } from '@tenure/core/catalogue'
import type { Fact } from '@tenure/core/shared'
import { runs } from '@tenure/house-rules/runs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRegistry, openLog } from '../src/index.ts'
import { memoryStore } from '../src/memory/index.ts'
import { valuesOf } from './bodies-of.ts'
import { collect } from './purse.ts'

const id = '3b241101-e2bb-4255-8caf-4136c566a962'

describe('for every event of the catalogue and every body its codec allows', () => {
  const registry = makeRegistry(catalogue)
  it.each(catalogue.map(({ type, codec }) => ({ type, codec })))(
    'a stored $type reads back as itself, through JSON too',
    async ({ codec }) => {
      await fc.assert(
        fc.asyncProperty(valuesOf(codec), async (value) => {
          // Values of a catalogue codec are facts; encode refuses what is none.
          const fact = value as Fact
          const { type, schemaVersion, data } = registry.encode(fact)
          expect(JSON.parse(JSON.stringify(data))).toStrictEqual(data)
          const store = memoryStore()
          await store.append('a-1', 'any', [{ id, type, data, metadata: { schemaVersion } }])()
          const [known] = await collect(openLog(store, registry).readAll())
          expect(known?.body).toStrictEqual({ ...fact })
        }),
        { numRuns: runs(40) },
      )
    },
  )
})
