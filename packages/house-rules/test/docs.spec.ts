import { existsSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesBelow, root, textOf } from '../src/tree.ts'

// A snippet in a document is a compiled example's text: a fence that follows a comment naming its file,
// `<!-- snippet: examples/pay-later.ts -->`, or one region of it, `<!-- snippet: FILE#region -->`.
// UPDATE_DOCS=1 rewrites the fences.

const documents = ['README.md', ...filesBelow('docs'), ...filesBelow('examples')].filter((path) =>
  path.endsWith('.md'),
)
const fence = /<!-- snippet: ([\w./-]+)(?:#([\w-]+))? -->\n\n```ts\n([\s\S]*?)```/g

const regionOf = (path: string, region: string | undefined): string => {
  const text = textOf(path)
  if (region === undefined) return text
  const body = new RegExp(`// #region ${region}\\n([\\s\\S]*?)\\n[ \\t]*// #endregion`).exec(
    text,
  )?.[1]
  if (body === undefined) throw new Error(`${path} has no region ${region}`)
  return `${body}\n`
}

describe('the documents', () => {
  for (const path of documents) {
    it(`${path} shows its snippets as they stand in compiled files`, () => {
      const text = textOf(path)
      const current = text.replaceAll(fence, (_, file: string, region: string | undefined) => {
        const name = region === undefined ? file : `${file}#${region}`
        return `<!-- snippet: ${name} -->\n\n\`\`\`ts\n${regionOf(file, region)}\`\`\``
      })
      if (process.env['UPDATE_DOCS'] === '1') writeFileSync(root + path, current)
      else expect(text).toBe(current)
    })

    it(`${path} holds no TypeScript that nothing compiles`, () => {
      expect(textOf(path).replaceAll(fence, '')).not.toMatch(/```(ts|typescript)\n/)
    })

    it(`${path} links to files that exist`, () => {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
      const dead = [...textOf(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map(([, target = '']) => new URL(target, `file://${root}${folder}`).pathname)
        .filter((target) => !existsSync(decodeURIComponent(target)))
      expect(dead).toEqual([])
    })
  }
})
