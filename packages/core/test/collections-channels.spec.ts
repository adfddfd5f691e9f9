import { describe, it } from 'vitest'
import { given } from '@tenure/testing'
import {
  collectionsRoom,
  type CollectionsEvent,
  type RecordStepFailed,
  type ReminderChannel,
} from '../src/collections/index.ts'
import { changeId, minorUnits } from '../src/shared/index.ts'
import {
  first,
  on,
  opened,
  policyWith,
  remindedOf,
  run,
  sent,
  step,
  text,
} from './collections-words.ts'

const past = given(collectionsRoom)

/** Ways to reach a customer for one step, best first. */
const plan: ReadonlyArray<ReminderChannel> = ['email', 'sms', 'letter']
const policy = policyWith([
  step('friendly', 5, 'email', { channelPlan: plan }),
  step('firm', 14, 'letter', { tone: 1, action: 'fee' }),
])
const friendly = (day: string, agreed: ReadonlyArray<ReminderChannel>) =>
  run('friendly', day, [first], policy, agreed)

const by = (channel: ReminderChannel, day: string) =>
  sent('friendly', day, [[first, 0]], 1, policy, { channel })

const task = (
  day: string,
  why: 'noConsent' | 'undelivered',
  differing: Partial<Extract<CollectionsEvent, { type: 'ManualTaskRaised' }>> = {},
): CollectionsEvent => ({
  type: 'ManualTaskRaised',
  ...on(day),
  cycle: 1,
  stepId: text('friendly'),
  policyId: policy.policyId,
  policyVersion: 1,
  offsetDays: 5,
  action: 'notify',
  why,
  items: [remindedOf(first, 0)],
  askedMinor: minorUnits(10_000),
  ...differing,
})

const failed = (day: string, channel: ReminderChannel, change = 'F-1'): RecordStepFailed => ({
  type: 'RecordStepFailed',
  ...on(day),
  changeId: changeId(change),
  cycle: 1,
  stepId: text('friendly'),
  channel,
  reason: text('address unknown'),
})

describe('a step with several ways to reach the customer', () => {
  it('goes by the first that the customer agreed to [4-10]', () => {
    past()
      .when(friendly('2024-03-06', ['sms', 'email']))
      .then(opened('2024-03-06'), by('email', '2024-03-06'))
    past()
      .when(friendly('2024-03-06', ['letter', 'sms']))
      .then(opened('2024-03-06'), by('sms', '2024-03-06'))
  })

  it('goes by letter, by message or by machine as its plan says [4-07]', () => {
    for (const channel of ['email', 'sms', 'letter', 'messenger', 'call', 'meeting'] as const) {
      const one = policyWith([step('friendly', 5, channel)])
      past()
        .when(run('friendly', '2024-03-06', [first], one, [channel]))
        .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[first, 0]], 1, one))
    }
  })

  it('becomes the task of a person where the customer agreed to none, once [4-10]', () => {
    past()
      .when(friendly('2024-03-06', ['call']))
      .then(opened('2024-03-06'), task('2024-03-06', 'noConsent'))
    past(friendly('2024-03-06', [])).when(friendly('2024-03-06', [])).thenNothing()
    past(friendly('2024-03-06', []))
      .when(friendly('2024-03-07', []))
      .thenRejected({ type: 'AwaitsPerson', stepId: text('friendly') })
  })

  it('is sent all the same once the customer agrees', () => {
    past(friendly('2024-03-06', []))
      .when(friendly('2024-03-08', ['letter']))
      .then(by('letter', '2024-03-08'))
  })

  it('is done when the person did it, and the next step follows', () => {
    const byHand = {
      type: 'RecordReminder' as const,
      ...on('2024-03-07'),
      stepId: text('friendly'),
      channel: 'call' as const,
      items: [remindedOf(first, 0)],
    }
    past(friendly('2024-03-06', []), byHand)
      .when(friendly('2024-03-09', []))
      .thenRejected({ type: 'NotTheNextStep', stepId: text('friendly'), next: text('firm') })
    past(friendly('2024-03-06', []), byHand).when(byHand).thenNothing()
  })
})

