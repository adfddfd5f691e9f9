// Words every refusal of a room without knowing its fields: each field that `explain` looks at is stood in
// for, and where it asks for one of several words, the words of the sources are tried.

type Words = ReadonlyMap<string, string>

const lists = [
  'join',
  'map',
  'flatMap',
  'filter',
  'toSorted',
  'slice',
  'at',
  'find',
  'some',
] as const

/** Something that reads as text, as a list of one, or as a record of anything. */
const standIn = (path: string, words: Words, read: (path: string) => void): unknown =>
  new Proxy(() => path, {
    get: (_, key) => {
      const text = `<${path}>`
      if (key === Symbol.toPrimitive || key === 'toString') return () => text
      const list = [{ toString: () => text }]
      if (key === Symbol.iterator) return () => list[Symbol.iterator]()
      if (typeof key === 'symbol' || key === 'toJSON') return undefined
      if (key === 'length') return 1
      if (lists.some((name) => name === key)) {
        const members = [standIn(`${path}[0]`, words, read)]
        const method: unknown = Reflect.get(members, key)
        return typeof method === 'function' ? method.bind(members) : method
      }
      const inside = path === '' ? key : `${path}.${key}`
      read(inside)
      return words.get(inside) ?? standIn(inside, words, read)
    },
  })

type Attempt =
  { readonly words: string } | { readonly unknown: ReadonlyArray<string>; readonly error: unknown }

/** One try: the sentence, or which fields were looked at before nothing fitted. */
const attempt = (explain: (rejection: never) => string, words: Words): Attempt => {
  const looked: Array<string> = []
  try {
    // A stand-in answers to whatever a rejection's fields are called.
    return { words: explain(standIn('', words, (path) => looked.push(path)) as never) }
  } catch (error) {
    const open = looked.filter((path) => !words.has(path))
    return { unknown: [...new Set(open.toReversed())], error }
  }
}

/**
 * How a room words one refusal, whatever its fields hold; undefined where it has no words for it.
 * `vocabulary`: the words that a field may be asked for.
 */
export const wordingOf = (
  explain: (rejection: never) => string,
  type: string,
  vocabulary: ReadonlyArray<string>,
): string | undefined => {
  const search = (words: Words, depth: number): string | undefined => {
    const tried = attempt(explain, words)
    if ('words' in tried) return tried.words
    if (!(tried.error instanceof Error && tried.error.message.startsWith('unreachable')))
      throw tried.error
    const fields = depth === 0 ? tried.unknown : tried.unknown.slice(0, 1)
    if (depth > 1) return undefined
    for (const field of fields)
      for (const word of vocabulary) {
        const found = search(new Map([...words, [field, word]]), depth + 1)
        if (found !== undefined) return found
      }
    return undefined
  }
  return search(new Map([['type', type]]), 0)
}
