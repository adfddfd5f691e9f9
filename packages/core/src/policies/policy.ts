import type { TradeCommand, TradeEvent } from '../rooms.ts'
import type { CivilDate } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import type { TradeRules } from './rules.ts'

/** A fact as a policy meets it: with the stream it stands in, and the id that the store gave it. */
export interface Happened {
  readonly id: string
  readonly stream: string
  readonly event: TradeEvent
}

/**
 * A command that a policy gives. `key` names it among all that the policy ever gives: whoever runs policies
 * makes the command's id of it, so that the same occasion never acts twice.
 */
export type Asked = TradeCommand & { readonly key: string }

/**
 * What the house does by itself: from facts to the next commands.
 *
 * Shape: pure. `react` answers a fact, given the customer's dossier as it stands with that fact in it and all
 * that was recorded in one go with it; it may stand later, where a fact is delivered once more. `due`
 * answers a day: it asks of the facts what is due, keeps no timer of its own, and says the same however often
 * it is asked; what was done already is seen in the facts. `next` is the first day after `day` on which `due`
 * could have something to say as things stand, null where there is none: a hint for whoever keeps a clock,
 * never a promise, since every new fact may change it.
 * The commands carry ids made of the facts that caused them, so that a repetition is recognised by the room.
 * Source: domain 3.3.
 */
export interface Policy {
  readonly name: string
  readonly react?: (happened: Happened, dossier: Dossier, rules: TradeRules) => ReadonlyArray<Asked>
  readonly due?: (day: CivilDate, dossier: Dossier, rules: TradeRules) => ReadonlyArray<Asked>
  readonly next?: (day: CivilDate, dossier: Dossier, rules: TradeRules) => CivilDate | null
}
