import type { Fault } from '../faults.ts'

/** A room's refusal as the fault of a row. */
export const refusalOf = ({
  type,
  reason,
}: {
  readonly type: string
  readonly reason: string
}): Fault => ({
  type:
    type === 'ConflictingDuplicate'
      ? 'ConflictingDuplicate'
      : type.startsWith('Unknown')
        ? 'UnknownReference'
        : 'RefusedByRoom',
  field: null,
  reason,
})
