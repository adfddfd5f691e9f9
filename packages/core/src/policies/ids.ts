import { changeId, type ChangeId } from '../shared/index.ts'

/** The name of a change that a policy makes, from what caused it: the same cause, the same name. */
export const causedBy = (policy: string, ...causes: ReadonlyArray<string | number>): ChangeId =>
  changeId([policy, ...causes].join('/'))
