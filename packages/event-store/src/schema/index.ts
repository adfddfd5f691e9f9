export { asyncApiDocument, type Channel } from './async-api.ts'
export { eventSchemas, jsonSchemaDocument, type EventSchemas } from './event-schemas.ts'
export { type JsonSchema } from './schema.ts'
export { brokenLocks, schemaLock, type SchemaLock } from './schema-lock.ts'
