export { callOff, decided, known, sale } from './sales.ts'
export { lateHistoryOf, partOf, purchases, someDay, someone } from './arbitraries.ts'
