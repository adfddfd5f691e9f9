import * as fc from 'fast-check'
import { Text } from '@tenure/core/shared'

/** A text from a literal; an empty or broken one is a bug of the caller and throws. */
export const text = (value: string): Text => {
  if (!Text.is(value)) throw new RangeError(`not a text: ${JSON.stringify(value)}`)
  return value
}

/** Texts that break code which takes an id for a property name, a word for ASCII, or a length for granted. */
export const hostileTexts: ReadonlyArray<Text> = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  ' ',
  '0',
  '-1',
  'a-b-c',
  '000123',
  '😀👩‍👩‍👧',
  'شرکت آبی',
  'Счёт №7',
  'Ъгълът на щъркела',
  'e\u0301',
  '\u00e9',
  '\u202eabc',
  'a\u0000b',
  'line\nbreak',
  'x'.repeat(2000),
].map(text)

/** Any well-formed text that is not empty, with hostile ones among them. */
export const hostileText: fc.Arbitrary<Text> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map(text) },
)

/**
 * A few texts, hostile ones among them: few, so that commands name the same thing and meet.
 * `prefix` keeps the pools of two kinds of id apart where they should differ; the first texts have none.
 */
export const smallPool = (size: number, prefix = ''): fc.Arbitrary<Text> =>
  fc.constantFrom(
    ...Array.from({ length: size }, (_, index) =>
      text(
        index < 2
          ? (hostileTexts[index] ?? prefix)
          : `${prefix}${hostileTexts[index + 7] ?? index}`,
      ),
    ),
  )
