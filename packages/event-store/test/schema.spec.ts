import { catalogue } from '@tenure/core/catalogue'
import { rooms } from '@tenure/core/rooms'
import { nullable, personal, Positive, Text, type EventDefinition } from '@tenure/core/shared'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  asyncApiDocument,
  brokenLocks,
  jsonSchemaDocument,
  schemaLock,
} from '../src/schema/index.ts'

const define = (codec: t.Mixed, version = 1): EventDefinition => ({
  type: codec.name,
  version,
  codec,
})
const noted = (facts: t.Props, version = 1): EventDefinition =>
  define(t.strict({ type: t.literal('Noted'), ...facts }, 'Noted'), version)

describe('the schema of an event', () => {
  it('says shapes, names, ranges, what may be null and what is personal, of the body without its type', () => {
    const definition = noted({
      count: Positive,
      name: nullable(Text),
      phone: personal(Text),
      kind: t.keyof({ one: null, other: null }),
      tags: t.readonlyArray(t.string),
    })
    expect(jsonSchemaDocument([definition])).toMatchObject({
      $defs: {
        Positive: {
          title: 'Positive',
          type: 'integer',
          minimum: 1,
          maximum: 9_007_199_254_740_991,
        },
        Text: { title: 'Text', type: 'string', minLength: 1 },
        'Noted.v1': {
          type: 'object',
          required: ['count', 'name', 'phone', 'kind', 'tags'],
          properties: {
            count: { $ref: '#/$defs/Positive' },
            name: { anyOf: [{ $ref: '#/$defs/Text' }, { type: 'null' }] },
            phone: { type: 'string', minLength: 1, 'x-personal': 'customerId' },
            kind: { enum: ['one', 'other'] },
            tags: { type: 'array', items: { type: 'string' } },
          },
        },
      },
    })
  })

  it('is refused for a codec of a kind that no event has', () => {
    expect(() => jsonSchemaDocument([noted({ any: t.unknown })])).toThrow('no schema here')
  })
})

describe('the AsyncAPI document of all rooms', () => {
  const document = JSON.parse(
    JSON.stringify(
      asyncApiDocument(
        Object.values(rooms).map(({ category, events }) => ({ category, events })),
        { title: 'Tenure', version: '0.0.0' },
      ),
    ),
  )
  it('has a channel a category and a message an event', () => {
    expect(Object.keys(document.channels)).toHaveLength(15)
    expect(Object.keys(document.components.messages).toSorted()).toEqual(
      catalogue.map(({ type }) => type).toSorted(),
    )
    expect(document.channels.invoice.address).toBe('invoice-{id}')
  })
  it('refers to nothing that it does not hold', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path = '']) => path,
    )
    expect(refs.length).toBeGreaterThan(500)
    for (const path of new Set(refs)) {
      const found = path.split('/').reduce((at, key) => at?.[key], document)
      expect(found, path).toBeDefined()
    }
  })
})

describe('the lock of the forms', () => {
  const before = schemaLock(
    [noted({ name: Text }), define(t.strict({ type: t.literal('Left') }, 'Left'))],
    '0.1.0',
  )
  const readNothing = () => false
  const said = (
    definitions: ReadonlyArray<EventDefinition>,
    read = readNothing as (type: string, version: number) => boolean,
  ) => brokenLocks(before, schemaLock(definitions, '0.1.0'), read)
  const left = define(t.strict({ type: t.literal('Left') }, 'Left'))

  it('is kept where nothing changed, in whatever order', () => {
    expect(said([left, noted({ name: Text })])).toEqual([])
  })
  it('is broken by another form of the same version', () => {
    expect(said([left, noted({ name: nullable(Text) })])).toEqual([
      'Noted.v1 has another form than the one committed: give the new form a new version and an upcaster',
    ])
  })
  it('is kept by a new version with an upcaster, once the new form is committed', () => {
    const next = [left, noted({ name: nullable(Text) }, 2)]
    expect(said(next, (type, version) => type === 'Noted' && version === 1)).toEqual([
      'Noted.v2 is new: commit its form to the lock',
    ])
    expect(said(next)).toContain('Noted.v1 is read by nothing any more: keep an upcaster from it')
  })
  it('is broken by an event that leaves', () => {
    expect(said([noted({ name: Text })])).toEqual([
      'Left.v1 is read by nothing any more: keep an upcaster from it',
    ])
  })
  it('is broken by a value whose meaning changed, though the event looks the same', () => {
    const other = t.refinement(t.number, () => true, 'Text')
    expect(said([left, noted({ name: other })])).toEqual([
      'the value Text has another form than the one committed: every event that holds it needs a new version',
    ])
  })
})
