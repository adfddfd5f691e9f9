export { companyEventTypes } from './claims.ts'
export {
  companyZone,
  latestWordDays,
  playCompany,
  type CompanyOptions,
  type PlayedCompany,
} from './play.ts'
export { makeRandom, type Random } from './random.ts'
export { type CompanySummary } from './summary.ts'
export {
  recordCompany,
  type RecordedCompany,
  type RecordingTarget,
  type RecordOptions,
} from './record.ts'
export { StreamTaken } from './standing.ts'
