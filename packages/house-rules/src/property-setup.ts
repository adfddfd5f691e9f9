import * as fc from 'fast-check'
import { runs } from './runs.ts'

// Before every test file: properties that name no number of runs follow the depth of the run.
// The suite tries the same lives each time, so that it is red by what was changed and by nothing else;
// the deep proof, or TENURE_SEED=random, goes where none has been. TENURE_SEED=N repeats a run.

const usual = 20_261_124
const told = process.env['TENURE_SEED']
const isDeep = process.env['TENURE_DEPTH'] !== undefined
const seed = told === undefined && !isDeep ? usual : Number(told ?? NaN)
fc.configureGlobal({ numRuns: runs(100), ...(Number.isInteger(seed) ? { seed } : {}) })
