import { given } from '@tenure/testing'
import {
  receivablesRoom,
  type ReceivablesCommand,
  type ReceivablesRejection,
} from '../src/receivables/index.ts'
import { open, receive } from './receivables-words.ts'

// What is refused, of an invoice that was paid and 30 too much: to be read in the examples of refusals.

export const accounts = given(receivablesRoom)
export const invoice = open('2026-01-01', 'I-1', [100, '2026-01-31'])
export const paid = [invoice, receive('2026-01-10', 'P-1', 130)]
export const refused = (
  past: ReadonlyArray<ReceivablesCommand>,
  command: ReceivablesCommand,
  rejection: ReceivablesRejection,
): void => {
  accounts(...past)
    .when(command)
    .thenRejected(rejection)
}
