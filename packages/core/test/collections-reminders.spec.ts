import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import { collectionsRoom, dueStep } from '../src/collections/index.ts'
import { civilDate, currency, customerId, fold, minorUnits } from '../src/shared/index.ts'
import {
  channels,
  close,
  closed,
  first,
  line,
  on,
  opened,
  policy,
  remindedOf,
  run,
  second,
  sent,
  skipped,
  step,
  text,
} from './collections-words.ts'

const past = given(collectionsRoom)
const none = collectionsRoom.decider.initial()
const at = civilDate

describe('an invoice that is due on the first of March', () => {
  it('is not reminded of before the first step is due', () => {
    expect(dueStep(policy, none, { items: [first], channels }, at('2024-03-05'))).toEqual({
      type: 'NotDue',
      stepId: 'friendly',
      dueFrom: '2024-03-06',
    })
    past()
      .when(run('friendly', '2024-03-05', [first]))
      .thenRejected({ type: 'NotDue', stepId: text('friendly'), dueFrom: at('2024-03-06') })
  })

  it('opens a case with the first reminder, on the fifth day after', () => {
    past()
      .when(run('friendly', '2024-03-06', [first]))
      .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[first, 0]]))
  })

  it('is reminded once a day at most, however often it is asked', () => {
    past(run('friendly', '2024-03-06', [first]))
      .when(run('friendly', '2024-03-06', [first]))
      .thenNothing()
    past(run('friendly', '2024-03-06', [first]))
      .when(run('friendly', '2024-03-07', [first]))
      .thenRejected({ type: 'NotTheNextStep', stepId: text('friendly'), next: text('firm') })
  })

  it('gets a missed step late, once, and the next one after the gap, not three at once [edge 48]', () => {
    const late = past(run('friendly', '2024-03-31', [first]))
    late
      .when(run('firm', '2024-03-31', [first]))
      .thenRejected({ type: 'TooSoon', stepId: text('firm'), notBefore: at('2024-04-03') })
    late.when(run('firm', '2024-04-03', [first])).then(sent('firm', '2024-04-03', [[first, 0]]))
  })

  it('counts the next step from the due day, not from the last reminder', () => {
    past(run('friendly', '2024-03-09', [first]))
      .when(run('firm', '2024-03-15', [first]))
      .then(sent('firm', '2024-03-15', [[first, 0]]))
  })

  it('has no step left after the last, and stays in its case', () => {
    const all = [
      run('friendly', '2024-03-06', [first]),
      run('firm', '2024-03-15', [first]),
      run('last', '2024-03-31', [first]),
    ]
    const state = fold(collectionsRoom.decider, [
      opened('2024-03-06'),
      sent('friendly', '2024-03-06', [[first, 0]]),
      sent('firm', '2024-03-15', [[first, 0]]),
      sent('last', '2024-03-31', [[first, 0]]),
    ])
    expect(dueStep(policy, state, { items: [first], channels }, at('2025-01-01'))).toEqual({
      type: 'NoStepLeft',
    })
    past(...all)
      .when(close('2025-01-01', [first]))
      .thenRejected({ type: 'StillOverdue', itemIds: [first.itemId] })
  })

  it('is not reminded of when it was paid between selection and sending [edge 51]', () => {
    past(run('friendly', '2024-03-06', [first]))
      .when(run('firm', '2024-03-15', []))
      .then(skipped('firm', '2024-03-15', 'paid'), closed('2024-03-15'))
    past()
      .when(run('friendly', '2024-03-06', []))
      .thenRejected({ type: 'NothingOverdue' })
  })

  it('may be announced before it is due, and stays in its case though nothing is overdue', () => {
    const ahead = {
      ...policy,
      steps: [step('notice', -3, 'email'), ...policy.steps],
    }
    const announced = past(run('notice', '2024-02-27', [first], ahead))
    past()
      .when(run('notice', '2024-02-27', [first], ahead))
      .then(opened('2024-02-27'), sent('notice', '2024-02-27', [[first, 0]], 1, ahead))
    announced
      .when(close('2024-02-28', [first]))
      .thenRejected({ type: 'StillOverdue', itemIds: [first.itemId] })
    announced
      .when(run('friendly', '2024-03-06', [first], ahead))
      .then(sent('friendly', '2024-03-06', [[first, 0]], 1, ahead))
  })
})

