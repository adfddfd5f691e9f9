import { changeId, type ChangeId } from '../shared/index.ts'

/** The parts of a name in one text, so that no two lists of parts have the same. */
export const joined = (...parts: ReadonlyArray<string | number>): string =>
  parts.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')

/** The name of a change that a policy makes, from what caused it: the same cause, the same name. */
export const causedBy = (policy: string, ...causes: ReadonlyArray<string | number>): ChangeId =>
  changeId(joined(policy, ...causes))
