import type { JsonSchema } from './schema.ts'

const { MAX_SAFE_INTEGER: MOST, MIN_SAFE_INTEGER: LEAST } = Number
const whole = (minimum: number, maximum = MOST): JsonSchema => ({
  type: 'integer',
  minimum,
  maximum,
})

/**
 * What the named values of the trade ask beyond their JSON type, as far as JSON Schema can say it: the
 * predicates are functions, and no schema can be read off them. A law holds each against its codec.
 */
export const constraints: ReadonlyMap<string, JsonSchema> = new Map<string, JsonSchema>([
  ['Text', { minLength: 1 }],
  ['CivilDate', { format: 'date', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }],
  ['Currency', { pattern: '^[A-Z]{3}$', description: 'ISO 4217' }],
  ['Decimal', { pattern: String.raw`^-?\d+(\.\d+)?$` }],
  ['MinorUnits', { ...whole(0), description: 'minor units of the currency' }],
  ['SignedMinor', { ...whole(LEAST), description: 'minor units of the currency' }],
  ['Whole', whole(0)],
  ['Positive', whole(1)],
  ['Cycle', whole(1)],
  ['Offset', whole(LEAST)],
  ['BasisPoints', { ...whole(0), description: 'a share of 10,000: 250 is 2.5 %' }],
  ['Numerator', whole(0)],
  ['Denominator', whole(1)],
  ['DayOfMonth', whole(1, 31)],
  ['Weekday', whole(1, 7)],
])
