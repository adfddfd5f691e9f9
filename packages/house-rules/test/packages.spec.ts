import * as t from 'io-ts'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesBelow, foldersOf, importsOf, root, textOf } from '../src/tree.ts'

const Exports = t.record(t.string, t.string)
const Manifest = t.intersection([
  t.type({ name: t.string, version: t.string, license: t.string, type: t.literal('module') }),
  t.partial({
    private: t.boolean,
    description: t.string,
    engines: t.type({ node: t.string }),
    files: t.array(t.string),
    exports: Exports,
    publishConfig: t.type({
      access: t.string,
      exports: t.record(t.string, t.type({ types: t.string, default: t.string })),
    }),
    dependencies: t.record(t.string, t.string),
    peerDependencies: t.record(t.string, t.string),
    devDependencies: t.record(t.string, t.string),
  }),
])

const manifestOf = (name: string): t.TypeOf<typeof Manifest> => {
  const read: unknown = JSON.parse(textOf(`packages/${name}/package.json`))
  if (!Manifest.is(read)) throw new Error(`packages/${name}/package.json lacks a field`)
  return read
}

const needsNode22 = ['event-store-sqlite', 'import', 'cli']

describe('package metadata', () => {
  for (const name of foldersOf('packages')) {
    const manifest = manifestOf(name)

    it(`${name} is licensed, named after its folder, and not empty`, () => {
      expect(manifest.name).toBe(`@tenure/${name}`)
      expect(manifest.license).toBe('Apache-2.0')
      expect(filesBelow(`packages/${name}/src`).some((path) => textOf(path).length > 200)).toBe(
        true,
      )
    })

    it(`${name} declares what it imports`, () => {
      const declared = new Set([
        ...Object.keys(manifest.dependencies ?? {}),
        ...Object.keys(manifest.peerDependencies ?? {}),
        manifest.name,
      ])
      const undeclared = filesBelow(`packages/${name}/src`)
        .filter((path) => path.endsWith('.ts') && manifest.private !== true)
        .flatMap((path) =>
          importsOf(textOf(path))
            .map(({ specifier }) => specifier)
            .filter((specifier) => !/^(\.|node:)/.test(specifier))
            .map((specifier) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1))
            .filter((parts) => !declared.has(parts.join('/')))
            .map((parts) => `${path}: ${parts.join('/')}`),
        )
      expect(undeclared).toEqual([])
    })

    if (manifest.private !== true) {
      it(`${name} offers source inside the workspace and built files when packed`, () => {
        const doors = Object.entries(manifest.exports ?? {})
        expect(doors.length).toBeGreaterThan(0)
        for (const [door, path] of doors) {
          expect(existsSync(`${root}packages/${name}/${path}`), path).toBe(true)
          const built = path.replace('./src/', './dist/').replace(/\.ts$/, '')
          expect(manifest.publishConfig?.exports[door]).toEqual({
            types: `${built}.d.ts`,
            default: `${built}.js`,
          })
        }
        expect(Object.keys(manifest.publishConfig?.exports ?? {})).toEqual(
          doors.map(([door]) => door),
        )
      })

      it(`${name} says which Node it needs`, () => {
        expect(manifest.engines?.node).toBe(needsNode22.includes(name) ? '>=22.13' : '>=20.19')
      })
    }
  }
})
