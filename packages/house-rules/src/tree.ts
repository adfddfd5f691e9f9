import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../', import.meta.url))

const skipped = new Set(['node_modules', 'dist', '.git', '.tmp', 'coverage'])

/** Every file below a folder of the repository, as paths from its root, in a fixed order. */
export const filesBelow = (folder: string): ReadonlyArray<string> =>
  readdirSync(root + folder)
    .toSorted()
    .flatMap((name) => {
      if (skipped.has(name)) return []
      const path = `${folder}/${name}`
      return statSync(root + path).isDirectory() ? filesBelow(path) : [path]
    })

export const textOf = (path: string): string => readFileSync(root + path, 'utf8')

/** The sub-folders of a folder. */
export const foldersOf = (folder: string): ReadonlyArray<string> =>
  readdirSync(root + folder)
    .filter((name) => !skipped.has(name) && statSync(`${root}${folder}/${name}`).isDirectory())
    .toSorted()

/** What a TypeScript file imports, as written. Types only: `import type`, or every name marked. */
export const importsOf = (
  source: string,
): ReadonlyArray<{ readonly specifier: string; readonly typeOnly: boolean }> =>
  [
    ...source.matchAll(
      /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map(([, type, names = '', specifier, dynamic]) => ({
    specifier: specifier ?? dynamic ?? '',
    typeOnly:
      type !== undefined ||
      (/^\{[^}]*\}$/.test(names) &&
        names
          .slice(1, -1)
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '')
          .every((name) => name.startsWith('type '))),
  }))

const roomless = new Set(['shared', 'terms', 'policies', 'payment-request'])

/** The folders of the core that are rooms: all but those of shared rules. */
export const coreRooms = (): ReadonlyArray<string> =>
  foldersOf('packages/core/src').filter((name) => !roomless.has(name))
