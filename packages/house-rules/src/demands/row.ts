/** A package that will answer what is asked for, where the facts stand already. */
export type Capability = 'read models' | 'runtime' | 'messages'

/**
 * One demand: a practice of the source articles, a defect of another system, or an invariant.
 *
 * `by` names what carries it: events, policies, questions and functions of the house. `later` is the
 * capability that will carry the rest; `outOfScope` says why no library can carry it.
 */
export interface Row {
  readonly id: string
  readonly words: string
  readonly by: ReadonlyArray<string>
  readonly later?: Capability
  readonly outOfScope?: string
}

/** `by` is a list of names, separated by blanks. */
export const row = (
  id: string,
  words: string,
  by: string,
  rest: Pick<Row, 'later' | 'outOfScope'> = {},
): Row => ({ id, words, by: by.split(' ').filter((name) => name !== ''), ...rest })
