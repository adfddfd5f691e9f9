export { cdnowSales } from './cdnow.ts'
export { callOff, decided, known, logOf, reopen, sale, type GivenCommand } from './sales.ts'
export { givenCommands, lateHistoryOf, partOf, purchases, someDay, someone } from './arbitraries.ts'
