import * as fc from 'fast-check'
import { runs } from './runs.ts'

// Before every test file: properties that name no number of runs follow the depth of the run.
fc.configureGlobal({ numRuns: runs(100) })
