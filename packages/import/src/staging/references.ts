import type { Fact } from '@tenure/core/shared'
import type { RoomCommand } from '../facts/commands.ts'

/** What one stream has named so far, for commands that the record door meets with silence. */
export interface References {
  readonly meet: (fact: Fact) => void
  /** What the command refers to and nothing has named; undefined where all is known. */
  readonly unknown: (
    command: RoomCommand,
  ) => { readonly field: string; readonly what: string } | undefined
}

const textIn = (fact: Fact, name: string): string | undefined => {
  const value: unknown = Reflect.get(fact, name)
  return typeof value === 'string' ? value : undefined
}

export const newReferences = (): References => {
  const payments = new Set<string>()
  const disputes = new Set<string>()
  return {
    meet: (fact) => {
      const payment = fact.type === 'PaymentReceived' ? textIn(fact, 'paymentId') : undefined
      if (payment !== undefined) payments.add(payment)
      const dispute = fact.type === 'DisputeRaised' ? textIn(fact, 'disputeId') : undefined
      if (dispute !== undefined) disputes.add(dispute)
    },
    unknown: ({ command }) => {
      if (command.type === 'RecordReversal' && !payments.has(command.paymentId))
        return { field: 'paymentId', what: `the payment ${command.paymentId}` }
      if (command.type === 'RecordDisputeResolution' && !disputes.has(command.disputeId))
        return { field: 'disputeId', what: `the dispute ${command.disputeId}` }
      return undefined
    },
  }
}
