import type { CollectionsEvent } from '@tenure/core/collections'
import type { InvoiceEvent } from '@tenure/core/invoice'
import type { OrderEvent } from '@tenure/core/order'
import type { ReceivablesEvent } from '@tenure/core/receivables'
import type { CivilDate, Fact, ItemId } from '@tenure/core/shared'
import { v5 } from 'uuid'
import { madeBy, thingsOf } from '../batches/things.ts'
import { accountTakenBack, type Before } from './accounts.ts'
import { caseTakenBack, invoiceTakenBack, orderTakenBack, type Beside } from './documents.ts'
import { events, refused, type Entry, type TakenBack } from './entry.ts'

/** One event of the batch, and what takes it back. */
export interface Correction {
  readonly entry: Entry
  readonly takenBack: TakenBack
}

export interface StreamRun {
  readonly category: string
  readonly batch: string
  readonly isOurItem: Beside['isOurItem']
}

const keyOf = ({ thing, id }: { readonly thing: string; readonly id: string }): string =>
  `${thing} ${id}`

/** The events of others that came later and name what the batch made: they rest on it. */
const resting = (history: ReadonlyArray<Entry>): ReadonlyMap<string, Entry> => {
  const made = new Set<string>()
  const found = new Map<string, Entry>()
  for (const entry of history) {
    if (entry.from === 'ours') for (const one of madeBy(entry.body)) made.add(keyOf(one))
    if (entry.from !== 'others') continue
    for (const one of thingsOf(entry.body))
      if (made.has(keyOf(one)) && !found.has(keyOf(one))) found.set(keyOf(one), entry)
  }
  return found
}

/** The due days that were known before each event, by item. A later due day of the same item wins. */
const dueDays = (history: ReadonlyArray<Entry>): ((place: number) => Before['dueOn']) => {
  const known = new Map<string, Array<{ place: number; dueOn: CivilDate }>>()
  history.forEach(({ body, from }, place) => {
    if (from === 'gone') return
    const event = body as ReceivablesEvent
    const dueOn =
      event.type === 'DueDateFixed'
        ? event.dueOn
        : event.type === 'ItemOpened'
          ? event.schedule.flatMap((part) => part.dueOn ?? []).toSorted()[0]
          : undefined
    if (dueOn === undefined || !('itemId' in event) || event.itemId === null) return
    known.set(event.itemId, [...(known.get(event.itemId) ?? []), { place, dueOn }])
  })
  return (place) => (item) => known.get(item)?.findLast((one) => one.place < place)?.dueOn ?? null
}

const takenBackOf = (
  { category, batch }: StreamRun,
  { body, recorded }: Entry,
  beside: Beside,
  before: Before,
): TakenBack => {
  const name = v5('taken back', recorded.id)
  switch (category) {
    case 'receivables':
      return accountTakenBack(body as ReceivablesEvent, name, batch, before)
    case 'order':
      return orderTakenBack(body as OrderEvent, name, batch, beside)
    case 'invoice':
      return invoiceTakenBack(body as InvoiceEvent, name, batch)
    case 'collections':
      return caseTakenBack(body as CollectionsEvent, beside)
    case 'customer':
      // Whoever was registered is known from then on, and no sum counts it.
      return events()
    default:
      return refused(`nothing takes a ${body.type} back`)
  }
}

/**
 * What takes the batch's events of one stream back, the last of them first: then whatever an event made
 * is free of what the batch set on it later.
 */
export const correctionsOf = (
  run: StreamRun,
  history: ReadonlyArray<Entry>,
): ReadonlyArray<Correction> => {
  const ours = history.filter(({ from }) => from === 'ours')
  const rests = resting(history)
  const dueBefore = dueDays(history)
  const opened = new Set(
    ours
      .flatMap(({ body }) => madeBy(body))
      .flatMap(({ thing, id }) => (thing === 'item' ? id : [])),
  )
  const beside: Beside = {
    isOurItem: run.isOurItem,
    has: (type, field, id) =>
      ours.some(({ body }) => body.type === type && Reflect.get(body, field) === id),
  }
  return history
    .map((entry, place) => ({ entry, place }))
    .filter(({ entry }) => entry.from === 'ours')
    .toReversed()
    .map(({ entry, place }) => {
      const above = madeBy(entry.body).flatMap((one) => rests.get(keyOf(one)) ?? [])[0]
      if (above !== undefined) return { entry, takenBack: refused(whatRests(entry.body, above)) }
      const before = { dueOn: dueBefore(place), isOurs: (item: ItemId) => opened.has(item) }
      return { entry, takenBack: takenBackOf(run, entry, beside, before) }
    })
}

const whatRests = (body: Fact, { body: above, recorded }: Entry): string => {
  const names = thingsOf(above).filter((one) =>
    madeBy(body).some((made) => keyOf(made) === keyOf(one)),
  )
  const by = recorded.metadata.correlationId
  return (
    `a later ${above.type} of ${above.effectiveOn}${by === undefined ? '' : ` (${by})`} ` +
    `rests on its ${names.map(({ thing, id }) => `${thing} ${id}`).join(', ')}`
  )
}
