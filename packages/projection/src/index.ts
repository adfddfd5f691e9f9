export { type Cut } from './cut.ts'
export { type History, type Known } from './history.ts'
export { historyOf, knownFact } from './memory-history.ts'
export { mergeRows } from './merge-rows.ts'
export { projectPublished } from './project-published.ts'
export {
  readModel,
  type AnyReadModel,
  type ReadModel,
  type RowOf,
  type Rows,
} from './read-model.ts'
export { ratio, type Ratio } from './ratio.ts'
export { replay, type Models, type Replayed, type ReplayOptions } from './replay.ts'
