import * as fc from 'fast-check'

/** Somewhere in a value of JSON another value, a member less or one more: a slip of whoever wrote it. */
const slips = fc.tuple(
  fc.nat(60),
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    -1,
    1.5,
    'x',
    true,
    [],
    {},
    '2026-13-01',
    2 ** 53,
    -0,
  ),
  fc.constantFrom('change', 'change', 'add', 'add __proto__'),
)

const spoil = (data: unknown, [place, value, how]: readonly [number, unknown, string]): unknown => {
  let left = place
  const walk = (one: unknown): unknown => {
    const isHere = left === 0
    left -= 1
    if (isHere && how === 'change') return value
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== 'object' || one === null) return one
    const entries = Object.entries(one).map(([key, member]) => [key, walk(member)] as const)
    if (!isHere) return Object.fromEntries(entries)
    // From entries, so that this name is a member and not the prototype.
    return Object.fromEntries([...entries, [how === 'add' ? 'stranger' : '__proto__', value]])
  }
  return JSON.parse(JSON.stringify(walk(data) ?? null))
}

/** Values of JSON as they are, and each with a slip. */
export const spoilt = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(values, slips).map(([value, slip]) => spoil(value, slip))