describe('two invoices of one customer', () => {
  it('are asked for together, once the second is overdue too', () => {
    past(run('friendly', '2024-03-06', [first, second]))
      .when(run('firm', '2024-03-15', [first, second]))
      .then(
        sent('firm', '2024-03-15', [
          [first, 0],
          [second, 0],
        ]),
      )
  })

  it('are not asked for before each of them is overdue', () => {
    past()
      .when(run('friendly', '2024-03-06', [first, second]))
      .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[first, 0]]))
  })

  it('go on where they were when one of them is paid: the case does not start anew [edge 57]', () => {
    const both = past(run('friendly', '2024-03-11', [first, second]))
    both
      .when(run('friendly', '2024-03-20', [second]))
      .thenRejected({ type: 'NotTheNextStep', stepId: text('friendly'), next: text('firm') })
    both.when(run('firm', '2024-03-24', [second])).then(sent('firm', '2024-03-24', [[second, 0]]))
  })

  it('move the next step with the oldest of them that is open', () => {
    past(run('friendly', '2024-03-11', [first, second]))
      .when(run('firm', '2024-03-15', [second]))
      .thenRejected({ type: 'NotDue', stepId: text('firm'), dueFrom: at('2024-03-24') })
  })

  it('end the case only when both are paid, and once [edge 54] [edge 56]', () => {
    const both = past(run('friendly', '2024-03-11', [first, second]))
    both
      .when(close('2024-03-20', [second]))
      .thenRejected({ type: 'StillOverdue', itemIds: [second.itemId] })
    both.when(close('2024-03-20', [])).then(closed('2024-03-20'))
    past(run('friendly', '2024-03-11', [first]), close('2024-03-20', []))
      .when(close('2024-03-25', []))
      .thenNothing()
  })
})

describe('a new debt after a case has ended', () => {
  const fresh = line('INV-3', '2024-04-01', 7_000)

  it('starts at the first step, in a case of its own', () => {
    past(run('friendly', '2024-03-06', [first]), close('2024-03-20', []))
      .when(run('friendly', '2024-04-06', [fresh]))
      .then(opened('2024-04-06', 2), sent('friendly', '2024-04-06', [[fresh, 0]], 2))
  })

  it('goes on in the old case where nobody looked while the old debt was paid', () => {
    past(run('friendly', '2024-03-06', [first]))
      .when(run('firm', '2024-04-15', [fresh]))
      .then(sent('firm', '2024-04-15', [[fresh, 0]]))
  })

  it('closes the old case by itself where the look came in time', () => {
    const ahead = {
      ...policy,
      steps: [step('notice', -3, 'email')],
    }
    past(run('notice', '2024-03-06', [first], ahead))
      .when(run('notice', '2024-03-29', [fresh], ahead))
      .then(
        closed('2024-03-29'),
        opened('2024-03-29', 2),
        sent('notice', '2024-03-29', [[fresh, 0]], 2, ahead),
      )
  })
})

describe('an instalment plan', () => {
  const due = line('PLAN-1', '2024-03-01', 3_000)
  const coming = line('PLAN-1', '2024-04-01', 3_000)

  it('is reminded of its overdue part only [edge 63]', () => {
    past()
      .when(run('friendly', '2024-03-06', [due, coming]))
      .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[due, 0]]))
  })

  it('leaves its case when the overdue part is paid, though more is to come', () => {
    past(run('friendly', '2024-03-06', [due, coming]))
      .when(close('2024-03-20', [coming]))
      .then(closed('2024-03-20'))
  })
})

describe('a small residue', () => {
  const residue = line('INV-1', '2024-03-01', 499)
  const enough = line('INV-1', '2024-03-01', 500)

  it('opens no case [edge 46]', () => {
    past()
      .when(run('friendly', '2024-03-06', [residue]))
      .thenRejected({ type: 'NothingToAsk', stepId: text('friendly'), why: 'belowMinimum' })
    past()
      .when(run('friendly', '2024-03-06', [enough]))
      .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[enough, 0]]))
  })

  it('is passed over in a case, noted once, and asked for when more is owed', () => {
    const noted = past(run('friendly', '2024-03-06', [first]), run('firm', '2024-03-15', [residue]))
    past(run('friendly', '2024-03-06', [first]))
      .when(run('firm', '2024-03-15', [residue]))
      .then(skipped('firm', '2024-03-15', 'belowMinimum'))
    noted.when(run('firm', '2024-03-15', [residue])).thenNothing()
    noted
      .when(run('firm', '2024-03-16', [residue]))
      .thenRejected({ type: 'NothingToAsk', stepId: text('firm'), why: 'belowMinimum' })
    noted.when(run('firm', '2024-03-17', [enough])).then(sent('firm', '2024-03-17', [[enough, 0]]))
  })
})

