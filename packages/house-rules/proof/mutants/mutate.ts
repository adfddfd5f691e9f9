import { parse } from '@babel/parser'
import { isNode, lineOf, type Node } from './node.ts'
import { replacementsOf } from './replacements.ts'

/** One small change of one place: what a slip of the hand would have written. */
export interface Mutant {
  readonly id: number
  readonly file: string
  readonly line: number
  readonly from: string
  readonly to: string
}

export interface Mutated {
  /** The source with every mutant in it, asleep: `__mutant(id)` says which one is awake. */
  readonly source: string
  readonly mutants: ReadonlyArray<Mutant>
}

const typesOnly =
  /^TS(?!AsExpression|SatisfiesExpression|NonNullExpression)|^Import|^Export(?:All|Specifier)/

/** The parts of a node that are evaluated, in the order of the text. */
const partsOf = (node: Node): ReadonlyArray<Node> => {
  if (typesOnly.test(node.type)) return []
  const parts: Array<Node> = []
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || key === 'typeAnnotation' || key === 'typeParameters') continue
    if (key === 'returnType' || key === 'typeArguments') continue
    if (key === 'key' && node['computed'] !== true) continue
    // What is assigned to is a place, not a value.
    if (key === 'left' && node.type === 'AssignmentExpression') continue
    if (key === 'argument' && node.type === 'UpdateExpression') continue
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) parts.push(one)
  }
  return parts.toSorted((a, b) => a.start - b.start)
}

const wrap = (
  kind: 'value' | 'statement',
  ids: ReadonlyArray<readonly [number, string]>,
  own: string,
): string => {
  if (ids.length === 0) return own
  if (kind === 'statement') return `{if(!__mutant(${ids[0]?.[0] ?? 0})){${own}}}`
  return `(${ids.map(([id, text]) => `__mutant(${id})?(${text}):`).join('')}(${own}))`
}

/** Puts every mutant of a file into its source. `firstId` is the number of the first one. */
export const mutate = (file: string, source: string, firstId: number): Mutated => {
  const mutants: Array<Mutant> = []
  const render = (node: Node): string => {
    let text = ''
    let done = node.start
    for (const part of partsOf(node)) {
      // A shorthand property holds one text twice.
      if (part.start < done) continue
      text += source.slice(done, part.start) + render(part)
      done = part.end
    }
    text += source.slice(done, node.end)
    const { kind, texts } = replacementsOf(node, source)
    const ids = texts.map((to) => {
      const id = firstId + mutants.length
      const from = source.slice(node.start, node.end)
      mutants.push({ id, file, line: lineOf(source, node.start), from, to })
      return [id, to] as const
    })
    return wrap(kind, ids, text)
  }
  const program: unknown = parse(source, {
    sourceType: 'module',
    plugins: ['typescript'],
    createParenthesizedExpressions: false,
    attachComment: false,
  }).program
  if (!isNode(program)) throw new Error(`${file} has no program`)
  return { source: source.slice(0, program.start) + render(program), mutants }
}
