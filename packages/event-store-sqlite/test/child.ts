import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export interface Child {
  /** Lines printed so far, whole ones only. */
  readonly lines: () => ReadonlyArray<string>
  readonly printed: (count: number) => Promise<void>
  readonly ended: Promise<number | null>
  readonly kill: () => void
}

const script = fileURLToPath(new URL('./append-many.ts', import.meta.url))

const endWithTest = (child: ChildProcess): void => {
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  })
}

/** Starts a process that appends to the file; it is gone when the test ends, whatever happens. */
export const startAppending = (file: string, name: string, count?: number): Child => {
  const args = [script, file, name, ...(count === undefined ? [] : [String(count)])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  endWithTest(child)
  let text = ''
  let woken = (): void => {}
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more
    woken()
  })
  const lines = (): ReadonlyArray<string> => text.split('\n').slice(0, -1)
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      woken()
      resolve(code)
    })
  })
  const printed = async (count: number): Promise<void> => {
    while (lines().length < count && child.exitCode === null && child.signalCode === null)
      await new Promise<void>((wake) => {
        woken = wake
      })
  }
  return { lines, printed, ended, kill: () => child.kill('SIGKILL') }
}
