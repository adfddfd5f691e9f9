export { type Cut } from './cut.ts'
export { type History, type Known } from './history.ts'
export { type ReadModel, type Rows } from './read-model.ts'
