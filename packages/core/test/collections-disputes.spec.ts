import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import { collectionsRoom, disputedMinor, type CollectionsEvent } from '../src/collections/index.ts'
import { changeId, civilDate, disputeId, fold, itemId, minorUnits } from '../src/shared/index.ts'
import {
  close,
  dispute,
  first,
  handOver,
  line,
  on,
  opened,
  run,
  second,
  sent,
  skipped,
  text,
} from './collections-words.ts'

const past = given(collectionsRoom)

const raised = (
  day: string,
  amountMinor: number,
): Extract<CollectionsEvent, { type: 'DisputeRaised' }> => ({
  type: 'DisputeRaised',
  ...on(day),
  disputeId: disputeId('D-1'),
  itemId: itemId('INV-1'),
  amountMinor: minorUnits(amountMinor),
  reason: null,
})

const resolve = (day: string, outcome: 'accepted' | 'rejected' = 'rejected') => ({
  type: 'ResolveDispute' as const,
  ...on(day),
  disputeId: disputeId('D-1'),
  outcome,
})

const resolved = (day: string): CollectionsEvent => ({
  type: 'DisputeResolved',
  ...on(day),
  disputeId: disputeId('D-1'),
  itemId: itemId('INV-1'),
  amountMinor: minorUnits(3_000),
  outcome: 'rejected',
})

describe('a dispute about 30 of 100', () => {
  it('is a dated mark on the item', () => {
    past().when(dispute('2024-03-02', 3_000)).then(raised('2024-03-02', 3_000))
  })

  it('leaves 70 to be asked for: the undisputed part is still dunned [edge 59] [1-42]', () => {
    past(dispute('2024-03-02', 3_000))
      .when(run('friendly', '2024-03-06', [first]))
      .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[first, 3_000]]))
  })

  it('is asked for again once it was lost', () => {
    past(dispute('2024-03-02', 3_000), resolve('2024-03-05'))
      .when(run('friendly', '2024-03-06', [first]))
      .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[first, 0]]))
  })

  it('is set against the oldest instalment first, and never against more than is open', () => {
    const older = line('INV-1', '2024-02-01', 2_000)
    past(dispute('2024-03-02', 3_000))
      .when(run('friendly', '2024-03-06', [first, older]))
      .then(opened('2024-03-06'), sent('friendly', '2024-03-06', [[first, 1_000]]))
  })

  it('stands from its day until its resolution, and is not forgotten for the days between', () => {
    const state = fold(collectionsRoom.decider, [
      raised('2024-03-02', 3_000),
      resolved('2024-03-05'),
    ])
    const days = ['2024-03-01', '2024-03-02', '2024-03-04', '2024-03-05'].map(civilDate)
    expect(days.map((day) => disputedMinor(state, itemId('INV-1'), day))).toEqual([
      0, 3_000, 3_000, 0,
    ])
    expect(disputedMinor(state, itemId('INV-1'))).toBe(0)
    expect(disputedMinor(state, itemId('INV-2'))).toBe(0)
  })
})

describe('a dispute about all of an item', () => {
  it('keeps the item out of reminders and leaves the others in [1-42]', () => {
    past(dispute('2024-03-02', 10_000))
      .when(run('friendly', '2024-03-15', [first, second]))
      .then(opened('2024-03-15'), sent('friendly', '2024-03-15', [[second, 0]]))
  })

  it('opens no case where nothing else is owed', () => {
    past(dispute('2024-03-02', 10_000))
      .when(run('friendly', '2024-03-06', [first]))
      .thenRejected({ type: 'NothingToAsk', stepId: text('friendly'), why: 'disputed' })
  })

  it('holds the next step of an open case, which is sent when the dispute was lost', () => {
    const held = [run('friendly', '2024-03-06', [first]), dispute('2024-03-07', 10_000)]
    past(...held)
      .when(run('firm', '2024-03-15', [first]))
      .then(skipped('firm', '2024-03-15', 'disputed'))
    past(...held, run('firm', '2024-03-15', [first]), resolve('2024-03-20'))
      .when(run('firm', '2024-03-21', [first]))
      .then(sent('firm', '2024-03-21', [[first, 0]]))
  })

  it('does not end the case: the item is overdue still', () => {
    past(run('friendly', '2024-03-06', [first]), dispute('2024-03-07', 10_000))
      .when(close('2024-03-20', [first]))
      .thenRejected({ type: 'StillOverdue', itemIds: [first.itemId] })
  })
})

describe('whoever raises a dispute', () => {
  it('needs an amount, and no more than is open', () => {
    past().when(dispute('2024-03-02', 0)).thenRejected({ type: 'ZeroAmount' })
    past()
      .when(dispute('2024-03-02', 10_001))
      .thenRejected({
        type: 'AmountTooLarge',
        itemId: itemId('INV-1'),
        openMinor: 10_000,
        offeredMinor: 10_001,
      })
  })

  it('has one at a time on an item', () => {
    past(dispute('2024-03-02', 3_000))
      .when(dispute('2024-03-03', 1_000, 'INV-1', 'D-2'))
      .thenRejected({
        type: 'AlreadyDisputed',
        itemId: itemId('INV-1'),
        disputeId: disputeId('D-1'),
      })
    past(dispute('2024-03-02', 3_000), resolve('2024-03-05'))
      .when(dispute('2024-03-06', 1_000, 'INV-2', 'D-2'))
      .then({
        ...raised('2024-03-06', 1_000),
        disputeId: disputeId('D-2'),
        itemId: itemId('INV-2'),
      })
  })

  it('says nothing new by saying it again, also when it was resolved', () => {
    past(dispute('2024-03-02', 3_000), resolve('2024-03-05'))
      .when(dispute('2024-03-02', 3_000))
      .thenNothing()
  })

  it('may not mean something else by the same id', () => {
    past(dispute('2024-03-02', 3_000))
      .when(dispute('2024-03-02', 4_000, 'INV-2'))
      .thenRejected({
        type: 'ConflictingDuplicate',
        what: 'dispute',
        id: 'D-1',
        recorded: { itemId: itemId('INV-1'), amountMinor: 3_000 },
        offered: { itemId: itemId('INV-2'), amountMinor: 4_000 },
      })
  })
})

