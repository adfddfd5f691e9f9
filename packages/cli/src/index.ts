export { exitCodes, type ExitCode } from './exit-code.ts'
export { main } from './main.ts'
