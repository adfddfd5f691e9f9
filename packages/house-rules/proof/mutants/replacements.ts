import { isNode, type Node } from './node.ts'

/** What may stand in a node's place. A statement has one: nothing. */
export interface Replacements {
  readonly kind: 'value' | 'statement'
  readonly texts: ReadonlyArray<string>
}

const operators: Readonly<Record<string, ReadonlyArray<string>>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
}
const assignments: Readonly<Record<string, string>> = { '+=': '-=', '-=': '+=', '??=': '=' }
// A map, since methods may be called what every object has, such as `toString`.
const methods: ReadonlyMap<string, string> = new Map([
  ['min', 'max'],
  ['max', 'min'],
  ['some', 'every'],
  ['every', 'some'],
])

const isText = (node: unknown): boolean =>
  isNode(node) && (node.type === 'StringLiteral' || node.type === 'TemplateLiteral')

const of = (node: Node, key: string, source: string): string => {
  const part = node[key]
  return isNode(part) ? source.slice(part.start, part.end) : ''
}

const ofOperator = (node: Node, source: string): ReadonlyArray<string> => {
  if (isText(node['left']) || isText(node['right'])) return []
  const left = of(node, 'left', source)
  const right = of(node, 'right', source)
  return (operators[String(node['operator'])] ?? []).map((other) => `(${left}) ${other} (${right})`)
}

const ofCall = (node: Node, source: string): ReadonlyArray<string> => {
  const callee = node['callee']
  if (!isNode(callee) || callee.type !== 'MemberExpression') return []
  const property = callee['property']
  const other = isNode(property) ? methods.get(String(property['name'])) : undefined
  if (!isNode(property) || other === undefined) return []
  return [source.slice(node.start, property.start) + other + source.slice(property.end, node.end)]
}

const ofValue = (node: Node, source: string): ReadonlyArray<string> => {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return ofOperator(node, source)
    case 'ConditionalExpression':
      return [of(node, 'consequent', source), of(node, 'alternate', source)]
    case 'UnaryExpression':
      return ['!', '-'].includes(String(node['operator'])) ? [of(node, 'argument', source)] : []
    case 'BooleanLiteral':
      return [String(node['value'] !== true)]
    case 'NumericLiteral':
      return [String(Number(node['value']) + 1)]
    case 'ArrayExpression':
      return source.slice(node.start, node.end) === '[]' ? [] : ['[]']
    case 'AssignmentExpression': {
      const other = assignments[String(node['operator'])]
      return other === undefined
        ? []
        : [`${of(node, 'left', source)} ${other} ${of(node, 'right', source)}`]
    }
    case 'CallExpression':
      return ofCall(node, source)
    default:
      return []
  }
}

/** The slips that are tried at a node: another operator, one more, the other branch, nothing at all. */
export const replacementsOf = (node: Node, source: string): Replacements =>
  node.type === 'ExpressionStatement'
    ? { kind: 'statement', texts: [''] }
    : { kind: 'value', texts: ofValue(node, source) }
