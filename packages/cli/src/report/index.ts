export { reportData, type ReportData, type ReportQuestion } from './data.ts'
export { renderReport } from './render-report.ts'
export { report, type ReportOptions } from './report.ts'
