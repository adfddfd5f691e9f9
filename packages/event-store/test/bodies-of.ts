import * as fc from 'fast-check'
import * as t from 'io-ts'

const texts = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toJSON', '\u{1f98a}', '\u0641\u0627', 'a\u0000'),
  fc.string({ minLength: 1, unit: 'binary' }),
)
const days = fc.constantFrom('0001-01-01', '2024-02-29', '2026-03-01', '9999-12-31')

const refined = (codec: t.Any & { readonly type: t.Any }): fc.Arbitrary<unknown> => {
  const candidates =
    codec.name === 'Currency'
      ? fc.constantFrom('EUR', 'JPY', 'KWD')
      : codec.name === 'CivilDate'
        ? days
        : codec.name === 'Quantity' || codec.name === 'Decimal'
          ? fc.constantFrom('1', '-2.50', '0.001')
          : valuesOf(codec.type)
  return candidates.filter((value) => codec.is(value))
}

const membersOf = (props: t.Props, requiredKeys = Object.keys(props)): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(props).map(([key, c]) => [key, valuesOf(c)])), {
    noNullPrototype: true,
    requiredKeys,
  })

const isTagged = (codec: t.Mixed): codec is t.Mixed & { readonly _tag: string } => '_tag' in codec

/** Values of a codec of the catalogue: a codec of a kind that is new there has to be added here. */
export const valuesOf = (codec: t.Mixed): fc.Arbitrary<unknown> => {
  if (codec instanceof t.ExactType) return valuesOf(codec.type)
  if (codec instanceof t.InterfaceType) return membersOf(codec.props)
  if (codec instanceof t.PartialType) return membersOf(codec.props, [])
  if (codec instanceof t.IntersectionType)
    return fc
      .tuple(...codec.types.map(valuesOf))
      .map((parts) => parts.reduce<object>((whole, part) => ({ ...whole, ...Object(part) }), {}))
  if (codec instanceof t.LiteralType) return fc.constant(codec.value)
  if (codec instanceof t.KeyofType) return fc.constantFrom(...Object.keys(codec.keys))
  if (codec instanceof t.UnionType) return fc.oneof(...codec.types.map(valuesOf))
  if (codec instanceof t.ReadonlyArrayType) return fc.array(valuesOf(codec.type), { maxLength: 3 })
  if (codec instanceof t.RefinementType) return refined(codec)
  if (codec instanceof t.StringType) return texts
  if (codec instanceof t.NullType) return fc.constant(null)
  if (codec instanceof t.BooleanType) return fc.boolean()
  // Small ones too: a day of a month, a count of parts and the like are refined from them.
  if (codec instanceof t.NumberType)
    return fc.oneof(fc.integer({ min: -2, max: 31 }), fc.nat(10_000), fc.nat(), fc.maxSafeInteger())
  // A marked or named text is a codec of its own, around a text.
  if (!isTagged(codec) || codec.is('text')) return texts.filter((text) => codec.is(text))
  throw new Error(`no values are known for the codec ${codec.name}`)
}
