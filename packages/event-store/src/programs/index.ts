export { emptyModel, type LogModel } from './model.ts'
export { logPrograms, type RealLog, type Step } from './steps.ts'
