import * as t from 'io-ts'
import { isZone } from '@tenure/core/shared'
import { checked, closed, saying } from './closed.ts'
import { isDateFormat } from './dates.ts'
import { factKinds, factKindNames, type FactKind } from './kinds.ts'

const Name = saying(
  t.refinement(t.string, (s) => s.trim().length > 0 && s.isWellFormed()),
  'must be text that is not empty',
)

/** A column: by its name where the file has a header, else by its number, from 1. */
export const Column = saying(
  t.union([Name, t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= 1)]),
  'must be the name of a column, or its number from 1',
)
export type Column = t.TypeOf<typeof Column>

const DateFormat = saying(
  t.refinement(t.string, isDateFormat),
  'must be "iso", or be made of yyyy, M or MM, d or dd, each once, such as M/d/yyyy',
)

const oneOf = (...sources: ReadonlyArray<unknown>): boolean =>
  sources.filter((given) => given !== undefined).length === 1

const Part = checked(
  closed('a part', {}, { column: Column, constant: t.string, remembered: Name }),
  ({ column, constant, remembered }) =>
    oneOf(column, constant, remembered)
      ? undefined
      : 'must have exactly one of column, constant and remembered',
)
export type Part = t.TypeOf<typeof Part>

/** Where a value comes from: one column, a constant, an earlier row, or parts put together. */
export const Value = checked(
  closed(
    'a value',
    {},
    {
      column: Column,
      constant: t.string,
      parts: t.readonlyArray(Part),
      remembered: Name,
      format: DateFormat,
      stripSuffix: Name,
      plusDays: saying(
        t.refinement(t.number, (n) => Number.isSafeInteger(n) && Math.abs(n) <= 36_500),
        'must be a whole number of days',
      ),
      minus: Part,
    },
  ),
  ({ column, constant, parts, remembered }) =>
    oneOf(column, constant, parts, remembered)
      ? undefined
      : 'must have exactly one of column, constant, parts and remembered',
)
export type Value = t.TypeOf<typeof Value>

/** One test of a row. With several keys, all must hold. */
export const Condition = closed(
  'a condition',
  { column: Column },
  {
    equals: t.string,
    oneOf: t.readonlyArray(t.string),
    startsWith: Name,
    blank: t.boolean,
    not: t.boolean,
  },
)
export type Condition = t.TypeOf<typeof Condition>

const Kind: t.Type<FactKind> = new t.Type(
  'a kind of fact',
  (value): value is FactKind => typeof value === 'string' && Object.hasOwn(factKinds, value),
  (value, context) =>
    Kind.is(value)
      ? t.success(value)
      : t.failure(value, context, `must be one of ${factKindNames.join(', ')}`),
  t.identity,
)

const FileNames = saying(
  t.refinement(t.readonlyArray(Name), (names) => names.length > 0),
  'must list at least one name of a file, in which * stands for any text',
)

/** The lines of a document: each row with its key adds one. */
const LinesRule = closed(
  'lines',
  { sku: Value, quantity: Value, unitPrice: Value },
  { lineId: Value, details: t.record(Name, Value) },
)
export type LinesRule = t.TypeOf<typeof LinesRule>

export const FactRule = closed(
  'a fact',
  { kind: Kind, effectiveOn: Value, fields: t.record(t.string, Value) },
  {
    when: t.readonlyArray(Condition),
    key: saying(
      t.refinement(t.readonlyArray(Column), (columns) => columns.length > 0),
      'must list at least one column',
    ),
    declaredOn: Value,
    files: FileNames,
    lines: LinesRule,
  },
)
export type FactRule = t.TypeOf<typeof FactRule>

const IgnoreRule = closed(
  'an ignore rule',
  { name: Name, when: t.readonlyArray(Condition) },
  { files: FileNames },
)
export type IgnoreRule = t.TypeOf<typeof IgnoreRule>

/** A value that a row leaves, under a name, for the later rows that have the same key columns. */
const RememberRule = closed(
  'a remember rule',
  {
    name: Name,
    key: saying(
      t.refinement(t.readonlyArray(Column), (columns) => columns.length > 0),
      'must list at least one column',
    ),
    value: Value,
  },
  { when: t.readonlyArray(Condition), files: FileNames },
)
export type RememberRule = t.TypeOf<typeof RememberRule>

const OneCharacter = t.refinement(t.string, (s) => [...s].length === 1 && !/[\r\n]/.test(s))

export const Format = closed(
  'a format',
  {
    kind: saying(t.literal('csv'), 'must be "csv"'),
    delimiter: saying(
      t.union([t.literal('blanks'), OneCharacter]),
      'must be one character, or "blanks" for runs of spaces and tabs',
    ),
    header: saying(t.boolean, 'must be true or false'),
  },
  {
    quote: saying(
      t.union([OneCharacter, t.null]),
      'must be one character, or null where nothing is quoted',
    ),
  },
)
export type Format = t.TypeOf<typeof Format>

const DecimalMark = saying(t.keyof({ '.': null, ',': null }), 'must be "." or ","')
export type DecimalMark = t.TypeOf<typeof DecimalMark>

/** A mapping: how the rows of a source become facts. docs/reference/import-mapping.md is its manual. */
export const Mapping = closed(
  'a mapping',
  {
    source: Name,
    zone: saying(t.refinement(t.string, isZone), 'must be an IANA time zone such as Europe/Rome'),
    format: Format,
    facts: t.readonlyArray(FactRule),
  },
  {
    dates: t.readonlyArray(DateFormat),
    constants: saying(t.record(t.string, t.string), 'must be texts by the names of fields'),
    decimal: DecimalMark,
    ignore: t.readonlyArray(IgnoreRule),
    remember: t.readonlyArray(RememberRule),
  },
)
export type Mapping = t.TypeOf<typeof Mapping>
