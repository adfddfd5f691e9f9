export { loadSqliteEngine } from './engine.ts'
export { type SqliteOpenError } from './open-error.ts'
export { openSqliteStore, type SqliteOptions, type SqliteStore } from './open-sqlite-store.ts'
