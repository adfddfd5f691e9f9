import type { Json } from '../port.ts'
import { numbersFrom } from './fixtures.ts'

const TEXTS: ReadonlyArray<string> = [
  '',
  'plain',
  '\u{1f98a}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '\ud800',
  'a\udc00b',
  '\u0000\u0001\u001f\u007f\u2028\u2029\ufeff',
  'caf\u00e9 cafe\u0301',
  '\u0641\u0627\u0631\u0633\u06cc',
  '"\\/\b\f\n\r\t',
  '2026-03-01T00:00:00.000Z',
  '12345678901234567890n',
]
const KEYS: ReadonlyArray<string> = [
  'name',
  '__proto__',
  'constructor',
  'toJSON',
  'toString',
  '',
  '0',
  'a.b',
  '\ud800',
]
const NUMBERS: ReadonlyArray<number> = [
  0,
  1,
  -1,
  0.1,
  1e21,
  5e-324,
  Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  -123.456,
]

const pick = <A>(next: () => number, from: ReadonlyArray<A>): A | undefined =>
  from[Math.floor(next() * from.length)]

const random = (next: () => number, depth: number): Json => {
  const kind = Math.floor(next() * (depth > 4 ? 4 : 6))
  const size = Math.floor(next() * 4)
  switch (kind) {
    case 0:
      return pick(next, TEXTS) ?? null
    case 1:
      return pick(next, NUMBERS) ?? null
    case 2:
      return next() < 0.5
    case 3:
      return null
    case 4:
      return Array.from({ length: size }, () => random(next, depth + 1))
    default:
      // fromEntries defines members, so that even `__proto__` becomes one of its own.
      return Object.fromEntries(
        Array.from({ length: size }, () => [pick(next, KEYS) ?? '', random(next, depth + 1)]),
      )
  }
}

/** Payloads that JSON carries and careless stores spoil; the same ones on every run. */
export const hostilePayloads = (): ReadonlyArray<Json> => {
  const next = numbersFrom(20_260_301)
  const chosen: ReadonlyArray<Json> = [
    null,
    true,
    'text',
    [],
    {},
    [[], {}, [[]]],
    Object.fromEntries(KEYS.map((key) => [key, { [key]: [key] }])),
    TEXTS,
    NUMBERS,
    'x'.repeat(1_000_000),
    '\u{1f98a}'.repeat(250_000),
  ]
  return [...chosen, ...Array.from({ length: 200 }, () => random(next, 0))]
}

class Money {
  readonly amountMinor = 1
}

const cycle: Record<string, unknown> = {}
cycle['self'] = cycle

/** What JSON would change, drop or choke on. */
export const notJson: ReadonlyArray<readonly [what: string, value: unknown]> = [
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['minus zero', -0],
  ['a bigint', 1n],
  ['a Date', new Date(0)],
  ['a Map', new Map([['a', 1]])],
  ['a Set', new Set([1])],
  ['a function', () => 1],
  ['a symbol', Symbol('a')],
  ['a key that is a symbol', { [Symbol('a')]: 1 }],
  ['an object of a class', new Money()],
  ['a hole in an array', [1, , 2]], // oxlint-disable-line no-sparse-arrays -- the hole is what is tested
  ['a cycle', cycle],
]