describe('a dispute recorded from elsewhere', () => {
  const recorded = {
    type: 'RecordDispute' as const,
    ...on('2024-03-03'),
    disputeId: disputeId('D-2'),
    itemId: itemId('INV-1'),
    amountMinor: minorUnits(0),
    reason: null,
  }

  it('asks for no permission: neither for the amount nor for being the only one', () => {
    past(dispute('2024-03-02', 3_000))
      .when(recorded)
      .then({ ...raised('2024-03-03', 0), disputeId: disputeId('D-2') })
  })

  it('is resolved through either door, never before it was raised', () => {
    past(dispute('2024-03-02', 3_000))
      .when({ ...resolve('2024-03-01'), type: 'RecordDisputeResolution' })
      .then(resolved('2024-03-02'))
  })
})

describe('the resolution of a dispute', () => {
  it('needs a dispute', () => {
    past()
      .when({ ...resolve('2024-03-05'), type: 'RecordDisputeResolution' })
      .thenRejected({ type: 'UnknownDispute', disputeId: disputeId('D-1') })
  })

  it('is given once, and does not change', () => {
    const done = past(dispute('2024-03-02', 3_000), resolve('2024-03-05'))
    done.when(resolve('2024-03-05')).thenNothing()
    done
      .when(resolve('2024-03-06', 'accepted'))
      .thenRejected({ type: 'AlreadyResolved', disputeId: disputeId('D-1'), outcome: 'rejected' })
  })
})

describe('an item that is handed over', () => {
  const gone: CollectionsEvent = {
    type: 'ItemHandedOver',
    ...on('2024-04-10'),
    itemId: itemId('INV-1'),
    changeId: changeId('H-1'),
    agency: null,
  }
  const reminded = run('friendly', '2024-03-06', [first])

  it('was reminded of before, and is not disputed', () => {
    past(reminded).when(handOver('2024-04-10')).then(gone)
    past()
      .when(handOver('2024-04-10'))
      .thenRejected({ type: 'NeverReminded', itemId: itemId('INV-1') })
    past(reminded, dispute('2024-03-10', 1))
      .when(handOver('2024-04-10'))
      .thenRejected({ type: 'ItemIsDisputed', itemId: itemId('INV-1') })
  })

  it('goes once', () => {
    const done = past(reminded, handOver('2024-04-10'))
    done.when(handOver('2024-04-10')).thenNothing()
    done
      .when(handOver('2024-04-11', 'H-2'))
      .thenRejected({ type: 'AlreadyHandedOver', itemId: itemId('INV-1') })
    done.when(handOver('2024-04-11', 'H-1', 'INV-2')).thenRejected({
      type: 'ConflictingDuplicate',
      what: 'handOver',
      id: 'H-1',
      recorded: { itemId: itemId('INV-1'), amountMinor: null },
      offered: { itemId: itemId('INV-2'), amountMinor: null },
    })
  })

  it('is asked for by the agency, and no more by the house', () => {
    past(reminded, handOver('2024-03-10'))
      .when(run('firm', '2024-03-15', [first]))
      .then(skipped('firm', '2024-03-15', 'handedOver'))
    past(reminded, handOver('2024-03-10'))
      .when(run('firm', '2024-03-30', [first, second]))
      .then(sent('firm', '2024-03-30', [[second, 0]]))
  })

  it('is recorded from elsewhere without a reminder', () => {
    past()
      .when({ ...handOver('2024-04-10'), type: 'RecordHandOver' })
      .then(gone)
  })
})

describe('every refusal', () => {
  it('is worded for whoever reads the log', () => {
    const { explain } = collectionsRoom
    expect(
      explain({ type: 'AmountTooLarge', itemId: itemId('A'), openMinor: 5, offeredMinor: 9 }),
    ).toBe('9 is too much for item A: 5 minor units are open.')
    expect(explain({ type: 'NotTheNextStep', stepId: text('firm'), next: null })).toBe(
      'Step firm is not next: no step is left.',
    )
    expect(explain({ type: 'NothingToAsk', stepId: text('firm'), why: 'disputed' })).toBe(
      'Step firm has nothing to ask for: all of it is disputed.',
    )
    expect(
      explain({
        type: 'ConflictingDuplicate',
        what: 'dispute',
        id: 'D-1',
        recorded: { itemId: itemId('A'), amountMinor: 5 },
        offered: { itemId: itemId('B'), amountMinor: 5 },
      }),
    ).toBe(
      'The dispute D-1 is recorded with 5 minor units of item A, and was offered with 5 minor units of item B.',
    )
  })
})
