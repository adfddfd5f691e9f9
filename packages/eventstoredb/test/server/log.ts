/** One record of the stand-in's log, as the server keeps it. */
export interface Stored {
  readonly stream: string
  readonly revision: bigint
  readonly id: string
  readonly type: string
  readonly contentType: string
  readonly data: Uint8Array
  readonly metadata: Uint8Array
  /** Offset of the record: what the server calls commit and prepare. */
  readonly place: bigint
  readonly createdMs: number
}
export type NewRecord = Pick<Stored, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>

/** What the server keeps; it outlives its process. */
export interface ServerLog {
  readonly all: Array<Stored>
  readonly streams: Map<string, Array<Stored>>
  readonly tombstoned: Set<string>
  /** Event ids by stream, as far as the server's memory reaches; empty after a restart. */
  readonly known: Map<string, Stored>
  readonly listeners: Set<() => void>
  place: bigint
}

export const DELETED = 9_223_372_036_854_775_807n
const FIRST_PLACE = 548n

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8')

export const knownKey = (stream: string, id: string): string => `${id} ${stream}`

export const write = (
  log: ServerLog,
  stream: string,
  records: ReadonlyArray<NewRecord>,
  firstRevision?: bigint,
): ReadonlyArray<Stored> => {
  const events = log.streams.get(stream) ?? []
  log.streams.set(stream, events)
  const stored = records.map((record): Stored => {
    const revision = firstRevision ?? (events.at(-1)?.revision ?? -1n) + 1n
    const made = { ...record, stream, revision, place: log.place, createdMs: Date.now() }
    log.place += BigInt(180 + stream.length + record.data.length + record.metadata.length)
    events.push(made)
    log.all.push(made)
    log.known.set(knownKey(stream, record.id), made)
    return made
  })
  // Those who are told leave, and come back only later.
  for (const tell of log.listeners) tell()
  return stored
}

const systemRecord = (type: string, data: string): NewRecord => ({
  id: crypto.randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from(data, 'utf8'),
  metadata: new Uint8Array(),
})

/** Metadata of a stream is an event of a stream of its own. */
export const writeCut = (log: ServerLog, stream: string, before: bigint): void => {
  write(log, `$$${stream}`, [systemRecord('$metadata', `{"$tb":${before}}`)])
}

export const writeTombstone = (log: ServerLog, stream: string): void => {
  log.tombstoned.add(stream)
  write(log, stream, [systemRecord('$streamDeleted', '{}')], DELETED)
}

export const newLog = (): ServerLog => {
  const log: ServerLog = {
    all: [],
    streams: new Map(),
    tombstoned: new Set(),
    known: new Map(),
    listeners: new Set(),
    place: FIRST_PLACE,
  }
  write(log, '$$$scavenges', [
    { ...systemRecord('$metadata', ''), data: json({ $maxAge: 2_592_000 }) },
  ])
  return log
}

/** Where a stream ends, and from which revision it can be read. */
export interface StreamEnd {
  readonly last: bigint
  readonly before: bigint
  readonly hasMetadata: boolean
  readonly isSoftDeleted: boolean
  readonly isTombstoned: boolean
}

export const endOf = (log: ServerLog, stream: string): StreamEnd => {
  const metadata = log.streams.get(`$$${stream}`)?.at(-1)
  const text = metadata === undefined ? '' : Buffer.from(metadata.data).toString('utf8')
  const before = BigInt(/"\$tb":(\d+)/.exec(text)?.[1] ?? '0')
  return {
    last: log.streams.get(stream)?.at(-1)?.revision ?? -1n,
    before,
    hasMetadata: metadata !== undefined,
    isSoftDeleted: before === DELETED,
    isTombstoned: log.tombstoned.has(stream),
  }
}

export const visible = (log: ServerLog, stream: string): ReadonlyArray<Stored> => {
  const { before } = endOf(log, stream)
  return (log.streams.get(stream) ?? []).filter(({ revision }) => revision >= before)
}
