import type { Door, EventDefinition } from '@tenure/core/shared'
import { catalogue } from '@tenure/core/catalogue'
import { agreementRoom } from '@tenure/core/agreement'
import { churnRoom } from '@tenure/core/churn'
import { collectionsRoom } from '@tenure/core/collections'
import { creditRoom } from '@tenure/core/credit'
import { customerRoom } from '@tenure/core/customer'
import { disputeRoom } from '@tenure/core/dispute'
import { engagementRoom } from '@tenure/core/engagement'
import { financingRoom } from '@tenure/core/financing'
import { invoiceRoom } from '@tenure/core/invoice'
import { loyaltyRoom } from '@tenure/core/loyalty'
import { orderRoom } from '@tenure/core/order'
import { receivablesRoom } from '@tenure/core/receivables'
import { returnsRoom } from '@tenure/core/returns'
import { subscriptionRoom } from '@tenure/core/subscription'
import { supportRoom } from '@tenure/core/support'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { coreRooms, filesBelow, textOf } from '../src/tree.ts'

// A room's page has a heading for each door with a table of commands, a heading for each event with a table
// of its fields, and one table for the fields of every event. Shapes that several rooms share stand in
// docs/reference/values.md.

interface DescribedRoom {
  readonly category: string
  readonly events: ReadonlyArray<EventDefinition>
  /** Every room tells the door by the command's type alone. */
  readonly doorOf: (command: never) => Door
}

const rooms: ReadonlyArray<DescribedRoom> = [
  customerRoom,
  creditRoom,
  agreementRoom,
  financingRoom,
  orderRoom,
  invoiceRoom,
  receivablesRoom,
  collectionsRoom,
  disputeRoom,
  churnRoom,
  subscriptionRoom,
  loyaltyRoom,
  returnsRoom,
  engagementRoom,
  supportRoom,
]
/** Which page describes what a package's doors offer. */
const described: ReadonlyArray<readonly [page: string, doors: ReadonlyArray<string>]> = [
  ['payment-request', ['core/src/payment-request']],
  ['terms', ['core/src/terms']],
  ['overdue', ['overdue/src']],
  ['retention', ['retention/src']],
  ['clv', ['clv/src']],
  ['projection', ['projection/src', 'projection/src/laws']],
  [
    'store',
    [
      'event-store/src',
      'event-store/src/memory',
      'event-store/src/conformance',
      'event-store/src/programs',
      'event-store/src/schema',
      'event-store/src/cloud-events',
    ],
  ],
  ['sqlite', ['event-store-sqlite/src']],
  ['eventstoredb', ['eventstoredb/src']],
  [
    'testing',
    ['', '/arbitraries', '/company', '/life', '/sales'].map((door) => `testing/src${door}`),
  ],
]
const pages = filesBelow('docs/reference').map((path) => path.slice(path.lastIndexOf('/') + 1))

/** The text under a heading, up to the next heading of any level. */
const under = (page: string, heading: string): string => {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading)
  if (start < 0) return ''
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.startsWith('#'))
  return rest.slice(0, end < 0 ? rest.length : end).join('\n')
}

/** What the rows of the tables in a text are about: the words in their first cells. */
const rowsOf = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, word = '']) => word))

interface Shape {
  readonly fields: ReadonlySet<string>
  /** Fields of the shapes within. */
  readonly inner: ReadonlySet<string>
}

const shapeOf = (codec: t.Mixed): Shape => {
  const nested = (inner: ReadonlyArray<t.Mixed>): Shape => {
    const shapes = inner.map(shapeOf)
    return {
      fields: new Set(shapes.flatMap(({ fields }) => [...fields])),
      inner: new Set(shapes.flatMap((shape) => [...shape.inner])),
    }
  }
  if (codec instanceof t.ExactType) return shapeOf(codec.type)
  if (codec instanceof t.InterfaceType || codec instanceof t.PartialType) {
    const props: Record<string, t.Mixed> = codec.props
    const below = Object.values(props).map(shapeOf)
    return {
      fields: new Set(Object.keys(props)),
      inner: new Set(below.flatMap((shape) => [...shape.fields, ...shape.inner])),
    }
  }
  if (codec instanceof t.UnionType || codec instanceof t.IntersectionType)
    return nested(codec.types)
  if (codec instanceof t.RefinementType) return shapeOf(codec.type)
  if (codec instanceof t.ReadonlyArrayType || codec instanceof t.ArrayType)
    return shapeOf(codec.type)
  return { fields: new Set(), inner: new Set() }
}

