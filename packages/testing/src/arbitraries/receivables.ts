import * as fc from 'fast-check'
import type { ReceivablesCommand } from '@tenure/core/receivables'
import { receivablesAsked } from './receivables-asked.ts'
import { receivablesRecorded } from './receivables-recorded.ts'

/** What makes an item or brings cash comes often, and what needs much to have happened before. */
export const receivablesCommand: fc.Arbitrary<ReceivablesCommand> = fc.oneof(
  ...receivablesAsked,
  ...receivablesRecorded,
)
