import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import {
  aroundTheDueDay,
  collectionsRoom,
  dueStep,
  loadReminderPolicy,
  loadReminderPolicySet,
  policyFor,
  ReminderPolicy,
  type CollectionsEvent,
  type OpenLine,
  type ReminderPolicy as Policy,
} from '../src/collections/index.ts'
import { civilDate, disputeId, fold } from '../src/shared/index.ts'
import {
  channels,
  close,
  closed,
  dispute,
  first,
  line,
  on,
  opened,
  policy,
  policyWith,
  run,
  second,
  sent,
  step,
  text,
} from './collections-words.ts'

const past = given(collectionsRoom)
const at = civilDate
const plain: unknown = JSON.parse(JSON.stringify(ReminderPolicy.encode(aroundTheDueDay)))
const faultsOf = (changed: Partial<Policy>) =>
  loadReminderPolicy({ ...aroundTheDueDay, ...changed })
const faults = (path: string, reason: string) => E.left([{ path, reason }])

describe('a reminder policy that is loaded', () => {
  it('is read back from data as it stands', () => {
    expect(loadReminderPolicy(plain)).toEqual(E.right(aroundTheDueDay))
  })

  it('may hold no key that no rule reads [edge 81]', () => {
    expect(loadReminderPolicy({ ...aroundTheDueDay, responseForLastFailedPayment: 'x' })).toEqual(
      faults('responseForLastFailedPayment', 'no rule reads this key'),
    )
    const [head, ...rest] = aroundTheDueDay.steps
    const steps = [{ ...head, stillUnpaid: true }, ...rest]
    expect(loadReminderPolicy({ ...aroundTheDueDay, steps })).toEqual(
      faults('steps.0.stillUnpaid', 'no rule reads this key'),
    )
  })

  it('has tones that never fall from step to step [4-04]', () => {
    expect(aroundTheDueDay.steps.map(({ tone }) => tone)).toEqual([0, 0, 1, 2])
    const steps = [step('a', 1, 'email', { tone: 2 }), step('b', 2, 'email', { tone: 1 })]
    expect(faultsOf({ steps })).toEqual(faults('steps.1', 'its tone falls behind a step before it'))
  })

  it('does not begin with a step that counts from the one before', () => {
    const after = step('a', 1, 'email', { anchor: 'previousStepSent' })
    expect(faultsOf({ steps: [after] })).toEqual(
      faults('steps.0', 'the first step has no step before it to count from'),
    )
    const back = step('b', -1, 'email', { anchor: 'previousStepSent' })
    expect(faultsOf({ steps: [step('a', 1, 'email'), back] })).toEqual(
      E.left([
        { path: 'steps.1', reason: 'it would come before the step it follows' },
        { path: 'steps.1', reason: 'its day lies before that of the step before it' },
      ]),
    )
  })

  it('has steps, of different names, in the order of their days, that do something', () => {
    expect(faultsOf({ steps: [] })).toEqual(faults('steps', 'there is no step'))
    expect(faultsOf({ steps: [step('a', 1, 'email'), step('a', 2, 'email')] })).toEqual(
      faults('steps.1', 'a step before it has this stepId'),
    )
    expect(faultsOf({ steps: [step('a', 3, 'email'), step('b', 2, 'email')] })).toEqual(
      faults('steps.1', 'its day lies before that of the step before it'),
    )
    expect(faultsOf({ steps: [step('a', 3, 'email', { channelPlan: [] })] })).toEqual(
      faults('steps.0', 'it has neither a channel nor anything else to do'),
    )
  })
})

describe('policies for customers who pay in different ways', () => {
  const strict = policyWith([step('firm', 1, 'letter')])
  const set = {
    setId: text('by behaviour'),
    variants: [{ behaviourClass: text('late'), policy: strict }],
    otherwise: policy,
  }

  it('are chosen by the class of payment behaviour, with one for everybody else [4-20]', () => {
    expect(policyFor(set, 'late')).toBe(strict)
    expect(policyFor(set, 'onTime')).toBe(policy)
    expect(policyFor(set, null)).toBe(policy)
    past()
      .when(run('firm', '2024-03-02', [first], policyFor(set, 'late')))
      .then(opened('2024-03-02'), sent('firm', '2024-03-02', [[first, 0]], 1, strict))
  })

  it('are loaded together, each held to the same rules', () => {
    expect(loadReminderPolicySet(set)).toEqual(E.right(set))
    const twice = { ...set, variants: [...set.variants, ...set.variants] }
    expect(loadReminderPolicySet(twice)).toEqual(
      faults('variants.1', 'a variant before it is for the same class'),
    )
    expect(loadReminderPolicySet({ ...set, otherwise: { ...policy, steps: [] } })).toEqual(
      faults('otherwise.steps', 'there is no step'),
    )
  })
})

