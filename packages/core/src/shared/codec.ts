import * as t from 'io-ts'

/** A codec whose value belongs to one person: it is encrypted under that person's key, and may be erased. */
export interface PersonalCodec<A, O> extends t.Type<A, O, unknown> {
  readonly personal: { readonly subject: string }
}

/**
 * Marks a field as personal data of the person named by another field of the same event.
 *
 * Shape: decodes and encodes as `codec` does; the mark changes no stored format today, so that
 * encrypting the field later needs no new event version.
 * `subject` is the name of the field that holds the person's pseudonym, usually `customerId`.
 */
export const personal = <A, O>(
  codec: t.Type<A, O, unknown>,
  subject = 'customerId',
): PersonalCodec<A, O> =>
  Object.assign(new t.Type<A, O, unknown>(codec.name, codec.is, codec.validate, codec.encode), {
    personal: { subject },
  })

export const isPersonal = (codec: unknown): codec is PersonalCodec<unknown, unknown> =>
  typeof codec === 'object' && codec !== null && 'personal' in codec

/** The value, or `null` where the source says nothing. Never `undefined`: JSON has no such word. */
export const nullable = <C extends t.Mixed>(codec: C): t.UnionC<[C, t.NullC]> =>
  t.union([codec, t.null])
