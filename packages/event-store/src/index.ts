export {
  StoreFailure,
  type Appended,
  type Expected,
  type Json,
  type Log,
  type Metadata,
  type NewEvent,
  type ReadAllOptions,
  type ReadOptions,
  type Recorded,
  type StoreError,
  type StreamRead,
} from './port.ts'
export { type Position, type PositionBrand } from './position.ts'
