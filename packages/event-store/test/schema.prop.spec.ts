import { catalogue } from '@tenure/core/catalogue'
import type { Fact } from '@tenure/core/shared'
import { runs } from '@tenure/house-rules/runs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRegistry } from '../src/index.ts'
import { jsonSchemaDocument } from '../src/schema/index.ts'
import { valuesOf } from './bodies-of.ts'
import { spoilt } from './spoilt.ts'

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
addFormats.default(ajv)
ajv.addKeyword({ keyword: 'x-personal', schemaType: 'string' })
const validate = ajv.compile(jsonSchemaDocument(catalogue))
const registry = makeRegistry(catalogue)

const isReadable = (type: string, schemaVersion: number, data: unknown): boolean => {
  // What comes out of JSON is JSON.
  const recorded = {
    type,
    data: data as never,
    stream: 's',
    revision: 0n,
    metadata: { schemaVersion },
  }
  try {
    registry.decode(recorded)
    return true
  } catch {
    return false
  }
}

describe('for every event and every body its codec allows', () => {
  it.each(catalogue.map(({ type, codec }) => ({ type, codec })))(
    'the schema of $type allows what is stored, and refuses nothing that its codec reads',
    async ({ codec }) => {
      fc.assert(
        fc.property(valuesOf(codec), spoilt(valuesOf(codec)), (value, other) => {
          // Values of a catalogue codec are facts.
          const { type, schemaVersion, data } = registry.encode(value as Fact)
          expect(validate({ type, schemaVersion, data }), JSON.stringify(validate.errors)).toBe(
            true,
          )
          if (isReadable(type, schemaVersion, other))
            expect(
              validate({ type, schemaVersion, data: other }),
              JSON.stringify([other, validate.errors]),
            ).toBe(true)
        }),
        { numRuns: runs(15) },
      )
    },
  )
})