describe('where a step counts from', () => {
  it('the end of the month in which the debt fell due', () => {
    const monthly = policyWith([step('statement', 2, 'email', { anchor: 'endOfMonth' })])
    const none = collectionsRoom.decider.initial()
    const evidence = { items: [first, second], channels }
    expect(dueStep(monthly, none, evidence, at('2024-04-01'))).toEqual({
      type: 'NotDue',
      stepId: 'statement',
      dueFrom: '2024-04-02',
    })
  })

  it('the step before it, on the day that one was really sent', () => {
    const chain = policyWith([
      step('friendly', 5, 'email'),
      step('second', 7, 'letter', { anchor: 'previousStepSent' }),
    ])
    past(run('friendly', '2024-03-20', [first], chain))
      .when(run('second', '2024-03-26', [first], chain))
      .thenRejected({ type: 'NotDue', stepId: text('second'), dueFrom: at('2024-03-27') })
  })

  it('a new deadline that the step before gave: the next step waits for its end', () => {
    const patient = policyWith([
      step('reminder', 5, 'letter', { setsNewDeadlineDays: 14 }),
      step('firm', 14, 'letter'),
    ])
    const reminder = run('reminder', '2024-03-06', [first], patient)
    past()
      .when(reminder)
      .then(
        opened('2024-03-06'),
        sent('reminder', '2024-03-06', [[first, 0]], 1, patient, {
          newDeadlineOn: at('2024-03-20'),
        }),
      )
    past(reminder)
      .when(run('firm', '2024-03-20', [first], patient))
      .thenRejected({ type: 'TooSoon', stepId: text('firm'), notBefore: at('2024-03-21') })
  })

  it('the day a dispute was lost, where the policy restarts the deadline [edge 60]', () => {
    const lost = {
      type: 'ResolveDispute' as const,
      ...on('2024-03-25'),
      disputeId: disputeId('D-1'),
      outcome: 'rejected' as const,
    }
    const steps = [step('friendly', 5, 'email'), step('firm', 14, 'letter')]
    const restarting = policyWith(steps)
    const going = policyWith(steps, { onDisputeLost: 'continue' })
    const history = [
      run('friendly', '2024-03-06', [first], going),
      dispute('2024-03-07', 10_000),
      lost,
    ]
    past(...history)
      .when(run('firm', '2024-04-07', [first], restarting))
      .thenRejected({ type: 'NotDue', stepId: text('firm'), dueFrom: at('2024-04-08') })
    past(...history)
      .when(run('firm', '2024-04-08', [first], restarting))
      .then(sent('firm', '2024-04-08', [[first, 0]], 1, restarting))
    past(...history)
      .when(run('firm', '2024-03-26', [first], going))
      .then(sent('firm', '2024-03-26', [[first, 0]], 1, going))
  })
})

describe('which step comes next when three are due at once', () => {
  const steps = [
    step('friendly', 5, 'email'),
    step('firm', 14, 'letter'),
    step('last', 30, 'letter'),
  ]
  const due = (stepOrder: Policy['stepOrder'], history: ReadonlyArray<CollectionsEvent> = []) => {
    const under = policyWith(steps, { stepOrder })
    const state = fold(collectionsRoom.decider, history)
    const answer = dueStep(under, state, { items: [first], channels }, at('2024-04-20'))
    return 'stepId' in answer ? answer.stepId : answer.type
  }
  const byHand = {
    ...sent('friendly', '2024-03-10', [[first, 0]]),
    stepId: text('letter 7'),
    policyId: null,
    policyVersion: null,
    offsetDays: null,
  }

  it('is the first, one after the other', () => {
    expect(due('sequential')).toBe('friendly')
    expect(due('sequential', [byHand])).toBe('friendly')
  })

  it('is the worst that time allows', () => {
    expect(due('worst')).toBe('last')
  })

  it('is the one whose number is the count of reminders so far', () => {
    expect(due('byCount')).toBe('friendly')
    expect(due('byCount', [byHand])).toBe('firm')
  })
})

describe('a plan in instalments with a clause that makes all due after one is missed', () => {
  const missed: OpenLine = { ...line('PLAN-1', '2024-03-01', 3_000), instalment: 1 }
  const coming: OpenLine = { ...line('PLAN-1', '2024-04-01', 3_000), instalment: 2 }
  const steps = [step('friendly', 5, 'email')]

  it('is reminded of all of it, and without the clause of the missed part only [edge 63]', () => {
    const clause = policyWith(steps, { accelerateAfterMissed: 1 })
    past()
      .when(run('friendly', '2024-03-06', [missed, coming], clause))
      .then(
        opened('2024-03-06'),
        sent(
          'friendly',
          '2024-03-06',
          [
            [missed, 0],
            [coming, 0],
          ],
          1,
          clause,
        ),
      )
    const without = policyWith(steps)
    past()
      .when(run('friendly', '2024-03-06', [missed, coming], without))
      .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[missed, 0]], 1, without))
  })

  it('names the instalment in the reminder [2-09]', () => {
    const answer = dueStep(
      policyWith(steps),
      collectionsRoom.decider.initial(),
      { items: [missed, coming], channels },
      at('2024-03-06'),
    )
    expect(answer.type === 'Due' && answer.items.map(({ instalment }) => instalment)).toEqual([1])
  })
})

describe('a debt that stands open again after its case was closed', () => {
  const steps = [step('friendly', 5, 'email'), step('firm', 14, 'letter')]
  const restarting = policyWith(steps)
  const going = policyWith(steps, { onReopen: 'continue' })
  const history = [run('friendly', '2024-03-06', [first], going), close('2024-03-10', [])]

  it('begins at the first step, counted from its own due day', () => {
    past(...history)
      .when(run('friendly', '2024-03-20', [first], restarting))
      .then(opened('2024-03-20', 2), sent('friendly', '2024-03-20', [[first, 0]], 2, restarting))
  })

  it('goes on where it was, by a policy that says so', () => {
    past(...history)
      .when(run('firm', '2024-03-20', [first], going))
      .then(
        { type: 'CaseOpened', ...on('2024-03-20'), cycle: 2, continuesCycle: 1 },
        sent('firm', '2024-03-20', [[first, 0]], 2, going),
      )
    past(...history)
      .when(run('friendly', '2024-03-20', [second], going))
      .then(opened('2024-03-20', 2), sent('friendly', '2024-03-20', [[second, 0]], 2, going))
  })

  it('closes once', () => {
    past(run('friendly', '2024-03-06', [first]))
      .when(close('2024-03-10', []))
      .then(closed('2024-03-10'))
  })
})
