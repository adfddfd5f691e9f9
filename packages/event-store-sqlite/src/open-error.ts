/** Why a file could not be opened. `reason` is one sentence for whoever chose the file. */
export interface SqliteOpenError {
  readonly type:
    /** Nothing there, and nothing was to be made. */
    | 'Missing'
    /** A directory, or a file of another kind. */
    | 'NotADatabase'
    /** An SQLite database that belongs to another program. */
    | 'ForeignDatabase'
    /** Written by a newer version of this package, whose format this one does not know. */
    | 'NewerVersion'
    /** It may be read and not written: open it with `readOnly`. */
    | 'ReadOnly'
    /** This version of Node cannot load the SQLite engine. */
    | 'NodeTooOld'
    /** The disk, the system or another process does not let it be opened now. */
    | 'Unavailable'
  readonly reason: string
}
