import { describe, it } from 'vitest'
import { minorUnits, text } from '../src/shared/index.ts'
import { cancel, close, confirm, euro, on, order, past, place } from './order-words.ts'

// A web design is paid stage by stage: research, analysis of competitors, layout.
const stages = (payBeforeNext: boolean) => ({
  payBeforeNext,
  milestones: [
    { milestoneId: text('research'), amountMinor: minorUnits(20_000) },
    { milestoneId: text('competitors'), amountMinor: minorUnits(30_000) },
    { milestoneId: text('layout'), amountMinor: minorUnits(50_000) },
  ],
})
const staged = { ...place, stages: stages(true) }
const step = (milestoneId: string) => ({ ...on('2024-03-10'), milestoneId: text(milestoneId) })
const start = (milestoneId: string, paid: ReadonlyArray<string> = []) => ({
  type: 'StartMilestone' as const,
  ...step(milestoneId),
  paid: paid.map(text),
})
const complete = (milestoneId: string) => ({
  type: 'CompleteMilestone' as const,
  ...step(milestoneId),
})
const accept = (milestoneId: string) => ({ type: 'AcceptMilestone' as const, ...step(milestoneId) })

describe('an order in stages', () => {
  it('has stages that add up to it, each with a name of its own', () => {
    const [first, second] = stages(true).milestones
    if (first === undefined || second === undefined) throw new Error('two stages')
    past()
      .when({ ...place, stages: { payBeforeNext: true, milestones: [first, second] } })
      .thenRejected({
        type: 'StagesMismatch',
        orderId: order,
        netMinor: 100_000,
        stagesMinor: 50_000,
      })
    past()
      .when({ ...place, stages: { payBeforeNext: true, milestones: [first, first] } })
      .thenRejected({ type: 'NamedTwice', orderId: order, name: text('research') })
  })

  it('starts its first stage when it is confirmed', () => {
    past(staged).when(start('research')).thenRejected({ type: 'OrderNotConfirmed', orderId: order })
    past(staged, confirm)
      .when(start('research'))
      .then({ type: 'MilestoneStarted', ...step('research'), stage: 1 })
    past(staged, confirm)
      .when(start('logo'))
      .thenRejected({ type: 'UnknownMilestone', orderId: order, milestoneId: text('logo') })
  })

  it('starts no stage while one before it is unpaid, where it is paid stage by stage [2-04]', () => {
    const done = [staged, confirm, start('research'), complete('research'), accept('research')]
    past(...done)
      .when(start('competitors'))
      .thenRejected({
        type: 'StageUnpaid',
        orderId: order,
        milestoneId: text('competitors'),
        unpaid: [text('research')],
      })
    past(...done)
      .when(start('competitors', ['research']))
      .then({ type: 'MilestoneStarted', ...step('competitors'), stage: 2 })
    past(...done)
      .when(start('layout', ['competitors']))
      .thenRejected({
        type: 'StageUnpaid',
        orderId: order,
        milestoneId: text('layout'),
        unpaid: [text('research')],
      })
    past({ ...place, stages: stages(false) }, confirm)
      .when(start('layout'))
      .then({ type: 'MilestoneStarted', ...step('layout'), stage: 3 })
  })

  it('is told of the end of each stage, and accepts it: then its part is to be billed', () => {
    const begun = [staged, confirm, start('research')] as const
    past(...begun)
      .when(complete('research'))
      .then({ type: 'MilestoneCompleted', ...step('research'), stage: 1 })
    past(...begun, complete('research'))
      .when(accept('research'))
      .then({
        type: 'MilestoneAccepted',
        ...step('research'),
        currency: euro,
        stage: 1,
        amountMinor: minorUnits(20_000),
      })
    past(staged, confirm)
      .when(complete('research'))
      .thenRejected({
        type: 'MilestoneNotStarted',
        orderId: order,
        milestoneId: text('research'),
      })
    past(...begun)
      .when(accept('research'))
      .thenRejected({
        type: 'MilestoneNotCompleted',
        orderId: order,
        milestoneId: text('research'),
      })
  })

  it('says nothing to a step that was taken', () => {
    const past3 = past(staged, confirm, start('research'), complete('research'), accept('research'))
    past3.when(start('research')).thenNothing()
    past3.when(complete('research')).thenNothing()
    past3.when(accept('research')).thenNothing()
  })

  it('cannot be called off once a stage was accepted, but closed', () => {
    const done = past(staged, confirm, start('research'), complete('research'), accept('research'))
    done
      .when(cancel())
      .thenRejected({ type: 'StageAccepted', orderId: order, milestoneIds: [text('research')] })
    past(staged, confirm, close())
      .when(start('research'))
      .thenRejected({ type: 'OrderIsClosed', orderId: order })
  })
})
