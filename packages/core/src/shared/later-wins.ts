import type { CivilDate } from './civil-date.ts'

/** A value that facts replace, with the day since which it holds. */
export interface Dated<A> {
  readonly value: A
  readonly since: CivilDate
}

/**
 * Which of two replacing facts holds: the later `since` wins, and on one day the later in the log.
 * Used by `evolve` and by recipes alike, so that both sides agree whatever the order of learning.
 */
export const laterWins = <A>(
  current: Dated<A> | undefined,
  value: A,
  since: CivilDate,
): Dated<A> => (current !== undefined && current.since > since ? current : { value, since })

/** The later of two days. */
export const laterDay = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? b : a)