describe('a reminder that did not arrive', () => {
  const bounced: CollectionsEvent = {
    type: 'StepFailed',
    ...on('2024-03-07'),
    changeId: changeId('F-1'),
    cycle: 1,
    stepId: text('friendly'),
    channel: 'email',
    reason: text('address unknown'),
  }
  const agreed = ['email', 'letter'] as const
  const wrote = friendly('2024-03-06', agreed)

  it('does not count: the step is open again by the next channel [edge 62]', () => {
    past(wrote).when(failed('2024-03-07', 'email')).then(bounced)
    past(wrote, failed('2024-03-07', 'email'))
      .when(friendly('2024-03-07', agreed))
      .then(by('letter', '2024-03-07'))
  })

  it('keeps the next step back until it arrives [edge 62]', () => {
    past(wrote, failed('2024-03-07', 'email'))
      .when(run('firm', '2024-03-20', [first], policy, agreed))
      .thenRejected({ type: 'NotTheNextStep', stepId: text('firm'), next: text('friendly') })
  })

  it('becomes the task of a person when every channel failed [edge 62]', () => {
    past(
      wrote,
      failed('2024-03-07', 'email'),
      friendly('2024-03-07', agreed),
      failed('2024-03-11', 'letter', 'F-2'),
    )
      .when(friendly('2024-03-11', agreed))
      .then(task('2024-03-11', 'undelivered'))
  })

  it('is not written again on the day it was sent', () => {
    past(wrote, failed('2024-03-06', 'email')).when(friendly('2024-03-06', agreed)).thenNothing()
  })

  it('is taken down once, under its own id', () => {
    past(wrote, failed('2024-03-07', 'email')).when(failed('2024-03-07', 'email')).thenNothing()
    past(wrote, failed('2024-03-07', 'email'))
      .when({ ...failed('2024-03-07', 'email'), reason: text('mailbox full') })
      .thenRejected({
        type: 'ConflictingDuplicate',
        what: 'change',
        id: 'F-1',
        recorded: { itemId: null, amountMinor: null },
        offered: { itemId: null, amountMinor: null },
      })
  })

  it('was sent that way, in the open case', () => {
    past(wrote)
      .when(failed('2024-03-07', 'letter'))
      .thenRejected({ type: 'StepNotSent', cycle: 1, stepId: text('friendly') })
    past()
      .when(failed('2024-03-07', 'email'))
      .thenRejected({ type: 'StepNotSent', cycle: 1, stepId: text('friendly') })
  })

  it('gave a deadline that nobody read', () => {
    const patient = policyWith([
      step('friendly', 5, 'email', { channelPlan: plan, setsNewDeadlineDays: 14 }),
    ])
    const begin = run('friendly', '2024-03-06', [first], patient, agreed)
    past(begin, failed('2024-03-07', 'email'))
      .when(run('friendly', '2024-03-08', [first], patient, agreed))
      .then(
        sent('friendly', '2024-03-08', [[first, 0]], 1, patient, {
          channel: 'letter',
          newDeadlineOn: on('2024-03-22').effectiveOn,
        }),
      )
  })
})

describe('a step that calls for a fee', () => {
  const fee = (day: string): CollectionsEvent => ({
    type: 'StepDue',
    ...on(day),
    cycle: 1,
    stepId: text('firm'),
    policyId: policy.policyId,
    policyVersion: 1,
    offsetDays: 14,
    action: 'fee',
    newDeadlineOn: null,
    items: [remindedOf(first, 0)],
    askedMinor: minorUnits(10_000),
  })
  const begun = friendly('2024-03-06', ['email'])

  it('calls for it with the letter, whoever pressed the button, and once [edge 50]', () => {
    const firm = run('firm', '2024-03-15', [first], policy, ['letter'])
    past(begun)
      .when(firm)
      .then(sent('firm', '2024-03-15', [[first, 0]], 1, policy), fee('2024-03-15'))
    past(begun, firm).when(firm).thenNothing()
    past(begun, firm)
      .when(run('firm', '2024-03-16', [first], policy, ['letter']))
      .thenRejected({ type: 'NotTheNextStep', stepId: text('firm'), next: null })
  })

  it('calls for it also where a person had to send the letter: the fee follows the step [edge 50]', () => {
    const byHand = {
      type: 'RecordReminder' as const,
      ...on('2024-03-16'),
      stepId: text('firm'),
      channel: 'call' as const,
      items: [remindedOf(first, 0)],
    }
    const recorded: CollectionsEvent = {
      ...sent('firm', '2024-03-16', [[first, 0]], 1, policy),
      policyId: null,
      policyVersion: null,
      offsetDays: null,
      tone: null,
      channel: 'call',
    }
    past(begun, run('firm', '2024-03-15', [first], policy, []))
      .when(byHand)
      .then(recorded, fee('2024-03-16'))
  })

  it('calls for it once, though the letter came back and goes out again [edge 50]', () => {
    const twice = policyWith([
      step('firm', 14, 'letter', { channelPlan: ['email', 'letter'], action: 'fee' }),
    ])
    const firm = run('firm', '2024-03-15', [first], twice, ['email', 'letter'])
    const back = { ...failed('2024-03-16', 'email'), stepId: text('firm') }
    past(firm, back)
      .when(run('firm', '2024-03-17', [first], twice, ['email', 'letter']))
      .then(sent('firm', '2024-03-17', [[first, 0]], 1, twice, { channel: 'letter' }))
  })
})
