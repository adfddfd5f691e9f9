import type { CivilDate } from '@tenure/core/shared'
import { replay, type Cut, type Models, type Replayed } from '@tenure/projection'
import type { AskingOptions } from './arguments/shared-options.ts'
import { openDatabase, type OpenDatabase } from './open-database.ts'
import { startProgress } from './progress.ts'
import { futureDays, settleCuts } from './settle-cuts.ts'
import type { Surroundings } from './surroundings.ts'

/** The rows of one cut, and of the other days that its question looks at, as known at the same time. */
export interface Seen<M extends Models> {
  readonly cut: Cut
  readonly rows: Replayed<M>['rows']
  readonly rowsAt: (day: CivilDate) => Replayed<M>['rows']
}

export interface Asked<M extends Models> {
  readonly zone: string
  readonly seen: ReadonlyArray<Seen<M>>
}

const nameOf = ({ asOf, knownAt }: Cut): string => `${asOf} ${knownAt ?? ''}`

const replayWithBar = async <M extends Models>(
  { log, eventCount }: OpenDatabase,
  models: M,
  cuts: ReadonlyArray<Cut>,
  signal: AbortSignal,
): Promise<ReadonlyArray<Replayed<M>>> => {
  const bar = startProgress({ label: 'reading', unit: 'events', total: eventCount })
  try {
    return await replay(log, models, cuts, { onProgress: (read) => bar.at(read), signal })
  } finally {
    bar.end()
  }
}

/**
 * Answers the cuts of a command line from its database, in one pass over the log.
 *
 * Shape: one `Seen` a cut, in the order asked. `otherDays` names the days beside `asOf` that the
 * question needs, such as the end of the month before.
 */
export const ask = async <M extends Models>(
  surroundings: Surroundings,
  options: AskingOptions,
  models: M,
  otherDays: (asOf: CivilDate) => ReadonlyArray<CivilDate> = () => [],
): Promise<Asked<M>> => {
  const database = await openDatabase(surroundings, options)
  try {
    const { zone } = database
    const cuts = settleCuts(options, zone, surroundings.now())
    for (const day of futureDays(cuts, zone, surroundings.now()))
      surroundings.notice(`${day} lies ahead: its answer knows only what is recorded today.`)
    const all = cuts.flatMap((cut) => [
      cut,
      ...otherDays(cut.asOf).map((asOf) => ({ ...cut, asOf })),
    ])
    const replayed = await replayWithBar(database, models, all, surroundings.signal)
    const byName = new Map(replayed.map(({ cut, rows }) => [nameOf(cut), rows]))
    const rowsOf = (cut: Cut): Replayed<M>['rows'] => {
      const rows = byName.get(nameOf(cut))
      if (rows === undefined) throw new Error(`the cut ${nameOf(cut)} was not replayed`)
      return rows
    }
    const seen = cuts.map((cut) => ({
      cut,
      rows: rowsOf(cut),
      rowsAt: (asOf: CivilDate) => rowsOf({ ...cut, asOf }),
    }))
    return { zone, seen }
  } finally {
    await database.close()
  }
}
