import { report } from '../report/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { farewell, introduction, outcome } from './sentences.ts'
import { simulate, type SimulateOptions } from './simulate.ts'
import { reportTables } from './tables.ts'

export interface StartOptions extends SimulateOptions {
  /** The page that is written. */
  readonly out: string
}

/**
 * The main job from nothing: plays a company, records it, replays it into the read models, prints what
 * they say of its last day and of the day a year earlier, and writes the page.
 */
export const runStart = async (
  { out, ...options }: StartOptions,
  surroundings: Surroundings,
): Promise<void> => {
  const { write } = surroundings
  await write(introduction(options.db))
  const simulated = await simulate(options, surroundings)
  await write(outcome(simulated))
  const data = await report({ db: options.db, out, asOf: simulated.to }, surroundings)
  await write(`${reportTables(data)}${farewell(options.db, out, simulated)}`)
}
