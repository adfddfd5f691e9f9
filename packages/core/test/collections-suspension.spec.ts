import { describe, it } from 'vitest'
import { given } from '@tenure/testing'
import { collectionsRoom, type CollectionsEvent, type OpenLine } from '../src/collections/index.ts'
import { changeId, minorUnits } from '../src/shared/index.ts'
import {
  close,
  closed,
  first,
  on,
  opened,
  policyWith,
  remindedOf,
  run,
  second,
  sent,
  step,
  text,
} from './collections-words.ts'

const past = given(collectionsRoom)
const policy = policyWith([
  step('friendly', 5, 'email'),
  step('stop', 20, 'letter', { action: 'suspend' }),
])
const friendly = run('friendly', '2024-03-06', [first], policy)
const stop = (items: ReadonlyArray<OpenLine>) => run('stop', '2024-03-21', items, policy)
const suspend = {
  type: 'SuspendService' as const,
  ...on('2024-03-21'),
  changeId: changeId('S-1'),
}
const reinstate = (day: string, items: ReadonlyArray<OpenLine>) => ({
  type: 'ReinstateService' as const,
  ...on(day),
  changeId: changeId('S-2'),
  items,
})
const reinstated = (day: string, change: string | null): CollectionsEvent => ({
  type: 'ServiceReinstated',
  ...on(day),
  changeId: change === null ? null : changeId(change),
  cycle: 1,
})

describe('a step that suspends', () => {
  it('tells the customer and calls for the suspension', () => {
    past(friendly)
      .when(stop([first]))
      .then(sent('stop', '2024-03-21', [[first, 0]], 1, policy), {
        type: 'StepDue',
        ...on('2024-03-21'),
        cycle: 1,
        stepId: text('stop'),
        policyId: policy.policyId,
        policyVersion: 1,
        offsetDays: 20,
        action: 'suspend',
        newDeadlineOn: null,
        items: [remindedOf(first, 0)],
        askedMinor: minorUnits(10_000),
      })
  })

  it('comes before the service is stopped: without it nobody stops anything [inv 26]', () => {
    past(friendly, stop([first]))
      .when(suspend)
      .then({
        type: 'ServiceSuspended',
        ...on('2024-03-21'),
        changeId: changeId('S-1'),
        cycle: 1,
        stepId: text('stop'),
      })
    past(friendly).when(suspend).thenRejected({ type: 'NoSuspensionDue' })
    past(friendly, stop([first]), suspend)
      .when(suspend)
      .thenNothing()
    past(friendly, stop([first]), suspend)
      .when({ ...suspend, changeId: changeId('S-9') })
      .thenRejected({ type: 'AlreadySuspended' })
  })
})

describe('a service that is suspended', () => {
  const stopped = [friendly, stop([first]), suspend]

  it('comes back when what it was stopped for is paid, though another debt is overdue [inv 26]', () => {
    past(...stopped)
      .when(reinstate('2024-03-25', [second]))
      .then(reinstated('2024-03-25', 'S-2'))
    past(...stopped)
      .when(reinstate('2024-03-25', [first]))
      .thenRejected({ type: 'StillOverdue', itemIds: [first.itemId] })
    past(...stopped, reinstate('2024-03-25', []))
      .when(reinstate('2024-03-25', []))
      .thenNothing()
    past(friendly).when(reinstate('2024-03-25', [])).thenRejected({ type: 'NotSuspended' })
  })

  it('comes back by itself when the case is closed [inv 26]', () => {
    past(...stopped)
      .when(close('2024-03-25', []))
      .then(closed('2024-03-25'), reinstated('2024-03-25', null))
  })

  it('needs another step to be stopped again', () => {
    past(...stopped, reinstate('2024-03-25', [second]))
      .when({ ...suspend, ...on('2024-03-26'), changeId: changeId('S-3') })
      .thenRejected({ type: 'NoSuspensionDue' })
  })

  it('is told of in the case that follows, from the first step on', () => {
    past(...stopped, close('2024-03-25', []))
      .when(run('friendly', '2024-03-26', [second], policy))
      .then(opened('2024-03-26', 2), sent('friendly', '2024-03-26', [[second, 0]], 2, policy))
  })
})
