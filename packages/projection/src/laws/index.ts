export { firstDifference, firstNaN } from './first-difference.ts'
export { type Law } from './law.ts'
export { type Facts } from './law-rows.ts'
export { lawsOfReadModels, modelLaws, type ModelLaw } from './model-laws.ts'
