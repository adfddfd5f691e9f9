import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseInstant } from '@tenure/core/shared'
import { onTestFinished } from 'vitest'
import { run } from '../src/run.ts'

/** What a run left behind. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const instant = (text: string) => {
  const parsed = parseInstant(text)
  if (parsed === undefined) throw new Error(`${text} is no instant`)
  return parsed
}

export const bin: string = fileURLToPath(new URL('../bin/tenure.js', import.meta.url))

export interface Circumstances {
  readonly now?: string
  readonly signal?: AbortSignal
}

/** Runs a command line within this process, at noon of a fixed day. */
export const tenure = async (
  args: ReadonlyArray<string>,
  { now = '2026-06-30T12:00:00Z', signal = new AbortController().signal }: Circumstances = {},
): Promise<Ran> => {
  let stdout = ''
  let stderr = ''
  const code = await run(args, {
    write: async (text) => void (stdout += text),
    notice: (line) => void (stderr += `${line}\n`),
    now: () => instant(now),
    signal,
  })
  return { code, stdout, stderr }
}

/** Runs a command line as a process of its own, as its user would. */
export const spawned = (args: ReadonlyArray<string>): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code)
      resolve({ code, stdout, stderr })
    })
  })

/** The JSON document that a run wrote; the run must have ended well. */
export const answerOf = async (args: ReadonlyArray<string>, runner = tenure): Promise<Document> => {
  const { code, stdout, stderr } = await runner([...args, '--json'])
  if (code !== 0) throw new Error(`tenure ${args.join(' ')} ended with ${code}: ${stderr}`)
  const document: Document = JSON.parse(stdout)
  return document
}

export type Fields = Readonly<Record<string, unknown>>

export interface Document {
  readonly formatVersion: number
  readonly command: string
  readonly zone: string
  readonly results: ReadonlyArray<Fields>
}

/** The JSON of a file of real data; an empty object where it is not on this machine. */
export const jsonOf = (file: string | undefined) =>
  JSON.parse(file === undefined ? '{}' : readFileSync(file, 'utf8'))

/** A folder for one test file or test; it is gone when that is over. */
export const makeFolder = (): {
  readonly at: (name: string) => string
  readonly remove: () => void
} => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-cli-'))
  return {
    at: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A folder that is gone when the running test is over. */
export const testFolder = (): ((name: string) => string) => {
  const { at, remove } = makeFolder()
  onTestFinished(remove)
  return at
}

export const writeLines = (file: string, lines: ReadonlyArray<string>): string => {
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

export const mapping = (name: string): string =>
  fileURLToPath(new URL(`../../../examples/mappings/${name}`, import.meta.url))
