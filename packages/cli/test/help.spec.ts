import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { makeProgram } from '../src/program.ts'
import { tenure } from './tenure.ts'

const reference = readFileSync(new URL('../../../docs/reference/cli.md', import.meta.url), 'utf8')

const program = makeProgram({
  write: async () => undefined,
  notice: () => undefined,
  now: () => {
    throw new Error('nothing is run')
  },
  signal: AbortSignal.abort(),
})

/** Every command with the words that name it. */
const commandsOf = (
  command: Command,
  words: ReadonlyArray<string> = [],
): ReadonlyArray<{ readonly words: ReadonlyArray<string>; readonly command: Command }> =>
  command.commands.flatMap((inner) => {
    const named = [...words, inner.name()]
    return [{ words: named, command: inner }, ...commandsOf(inner, named)]
  })

const commands = commandsOf(program)

describe('every command', () => {
  it.each(commands.map(({ words }) => [words.join(' ')]))(
    'tenure %s explains itself with examples',
    async (name) => {
      const { code, stdout, stderr } = await tenure([...name.split(' '), '--help'])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(new RegExp(`^Usage: tenure ${name} `))
      expect(stdout).toMatch(/\nExamples:\n {2}tenure \w/)
    },
  )

  it('stands in the reference page with every option', () => {
    const missing = commands.flatMap(({ words, command }) => {
      const name = `tenure ${words.join(' ')}`
      const options = command.options
        .map(({ long }) => long ?? '')
        .filter((long) => !reference.includes(`\`${long}`))
      return reference.includes(name) ? options : [name, ...options]
    })
    expect(missing).toEqual([])
  })

  it('is shown by tenure alone, which asks nothing and so fails', async () => {
    const { code, stdout, stderr } = await tenure([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    for (const { words } of commands.filter((one) => one.words.length === 1))
      expect(stderr).toContain(`\n  ${words[0]} `)
  })

  it('is shown by tenure --help with the exit codes', async () => {
    const { code, stdout } = await tenure(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('Exit codes: 0 done, 1 a bug of tenure, 2 usage')
  })
})
