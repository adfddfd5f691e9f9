import type {
  CloseCase,
  CollectionsEvent,
  HandOver,
  OpenLine,
  RaiseDispute,
  ReminderPolicy,
  RunStep,
} from '../src/collections/index.ts'
import {
  changeId,
  civilDate,
  currency,
  customerId,
  disputeId,
  itemId,
  minorUnits,
  Text,
} from '../src/shared/index.ts'

// The words in which the examples of the collections room are told.

export const text = (value: string): Text => {
  if (!Text.is(value)) throw new RangeError('no text')
  return value
}

const about = { customerId: customerId('Ада'), currency: currency('EUR') }
export const on = (day: string) => ({ effectiveOn: civilDate(day), ...about })

export const policy: ReminderPolicy = {
  policyId: text('gentle'),
  version: 1,
  minBalanceMinor: minorUnits(500),
  minGapDays: 3,
  steps: [
    { stepId: text('friendly'), offsetDays: 5, channel: 'email' },
    { stepId: text('firm'), offsetDays: 14, channel: 'letter' },
    { stepId: text('last'), offsetDays: 30, channel: 'call' },
  ],
}

export const line = (item: string, dueOn: string, openMinor: number): OpenLine => ({
  itemId: itemId(item),
  dueOn: civilDate(dueOn),
  openMinor: minorUnits(openMinor),
})

/** Two invoices of 100.00, due on the first and on the tenth of March. */
export const first = line('INV-1', '2024-03-01', 10_000)
export const second = line('INV-2', '2024-03-10', 10_000)

export const run = (
  stepId: string,
  day: string,
  items: ReadonlyArray<OpenLine>,
  under = policy,
): RunStep => ({ type: 'RunStep', ...on(day), policy: under, stepId: text(stepId), items })

export const close = (day: string, items: ReadonlyArray<OpenLine>, cycle = 1): CloseCase => ({
  type: 'CloseCase',
  ...on(day),
  cycle,
  items,
})

export const dispute = (
  day: string,
  amountMinor: number,
  item = 'INV-1',
  id = 'D-1',
): RaiseDispute => ({
  type: 'RaiseDispute',
  ...on(day),
  disputeId: disputeId(id),
  itemId: itemId(item),
  amountMinor: minorUnits(amountMinor),
  openMinor: minorUnits(10_000),
  reason: null,
})

export const handOver = (day: string, change = 'H-1', item = 'INV-1'): HandOver => ({
  type: 'HandOver',
  ...on(day),
  changeId: changeId(change),
  itemId: itemId(item),
  agency: null,
})

export const opened = (day: string, cycle = 1): CollectionsEvent => ({
  type: 'CaseOpened',
  ...on(day),
  cycle,
})

export const closed = (day: string, cycle = 1): CollectionsEvent => ({
  type: 'CaseClosed',
  ...on(day),
  cycle,
})

/** A step of `policy`, sent for lines with what is disputed on them. */
export const sent = (
  stepId: string,
  day: string,
  lines: ReadonlyArray<readonly [OpenLine, number]>,
  cycle = 1,
  under = policy,
): CollectionsEvent => {
  const step = under.steps.find((candidate) => candidate.stepId === stepId)
  if (step === undefined) throw new RangeError(`no step ${stepId}`)
  return {
    type: 'ReminderSent',
    ...on(day),
    cycle,
    stepId: step.stepId,
    policyId: under.policyId,
    policyVersion: under.version,
    offsetDays: step.offsetDays,
    channel: step.channel,
    items: lines.map(([{ itemId: id, dueOn, openMinor }, disputed]) => ({
      itemId: id,
      dueOn,
      openMinor,
      disputedMinor: minorUnits(disputed),
    })),
    askedMinor: minorUnits(
      lines.reduce((sum, [{ openMinor }, disputed]) => sum + openMinor - disputed, 0),
    ),
  }
}

export const skipped = (
  stepId: string,
  day: string,
  why: 'paid' | 'disputed' | 'belowMinimum' | 'handedOver',
  cycle = 1,
): CollectionsEvent => ({ type: 'StepSkipped', ...on(day), cycle, stepId: text(stepId), why })
