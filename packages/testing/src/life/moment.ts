import type { Dossier } from '@tenure/core/policies'
import type { TradeCommand, TradeEvent } from '@tenure/core/rooms'
import {
  currency,
  minorUnits,
  type CivilDate,
  type Currency,
  type CustomerId,
  type MinorUnits,
} from '@tenure/core/shared'

/** The one currency of what the deeds of a life come to. */
export const currencyOfLife: Currency = currency('EUR')

/** What is known when something is done. */
export interface Known {
  /** The day from which the deed holds: it may lie before today. */
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId
  readonly dossier: Dossier
  /** The customer's facts so far. */
  readonly facts: ReadonlyArray<TradeEvent>
  /** A name that no other deed of this life has. */
  readonly name: string
}

/** A day in a customer's life on which something is done. */
export interface Moment extends Known {
  /** One of these, undefined where there is none. */
  readonly pick: <A>(those: Iterable<A>) => A | undefined
  /** A part of an amount, at least 1 and often all of it. */
  readonly share: (ofMinor: number) => MinorUnits
}

/** What somebody does at a moment: the commands that come of it, none where there is nothing to do it with. */
export type Deed = (moment: Moment) => ReadonlyArray<TradeCommand>

/** What decides at a moment, drawn beforehand. `which`: null for the newest of all. */
export interface Draw {
  readonly which: number | null
  readonly much: number
}

export const momentOf = (known: Known, { which, much }: Draw): Moment => ({
  ...known,
  pick: (those) => {
    const list = [...those]
    return which === null ? list.at(-1) : list[which % Math.max(1, list.length)]
  },
  share: (ofMinor) =>
    minorUnits(much % 2 === 0 || ofMinor <= 2 ? ofMinor : 1 + (much % (ofMinor - 1))),
})

/** What every command of the deed says of itself. */
export const about = ({ effectiveOn, customerId }: Moment) => ({ effectiveOn, customerId })
/** And where it is about money. */
export const aboutMoney = (moment: Moment) => ({ ...about(moment), currency: currencyOfLife })
