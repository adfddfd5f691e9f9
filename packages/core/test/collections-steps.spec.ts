import { describe, it } from 'vitest'
import { given } from '@tenure/testing'
import { collectionsRoom, type OpenLine } from '../src/collections/index.ts'
import { civilDate, minorUnits } from '../src/shared/index.ts'
import {
  closed,
  dispute,
  first,
  line,
  opened,
  policyWith,
  run,
  second,
  sent,
  skipped,
  step,
  text,
} from './collections-words.ts'

const past = given(collectionsRoom)
const at = civilDate

describe('reminders before and after the due day', () => {
  const around = policyWith([
    step('notice', -3, 'email'),
    step('today', 0, 'email'),
    step('friendly', 5, 'email'),
    step('firm', 14, 'letter'),
  ])
  const notice = run('notice', '2024-02-27', [first], around)
  const today = run('today', '2024-03-01', [first], around)

  it('come in their order, each once [2-15]', () => {
    past()
      .when(notice)
      .then(opened('2024-02-27'), sent('notice', '2024-02-27', [[first, 0]], 1, around))
    past(notice)
      .when(today)
      .then(sent('today', '2024-03-01', [[first, 0]], 1, around))
    past(notice, today)
      .when(run('friendly', '2024-03-06', [first], around))
      .then(sent('friendly', '2024-03-06', [[first, 0]], 1, around))
    past(notice, today)
      .when(run('notice', '2024-03-06', [first], around))
      .thenRejected({ type: 'NotTheNextStep', stepId: text('notice'), next: text('friendly') })
  })

  it('announce the day only where it is still to be paid at the moment of sending [1-33]', () => {
    past()
      .when(run('notice', '2024-02-27', [], around))
      .thenRejected({ type: 'NothingOverdue' })
    past(notice)
      .when(run('today', '2024-03-01', [], around))
      .then(skipped('today', '2024-03-01', 'paid'), closed('2024-03-01'))
  })
})

describe('four debts of which the oldest two are paid', () => {
  const third = line('INV-3', '2024-03-20', 10_000)
  const fourth = line('INV-4', '2024-03-25', 10_000)

  it('count on from the oldest that is left, and skip no step [edge 28]', () => {
    const all = [first, second, third, fourth]
    const warned = past(run('friendly', '2024-03-06', all))
    warned
      .when(run('firm', '2024-04-02', [third, fourth]))
      .thenRejected({ type: 'NotDue', stepId: text('firm'), dueFrom: at('2024-04-03') })
    warned.when(run('firm', '2024-04-03', [third, fourth])).then(
      sent('firm', '2024-04-03', [
        [third, 0],
        [fourth, 0],
      ]),
    )
  })
})

describe('what may not be asked for now', () => {
  const held = (hold: OpenLine['hold']): OpenLine => ({ ...first, hold })
  const begun = run('friendly', '2024-03-06', [first])

  it('is left out while a mandate is collecting it [edge 53] [1-38]', () => {
    past()
      .when(run('friendly', '2024-03-06', [held('collectionPending')]))
      .thenRejected({ type: 'NothingToAsk', stepId: text('friendly'), why: 'collectionPending' })
    past(begun)
      .when(run('firm', '2024-03-15', [held('collectionPending')]))
      .then(skipped('firm', '2024-03-15', 'collectionPending'))
    past()
      .when(run('friendly', '2024-03-15', [held('collectionPending'), second]))
      .then(opened('2024-03-15'), sent('friendly', '2024-03-15', [[second, 0]]))
  })

  it('is not announced where a mandate will collect it, and asked for when that failed [edge 53] [1-38]', () => {
    const around = policyWith([step('notice', -3, 'email'), step('friendly', 5, 'email')])
    past()
      .when(run('notice', '2024-02-27', [held('collectionPlanned')], around))
      .thenRejected({ type: 'NothingToAsk', stepId: text('notice'), why: 'collectionPending' })
    past()
      .when(run('friendly', '2024-03-06', [held('collectionPlanned')]))
      .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[first, 0]]))
  })

  it('is left out where the money goes back or the order was called off [edge 52]', () => {
    for (const why of ['refund', 'cancelled'] as const) {
      past()
        .when(run('friendly', '2024-03-06', [held(why)]))
        .thenRejected({ type: 'NothingToAsk', stepId: text('friendly'), why })
      past(begun)
        .when(run('firm', '2024-03-15', [held(why)]))
        .then(skipped('firm', '2024-03-15', why))
    }
  })

  it('is what the books do not hold as open: drafts and cancelled documents never appear [edge 64]', () => {
    const cancelled = { ...first, openMinor: line('x', '2024-03-01', 0).openMinor }
    past()
      .when(run('friendly', '2024-03-15', [cancelled, second]))
      .then(opened('2024-03-15'), sent('friendly', '2024-03-15', [[second, 0]]))
    past()
      .when(run('friendly', '2024-03-15', [cancelled]))
      .thenRejected({ type: 'NothingOverdue' })
  })

  it('is a debt that a credit note brought below the threshold, whatever it was billed at [edge 55]', () => {
    const rest = line('INV-1', '2024-03-01', 499)
    past(begun)
      .when(run('firm', '2024-03-15', [rest]))
      .then(skipped('firm', '2024-03-15', 'belowMinimum'))
    const disputedToo = dispute('2024-03-07', 9_600)
    past(begun, disputedToo)
      .when(run('firm', '2024-03-15', [first]))
      .then(skipped('firm', '2024-03-15', 'belowMinimum'))
  })

  it('is, by a step that spares disputes, all of an item of which a part is disputed', () => {
    const sparing = policyWith([
      step('friendly', 5, 'email', {
        conditions: { minBalanceMinor: minorUnits(0), noPromise: true, noDispute: true },
      }),
    ])
    past(dispute('2024-03-02', 3_000))
      .when(run('friendly', '2024-03-06', [first], sparing))
      .thenRejected({ type: 'NothingToAsk', stepId: text('friendly'), why: 'disputed' })
    past(dispute('2024-03-02', 3_000))
      .when(run('friendly', '2024-03-15', [first, second], sparing))
      .then(opened('2024-03-15'), sent('friendly', '2024-03-15', [[second, 0]], 1, sparing))
  })
})
