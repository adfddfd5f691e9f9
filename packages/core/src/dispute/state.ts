import type { Draft } from 'immer'
import {
  unreachable,
  type ChangeId,
  type CivilDate,
  type Currency,
  type CustomerId,
  type PaymentId,
  type Text,
} from '../shared/index.ts'
import type { DisputedMatter, DisputeEvent, DisputeParty } from './events.ts'

/** One case file. */
export interface DisputeFile {
  /** Whose file this is, from its first event on. */
  readonly owner: { readonly customerId: CustomerId | null; readonly currency: Currency } | null
  /** What was contested; null while only later facts are known. */
  readonly opened: {
    readonly about: DisputedMatter
    readonly amountMinor: number
    readonly reason: Text
    readonly on: CivilDate
  } | null
  readonly evidence: ReadonlyMap<ChangeId, Evidence>
  readonly decided: { readonly acceptedMinor: number; readonly rejectedMinor: number } | null
}
export interface Evidence {
  readonly from: DisputeParty
  readonly kind: Text
  readonly reference: Text
}

export const initial = (): DisputeFile => ({
  owner: null,
  opened: null,
  evidence: new Map(),
  decided: null,
})

const copyOf = (about: DisputedMatter): DisputedMatter => ({ ...about })

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (file: Draft<DisputeFile>, event: DisputeEvent): void => {
  file.owner ??= { customerId: event.customerId, currency: event.currency }
  switch (event.type) {
    case 'DisputeOpened': {
      const { about, amountMinor, reason, effectiveOn: on } = event
      file.opened = { about: copyOf(about), amountMinor, reason, on }
      return
    }
    case 'EvidenceAdded': {
      const { from, kind, reference } = event
      file.evidence.set(event.changeId, { from, kind, reference })
      return
    }
    case 'DisputeDecided': {
      const { acceptedMinor, rejectedMinor } = event
      file.decided = { acceptedMinor, rejectedMinor }
      return
    }
    default:
      return unreachable(event)
  }
}

const isPending = ({ opened, decided }: DisputeFile): boolean => opened !== null && decided === null

/** Whether money of a payment may not go back now: the dispute itself may send it back, and once is enough. */
export const blocksRefund = (file: DisputeFile, paymentId: PaymentId): boolean =>
  isPending(file) &&
  file.opened?.about.kind === 'payment' &&
  file.opened.about.paymentId === paymentId

/** Whether a card or account may not be charged now: a payment from it is contested. */
export const blocksInstrument = (file: DisputeFile, instrument: Text): boolean =>
  isPending(file) &&
  file.opened?.about.kind === 'payment' &&
  file.opened.about.instrument === instrument
