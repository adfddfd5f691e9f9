export interface Mutation {
  /** The law that the change breaks, in one sentence. */
  readonly law: string
  readonly file: string
  /** Text that stands exactly once in the file, and what replaces it. */
  readonly from: string
  readonly to: string
  readonly tests: ReadonlyArray<string>
}

export const mutations: ReadonlyArray<Mutation> = []
