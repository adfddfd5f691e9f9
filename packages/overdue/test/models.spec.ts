import * as fc from 'fast-check'
import { modelLaws } from '@tenure/projection/laws'
import { describe, it } from 'vitest'
import { overdueModels } from '../src/index.ts'
import { reachableLogs } from './histories.ts'

const histories = fc.sample(reachableLogs, { numRuns: 60, seed: 2012 })

describe('each model of what is overdue', () => {
  for (const { title, check } of [
    ...modelLaws({ model: overdueModels.openItems, histories }),
    ...modelLaws({ model: overdueModels.itemHistory, histories }),
    ...modelLaws({ model: overdueModels.ledgerDays, histories }),
  ])
    it(title, check)
})
