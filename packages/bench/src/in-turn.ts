/** One way to do a piece of work, to be held against others in the same run. */
export interface Contender {
  readonly name: string
  /** Does the whole work once. What it gives is looked at, so that none of it can be left out. */
  readonly work: () => number
}

export interface Measured {
  readonly name: string
  /** Median processor time of this thread for one unit of the work, in nanoseconds. */
  readonly nanoseconds: number
  /** Median, over the rounds, of this contender's time to that of the first in the same round. */
  readonly ratio: number
}

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const timeOf = ({ name, work }: Contender, expected: number): number => {
  const start = process.threadCpuUsage()
  const given = work()
  const { user, system } = process.threadCpuUsage(start)
  if (given !== expected) throw new Error(`${name} did ${given} of ${expected}`)
  return (user + system) * 1000
}

/**
 * Measures contenders in turn, round by round, so that whatever else the machine does falls on all of them.
 *
 * `units`: how many units one `work` does, and what it must give. The first rounds warm the engine up and are
 * not counted. The clock is the processor time of this thread: waiting for a busy machine is not counted.
 */
export const inTurn = (
  contenders: ReadonlyArray<Contender>,
  units: number,
  rounds = 21,
  warmUp = 4,
): ReadonlyArray<Measured> => {
  const times = contenders.map(() => new Array<number>())
  for (let round = 0; round < rounds + warmUp; round += 1)
    for (const [at, contender] of contenders.entries()) {
      const time = timeOf(contender, units)
      if (round >= warmUp) times[at]?.push(time)
    }
  const first = times[0] ?? []
  return contenders.map(({ name }, at) => {
    const own = times[at] ?? []
    const ratios = own.map((time, round) => time / (first[round] ?? Number.NaN))
    return { name, nanoseconds: median(own) / units, ratio: median(ratios) }
  })
}

/** The figures as lines to be read, the first contender being the measure of the others. */
export const tell = (title: string, measured: ReadonlyArray<Measured>): string =>
  [
    title,
    ...measured.map(
      ({ name, nanoseconds, ratio }) =>
        `${Math.round(nanoseconds).toLocaleString('en').padStart(9)} ns  ${ratio.toFixed(2).padStart(6)} x  ${name}`,
    ),
    '',
  ].join('\n')
