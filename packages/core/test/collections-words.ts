import {
  notice,
  policyOf,
  type CloseCase,
  type CollectionsEvent,
  type HandOver,
  type OpenLine,
  type RaiseDispute,
  type RemindedItem,
  type ReminderChannel,
  type ReminderPolicy,
  type ReminderStep,
  type RunStep,
  type WhyNothing,
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

/** Asks for 5.00 at least, three days after the step before. */
const gently: Partial<ReminderStep> = {
  minGapDays: 3,
  conditions: { minBalanceMinor: minorUnits(500), noPromise: true, noDispute: false },
}
export const step = (
  stepId: string,
  offsetDays: number,
  channel: ReminderChannel,
  differing: Partial<ReminderStep> = {},
): ReminderStep => notice(text(stepId), offsetDays, [channel], { ...gently, ...differing })

export const policy: ReminderPolicy = policyOf(
  text('gentle'),
  [
    step('friendly', 5, 'email'),
    step('firm', 14, 'letter', { tone: 1 }),
    step('last', 30, 'call', { tone: 2 }),
  ],
  { onDisputeLost: 'continue' },
)

export const channels: ReadonlyArray<ReminderChannel> = ['email', 'letter', 'call']

export const line = (item: string, dueOn: string, openMinor: number): OpenLine => ({
  itemId: itemId(item),
  instalment: null,
  dueOn: civilDate(dueOn),
  openMinor: minorUnits(openMinor),
  hold: null,
})

/** Two invoices of 100.00, due on the first and on the tenth of March. */
export const first = line('INV-1', '2024-03-01', 10_000)
export const second = line('INV-2', '2024-03-10', 10_000)

export const run = (
  stepId: string,
  day: string,
  items: ReadonlyArray<OpenLine>,
  under = policy,
  by = channels,
): RunStep => ({
  type: 'RunStep',
  ...on(day),
  policy: under,
  stepId: text(stepId),
  items,
  channels: by,
})

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
  continuesCycle: null,
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
  differing: Partial<Extract<CollectionsEvent, { type: 'ReminderSent' }>> = {},
): Extract<CollectionsEvent, { type: 'ReminderSent' }> => {
  const known = under.steps.find((candidate) => candidate.stepId === stepId)
  const channel = known?.channelPlan[0]
  if (known === undefined || channel === undefined) throw new RangeError(`no step ${stepId}`)
  return {
    type: 'ReminderSent',
    ...on(day),
    cycle,
    stepId: known.stepId,
    policyId: under.policyId,
    policyVersion: under.version,
    offsetDays: known.offsetDays,
    tone: known.tone,
    channel,
    newDeadlineOn: null,
    items: lines.map(([named, disputed]) => remindedOf(named, disputed)),
    askedMinor: minorUnits(
      lines.reduce((sum, [{ openMinor }, disputed]) => sum + openMinor - disputed, 0),
    ),
    ...differing,
  }
}

export const skipped = (
  stepId: string,
  day: string,
  why: 'paid' | WhyNothing,
  cycle = 1,
): CollectionsEvent => ({ type: 'StepSkipped', ...on(day), cycle, stepId: text(stepId), why })

export const policyWith = (
  steps: ReadonlyArray<ReminderStep>,
  differing: Partial<ReminderPolicy> = {},
): ReminderPolicy => policyOf(text('another'), steps, differing)

/** A line as a reminder names it. */
export const remindedOf = (
  { itemId: id, instalment, dueOn, openMinor }: OpenLine,
  disputed: number,
): RemindedItem => ({
  itemId: id,
  instalment,
  dueOn,
  openMinor,
  disputedMinor: minorUnits(disputed),
})
