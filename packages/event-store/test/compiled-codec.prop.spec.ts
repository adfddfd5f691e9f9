import { catalogue } from '@tenure/core/catalogue'
import { runs } from '@tenure/house-rules/runs'
import * as fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { compileCodec, refused } from '../src/compiled-codec.ts'
import { valuesOf } from './bodies-of.ts'
import { spoilt } from './spoilt.ts'

const agree = (codec: t.Mixed, value: unknown): void => {
  const before = JSON.stringify(value)
  const asked = codec.decode(value)
  const told = compileCodec(codec)(value)
  if (isRight(asked)) expect(told).toStrictEqual(asked.right)
  else expect(told).toBe(refused)
  expect(JSON.stringify(value)).toBe(before)
}

describe('a compiled decoder', () => {
  it.each(catalogue.map(({ type, codec }) => ({ type, codec })))(
    'of $type agrees with its codec on what it allows, and on what was spoilt',
    ({ codec }) => {
      const values = valuesOf(codec)
      fc.assert(
        fc.property(fc.oneof(values, spoilt(values), fc.jsonValue()), (value) =>
          agree(codec, value),
        ),
        { numRuns: runs(60) },
      )
    },
  )

  it.each<[string, t.Mixed]>([
    ['members that may be missing', t.partial({ a: t.string })],
    ['parts put together', t.intersection([t.strict({ a: t.string }), t.strict({ b: t.number })])],
    [
      'a codec that changes what it reads',
      t.strict({ a: t.readonlyArray(t.strict({ b: t.string })) }),
    ],
    ['one of several', t.union([t.strict({ a: t.string }), t.strict({ b: t.string }), t.null])],
    ['an open object', t.type({ a: t.string })],
  ])('agrees on %s', (_, codec) => {
    const member = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.constant([{ b: 'x', c: 1 }]),
    )
    const value = fc.dictionary(fc.constantFrom('a', 'b', 'c'), member, { noNullPrototype: true })
    fc.assert(fc.property(value, (one) => agree(codec, one)))
  })
})
