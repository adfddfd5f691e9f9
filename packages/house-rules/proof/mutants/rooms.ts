import { coreRooms, filesBelow, foldersOf } from '../../src/tree.ts'

/** What is mutated together, and the specs that touch it. */
export interface Target {
  readonly name: string
  readonly sources: ReadonlyArray<string>
  readonly specs: ReadonlyArray<string>
}

const specs = filesBelow('packages/core/test').filter((path) => path.endsWith('.spec.ts'))
const specsOf = (...names: ReadonlyArray<string>): ReadonlyArray<string> =>
  specs.filter((path) => names.some((name) => new RegExp(`/test/${name}(?:[.-])`).test(path)))
const sourcesOf = (folder: string, file: RegExp): ReadonlyArray<string> =>
  filesBelow(`packages/core/src/${folder}`).filter((path) => file.test(path))

/** A target for the rules of every room, for its state, and for each folder of shared rules. */
export const targets: ReadonlyArray<Target> = [
  { name: 'shared', sources: sourcesOf('shared', /\.ts$/), specs: specsOf('shared', 'terms') },
  ...['terms', 'policies', 'payment-request']
    .filter((name) => foldersOf('packages/core/src').includes(name))
    .map((name) => ({
      name,
      sources: sourcesOf(name, /\.ts$/),
      // Whole lives meet every policy.
      specs: name === 'policies' ? specsOf(name, 'life-policies') : specsOf(name),
    })),
  ...coreRooms().map((name) => ({
    name,
    sources: sourcesOf(name, /\/(?!commands|events|rejections|index\.ts)[^/]*\.ts$|\/decide\//),
    specs: specsOf(name),
  })),
]
