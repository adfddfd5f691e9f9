import { SingleBar } from 'cli-progress'

/** A bar on standard error: how far, how fast, how long still. Silent where that is no terminal. */
export interface Progress {
  /** So much is done by now, of `total` where it has changed since the start. */
  readonly at: (done: number, total?: number) => void
  /** Ends the bar; what is printed next stands on a line of its own. */
  readonly end: () => void
}

export interface ProgressOptions {
  /** What is going on, in a few words: `recording`. */
  readonly label: string
  /** What is counted: `events`. */
  readonly unit: string
  /** How many there will be; 0 where nobody knows, and then no time left is named. */
  readonly total: number
  readonly stream?: NodeJS.WriteStream
}

/** `75` as `1 m 15 s`. */
export const formatSeconds = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds))
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} m ${whole % 60} s`
}

const barWidth = 24

/** One line of the bar. Pure, so that a test can read it. */
export const progressLine = (
  { label, unit }: Pick<ProgressOptions, 'label' | 'unit'>,
  done: number,
  total: number,
  elapsedMs: number,
): string => {
  const rate = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0
  const speed = `${Math.round(rate).toLocaleString('en')} ${unit}/s`
  if (total <= 0) return `${label} ${done.toLocaleString('en')} ${unit}, ${speed}`
  const share = Math.min(1, done / total)
  const bar = '█'.repeat(Math.round(share * barWidth)).padEnd(barWidth, '░')
  const left = rate > 0 ? `, ${formatSeconds((total - done) / rate)} left` : ''
  return `${label.padEnd(10)} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %, ${speed}${left}`
}

const silent: Progress = { at: () => undefined, end: () => undefined }

/** Starts a bar. It writes to standard error only, so that results can be piped. */
export const startProgress = (options: ProgressOptions): Progress => {
  const { stream = process.stderr } = options
  if (stream.isTTY !== true) return silent
  const bar = new SingleBar({
    stream,
    hideCursor: true,
    fps: 10,
    format: (_, { value, total, startTime }) =>
      progressLine(options, value, total, Date.now() - startTime),
  })
  bar.start(options.total, 0)
  return {
    at: (done, total) => {
      if (total !== undefined) bar.setTotal(total)
      bar.update(done)
    },
    end: () => bar.stop(),
  }
}
