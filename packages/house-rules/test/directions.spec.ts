import { describe, expect, it } from 'vitest'
import { coreRooms, filesBelow, foldersOf, importsOf, textOf } from '../src/tree.ts'

// Imports point one way: docs/ARCHITECTURE.md. A package may import what its line names, and itself.
const mayImport: Readonly<Record<string, ReadonlyArray<string>>> = {
  core: [],
  'event-store': ['core'],
  projection: ['core'],
  'event-store-sqlite': ['core', 'event-store'],
  eventstoredb: ['core', 'event-store'],
  overdue: ['core', 'projection'],
  retention: ['core', 'projection'],
  clv: ['core', 'projection'],
  testing: ['core', 'event-store', 'projection'],
  import: ['core', 'event-store', 'event-store-sqlite'],
  cli: [
    'core',
    'event-store',
    'event-store-sqlite',
    'projection',
    'overdue',
    'retention',
    'clv',
    'testing',
    'import',
  ],
  bench: ['core', 'event-store', 'testing'],
  'house-rules': ['core'],
}

const coreMayUse = /^(fp-ts\/lib\/\w+\.js|io-ts|immer|date-fns\/\w+|@date-fns\/utc)$/
const pure = ['core', 'event-store', 'projection', 'overdue', 'retention', 'clv', 'testing']

const sourcesOf = (name: string): ReadonlyArray<string> =>
  filesBelow(`packages/${name}/src`).filter((path) => path.endsWith('.ts'))

describe('imports between packages', () => {
  it('every package has its line in the table of directions', () => {
    expect(foldersOf('packages').toSorted()).toEqual(Object.keys(mayImport).toSorted())
  })

  for (const [name, allowed] of Object.entries(mayImport))
    it(`${name} imports only ${allowed.join(', ') || 'nobody'}`, () => {
      const strangers = sourcesOf(name).flatMap((path) =>
        importsOf(textOf(path))
          .map(({ specifier }) => /^@tenure\/([a-z-]+)/.exec(specifier)?.[1])
          .filter((other) => other !== undefined && other !== name && !allowed.includes(other))
          .map((other) => `${path} imports ${other}`),
      )
      expect(strangers).toEqual([])
    })

  it('the core imports no library but its five', () => {
    const strangers = sourcesOf('core').flatMap((path) =>
      importsOf(textOf(path))
        .filter(({ specifier }) => !specifier.startsWith('.') && !coreMayUse.test(specifier))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    )
    expect(strangers).toEqual([])
  })

  it('only the calendar sees date-fns, in the whole house', () => {
    const readers = foldersOf('packages')
      .flatMap(sourcesOf)
      .filter((path) => importsOf(textOf(path)).some(({ specifier }) => /date-fns/.test(specifier)))
    expect(readers).toEqual(['packages/core/src/shared/calendar.ts'])
  })

  it('the pure packages import nothing of Node', () => {
    const strangers = pure.flatMap(sourcesOf).flatMap((path) =>
      importsOf(textOf(path))
        .filter(({ specifier }) => specifier.startsWith('node:'))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    )
    expect(strangers).toEqual([])
  })

  it('a relative import stays in its package', () => {
    const strays = foldersOf('packages')
      .flatMap(sourcesOf)
      .flatMap((path) => {
        const depth = path.split('/').length - 4
        return importsOf(textOf(path))
          .filter(({ specifier }) => specifier.startsWith('../'.repeat(depth + 1)))
          .map(({ specifier }) => `${path} imports ${specifier}`)
      })
    expect(strays).toEqual([])
  })
})

describe('the rooms of the core', () => {
  const rooms = coreRooms()
  const six = ['commands', 'decide', 'events', 'index', 'rejections', 'state']

  for (const room of rooms) {
    it(`${room} has the six files`, () => {
      const names = filesBelow(`packages/core/src/${room}`).map((path) =>
        (path.split('/')[4] ?? '').replace(/\.ts$/, ''),
      )
      expect(six.filter((name) => !names.includes(name))).toEqual([])
    })

    it(`${room} knows the shared words, and of other rooms only the door, as types`, () => {
      const strangers = filesBelow(`packages/core/src/${room}`).flatMap((path) =>
        importsOf(textOf(path))
          .filter(({ specifier, typeOnly }) => {
            const other = /^(?:\.\.\/)+(\w+)\/(.*)$/.exec(specifier)
            if (other === null || other[1] === 'shared' || !rooms.includes(other[1] ?? ''))
              return false
            return other[2] !== 'index.ts' || !typeOnly
          })
          .map(({ specifier }) => `${path} imports ${specifier}`),
      )
      expect(strangers).toEqual([])
    })
  }
})