describe('a policy that changes while a case is open', () => {
  const [, ...rest] = policy.steps
  const changed = {
    ...policy,
    version: 2,
    steps: [step('polite', 2, 'email'), step('clear', 9, 'email'), ...rest],
  }

  it('goes on by offset: nothing is sent again, nothing that lies behind is caught up [edge 58]', () => {
    past(run('friendly', '2024-03-06', [first]))
      .when(run('clear', '2024-03-10', [first], changed))
      .then(sent('clear', '2024-03-10', [[first, 0]], 1, changed))
    past(run('friendly', '2024-03-06', [first]))
      .when(run('polite', '2024-03-10', [first], changed))
      .thenRejected({ type: 'NotTheNextStep', stepId: text('polite'), next: text('clear') })
  })

  it('refuses a step that no version of it names', () => {
    past()
      .when(run('toString', '2024-03-10', [first]))
      .thenRejected({ type: 'UnknownStep', stepId: text('toString') })
  })
})

describe('debts in two currencies, and of two customers,', () => {
  it('are two cases in two streams [edge 65]', () => {
    const euro = run('friendly', '2024-03-06', [first])
    const yen = { ...euro, currency: currency('JPY') }
    const nobody = { ...euro, customerId: null }
    expect([euro, yen, nobody].map(collectionsRoom.streamOf)).toEqual([
      'collections-EUR-Ада',
      'collections-JPY-Ада',
      'collections-EUR',
    ])
  })

  it('are never netted in one [edge 65]', () => {
    const known = past(run('friendly', '2024-03-06', [first]))
    const next = run('firm', '2024-03-15', [first])
    known
      .when({ ...next, currency: currency('JPY') })
      .thenRejected({ type: 'WrongCurrency', expected: currency('EUR'), offered: currency('JPY') })
    known.when({ ...next, customerId: customerId('Eve') }).thenRejected({
      type: 'WrongCustomer',
      expected: customerId('Ада'),
      offered: customerId('Eve'),
    })
  })
})

describe('a reminder that was sent elsewhere', () => {
  const elsewhere = {
    type: 'RecordReminder' as const,
    ...on('2024-03-08'),
    stepId: text('letter 7'),
    channel: 'letter' as const,
    items: [remindedOf(first, 1_000)],
  }
  const event = {
    type: 'ReminderSent' as const,
    ...on('2024-03-08'),
    cycle: 1,
    stepId: text('letter 7'),
    policyId: null,
    policyVersion: null,
    offsetDays: null,
    tone: null,
    newDeadlineOn: null,
    channel: 'letter' as const,
    items: [remindedOf(first, 1_000)],
    askedMinor: minorUnits(9_000),
  }

  it('is recorded, in a case, once', () => {
    past().when(elsewhere).then(opened('2024-03-08'), event)
    past(elsewhere).when(elsewhere).thenNothing()
  })

  it('is another one where it asked for another sum', () => {
    past(elsewhere)
      .when({ ...elsewhere, items: [remindedOf(first, 0)] })
      .thenRejected({
        type: 'ConflictingDuplicate',
        what: 'reminder',
        id: 'letter 7',
        recorded: { itemId: null, amountMinor: 9_000 },
        offered: { itemId: null, amountMinor: 10_000 },
      })
  })

  it('shares its name with the step of a policy: the two are one on one day [edge 50]', () => {
    const byHand = { ...elsewhere, ...on('2024-03-06'), stepId: text('friendly') }
    past(byHand)
      .when(run('friendly', '2024-03-06', [first]))
      .thenNothing()
    past(run('friendly', '2024-03-06', [first]))
      .when(byHand)
      .thenNothing()
    past(byHand)
      .when(run('friendly', '2024-03-20', [first]))
      .thenRejected({ type: 'NotTheNextStep', stepId: text('friendly'), next: text('firm') })
  })

  it('keeps the house from writing again within the gap, and takes no step away', () => {
    past(elsewhere)
      .when(run('friendly', '2024-03-10', [first]))
      .thenRejected({ type: 'TooSoon', stepId: text('friendly'), notBefore: at('2024-03-11') })
    past(elsewhere)
      .when(run('friendly', '2024-03-11', [first]))
      .then(sent('friendly', '2024-03-11', [[first, 0]]))
  })

  it('belongs to the case it was sent in, also when it is learned after that was closed', () => {
    past(run('friendly', '2024-03-06', [first]), close('2024-03-20', []))
      .when(elsewhere)
      .then(event)
  })
})

describe('lines of more than can be summed exactly', () => {
  it('are refused with their sum, and throw nothing', () => {
    const most = Number.MAX_SAFE_INTEGER
    const huge = [
      { ...first, openMinor: minorUnits(most) },
      { ...second, openMinor: minorUnits(1) },
    ]
    past()
      .when(run('friendly', '2024-03-06', huge))
      .thenRejected({ type: 'AmountOutOfRange', amountMinor: most + 1 })
  })
})
