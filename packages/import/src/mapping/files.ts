import type { Mapping } from './codec.ts'

const patternOf = (name: string): RegExp =>
  new RegExp(
    `^${name
      .split('*')
      .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('.*')}$`,
  )

const nameOf = (file: string): string => file.replace(/^.*[/\\]/, '')

const reads = (files: ReadonlyArray<string> | undefined, file: string): boolean => {
  if (files === undefined) return true
  const name = nameOf(file)
  const plain = name.replace(/\.gz$/, '')
  return files.map(patternOf).some((pattern) => pattern.test(name) || pattern.test(plain))
}

/** The part of a mapping that reads one file; undefined where no fact does. */
export const mappingOfFile = (mapping: Mapping, file: string): Mapping | undefined => {
  const facts = mapping.facts.filter((fact) => reads(fact.files, file))
  if (facts.length === 0) return undefined
  return {
    ...mapping,
    facts,
    ignore: (mapping.ignore ?? []).filter((rule) => reads(rule.files, file)),
  }
}

/** The remember rules that a file's rows feed; a fact may recall what other files left. */
export const rememberedOf = (mapping: Mapping, file: string) =>
  (mapping.remember ?? []).filter((rule) => reads(rule.files, file))