const namesIn = (room: string, file: RegExp): ReadonlyArray<string> => [
  ...new Set(
    filesBelow(`packages/core/src/${room}`)
      .filter((path) => file.test(path))
      .flatMap((path) => [...textOf(path).matchAll(/readonly type:([^\n]*)/g)])
      .flatMap(([, types = '']) => [...types.matchAll(/'(\w+)'/g)].map(([, name = '']) => name)),
  ),
]

/** The values that an index exports; types are left out. */
const valuesOf = (index: string): ReadonlyArray<string> => [
  ...[...index.matchAll(/^export \{([^}]*)\}/gm)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type ')),
  ...[...index.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name),
]

describe('the reference', () => {
  it('has a page for every room of the core, and knows them all', () => {
    const folders = coreRooms()
    expect(folders.toSorted()).toEqual(rooms.map(({ category }) => category).toSorted())
    expect(folders.filter((folder) => !pages.includes(`${folder}.md`))).toEqual([])
    expect(rooms.flatMap(({ events }) => events.map(({ type }) => type)).toSorted()).toEqual(
      catalogue.map(({ type }) => type).toSorted(),
    )
  })

  it.each(described)('has a page %s that names all that %j offer', (name, doors) => {
    const page = textOf(`docs/reference/${name}.md`)
    for (const door of doors) {
      const values = valuesOf(textOf(`packages/${door}/index.ts`))
      expect(values.length).toBeGreaterThan(0)
      expect(values.filter((value) => !new RegExp(`\`${value}\\b`).test(page))).toEqual([])
    }
  })

  it('lists every page in its index', () => {
    const index = textOf('docs/reference/README.md')
    expect(pages.filter((page) => page !== 'README.md' && !index.includes(`(${page})`))).toEqual([])
  })
})

describe.each(rooms)('the page of the room $category', ({ category, events, doorOf }) => {
  const page = textOf(`docs/reference/${category}.md`)
  const shared = rowsOf(textOf('docs/reference/values.md'))
  const everyEvent = rowsOf(under(page, 'Fields of every event'))

  it.each(events)('names the event $type with each of its fields', ({ type, codec }) => {
    const { fields, inner } = shapeOf(codec)
    const own = rowsOf(under(page, `\`${type}\``))
    const missing = [...fields].filter((name) => !own.has(name) && !everyEvent.has(name))
    expect(missing).toEqual(['type'])
    const shapes = rowsOf(page)
    expect([...inner].filter((name) => !shapes.has(name) && !shared.has(name))).toEqual([])
    const unknown = [...own].filter((name) => !fields.has(name) && !inner.has(name))
    expect(unknown).toEqual([])
  })

  it('names every command under its own door', () => {
    const commands = namesIn(category, /commands\.ts$/)
    expect(commands.length).toBeGreaterThan(2)
    const doors: ReadonlyArray<readonly [Door, string]> = [
      ['ask', 'Ask'],
      ['record', 'Record'],
    ]
    for (const [door, heading] of doors) {
      const told = rowsOf(under(page, heading))
      const belongs = commands.filter((type) => doorOf({ type } as never) === door)
      expect([...told].toSorted()).toEqual(belongs.toSorted())
    }
  })

  it('names every rejection', () => {
    const rejections = namesIn(category, /\/rejections\.ts$/)
    expect(rejections.length).toBeGreaterThan(2)
    expect(rejections.filter((name) => !rowsOf(under(page, 'Rejections')).has(name))).toEqual([])
  })
})
