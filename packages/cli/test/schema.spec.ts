import { describe, expect, it } from 'vitest'
import { tenure } from './tenure.ts'

describe('tenure schema', () => {
  it('prints every event, as JSON Schema or as AsyncAPI', async () => {
    const plain = await tenure(['schema'])
    expect(plain.code).toBe(0)
    const schema = JSON.parse(plain.stdout)
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.$defs['InvoiceIssued.v1'].properties.effectiveOn).toEqual({
      $ref: '#/$defs/CivilDate',
    })
    const { stdout } = await tenure(['schema', '--as', 'asyncapi'])
    const api = JSON.parse(stdout)
    expect(api.asyncapi).toBe('3.0.0')
    expect(Object.keys(api.components.messages)).toHaveLength(schema.oneOf.length)
  })

  it('knows no other kind', async () => {
    const { code, stderr } = await tenure(['schema', '--as', 'avro'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('json-schema, asyncapi')])
  })
})
