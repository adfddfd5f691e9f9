const voidElements: ReadonlySet<string> = new Set(['meta', 'br', 'hr', 'img', 'link', 'input'])

const tag = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z][a-z0-9:-]*(?:="[^"<]*")?)*)\s*(\/?)>/giy

/**
 * What is wrong with a page, or undefined: every `<` begins a whole tag, every attribute is quoted, every
 * element is closed in the order in which it was opened. The style sheets and the doctype are passed over.
 */
export const faultOf = (page: string): string | undefined => {
  const text = page.replace(/^<!doctype html>/, '').replace(/<style>[^<]*<\/style>/g, '')
  const open: string[] = []
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', tag.lastIndex)) {
    tag.lastIndex = at
    const match = tag.exec(text)
    if (match === null) return `no tag: ${text.slice(at, at + 60)}`
    const [, closes, name = '', , closed] = match
    if (closes === '/') {
      const last = open.pop()
      if (last !== name) return `</${name}> closes ${last ?? 'nothing'}`
    } else if (closed !== '/' && !voidElements.has(name)) open.push(name)
  }
  return open.length === 0 ? undefined : `never closed: ${open.join(', ')}`
}
