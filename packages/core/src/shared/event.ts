import * as t from 'io-ts'
import { CivilDate } from './civil-date.ts'
import { Currency } from './currency.ts'
import { CustomerId } from './ids.ts'
import { nullable } from './codec.ts'
import type { EventDefinition } from './room.ts'

/** The fields of every event: the day on which it was true, and whom it is about. */
const about = { effectiveOn: CivilDate, customerId: CustomerId }
/** As `about`, where the source may name nobody: counted in totals, left out of per-customer questions. */
const perhapsAbout = { effectiveOn: CivilDate, customerId: nullable(CustomerId) }

/** A fact about a known customer. */
export const customerEvent = <T extends string, P extends t.Props>(type: T, facts: P) =>
  t.strict({ type: t.literal(type), ...about, ...facts }, type)

/** A fact that may name no customer. */
export const event = <T extends string, P extends t.Props>(type: T, facts: P) =>
  t.strict({ type: t.literal(type), ...perhapsAbout, ...facts }, type)

/** A fact about money: it names its one currency. */
export const moneyEvent = <T extends string, P extends t.Props>(type: T, facts: P) =>
  t.strict({ type: t.literal(type), ...perhapsAbout, currency: Currency, ...facts }, type)

/** A catalogue entry of an event's first version. */
export const define = (codec: t.Mixed): EventDefinition => ({ type: codec.name, version: 1, codec })
