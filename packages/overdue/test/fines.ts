import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  addDays,
  changeId,
  chargeId,
  civilDate,
  currency,
  customerId,
  endOfDay,
  itemId,
  minorUnits,
  parseMinor,
  paymentId,
  Text,
  type CivilDate,
  type Instant,
} from '@tenure/core/shared'
import type { Known } from '@tenure/projection'
import { logOf, type Learned } from './histories.ts'

const eur = currency('EUR')

/** One row of the log of fines. */
interface Step {
  readonly fine: string
  readonly activity: string
  readonly on: CivilDate
  readonly cell: (name: string) => string
}

const centsOf = (cell: string): number => parseMinor(cell, eur) ?? Number.NaN

const readSteps = (path: string): ReadonlyArray<Step> => {
  const [head = '', ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n')
  const columns = head.trim().split(',')
  return lines.map((line) => {
    const cells = line.trim().split(',')
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
    // The civil day as written: read as an instant of UTC it would be a day early.
    const on = civilDate(cell('timestamp').slice(0, 10))
    return { fine: cell('case_id'), activity: cell('activity'), on, cell }
  })
}

const text = (value: string): Text => {
  if (!Text.is(value)) throw new RangeError('empty text')
  return value
}

const ends = new Map<CivilDate, Instant>()

/** The end of a day in Rome; the days are few, and asking the zone is slow. */
const endInRome = (day: CivilDate): Instant => {
  const held = ends.get(day) ?? endOfDay(day, 'Europe/Rome')
  ends.set(day, held)
  return held
}

/** What a step says in our words; `fined` is the amount of the fine before it. */
const commandsOf = (step: Step, place: number, fined: number): ReadonlyArray<Learned> => {
  const { fine, activity, on, cell } = step
  const about = { effectiveOn: on, customerId: customerId(fine), currency: eur }
  const item = { ...about, itemId: itemId(fine) }
  const learned = { room: 'receivables', at: endInRome(on) } as const
  const charge = (reason: string, amount: number): ReadonlyArray<Learned> => {
    const ids = { chargeId: chargeId(`${fine} ${place}`), reason: text(reason) }
    const amountMinor = minorUnits(amount)
    return [{ ...learned, command: { type: 'RecordCharge', ...item, ...ids, amountMinor } }]
  }
  switch (activity) {
    case 'Create Fine': {
      const whole = { instalment: 1, amountMinor: minorUnits(centsOf(cell('amount'))), dueOn: null }
      const opening = { kind: 'invoice', invoiceId: null, schedule: [whole], earlyPay: [] } as const
      return [{ ...learned, command: { type: 'RecordItem', ...item, ...opening } }]
    }
    case 'Send Fine':
      return charge('posting', centsOf(cell('expense')))
    case 'Add penalty':
      return charge('penalty', centsOf(cell('amount')) - fined)
    case 'Insert Fine Notification': {
      const due = { changeId: changeId(`due ${fine}`), instalment: 1, dueOn: addDays(on, 60) }
      return [{ ...learned, command: { type: 'FixDueDate', ...item, ...due } }]
    }
    case 'Payment': {
      const told = { method: null, initiatedOn: null, settledOn: null }
      const cash = { paymentId: paymentId(`${fine} ${place}`), ...told }
      const amountMinor = minorUnits(centsOf(cell('paymentAmount')))
      const payment = { ...about, ...cash, amountMinor, forItemId: itemId(fine) }
      return [{ ...learned, command: { type: 'RecordPayment', ...payment } }]
    }
    case 'Send for Credit Collection': {
      const handOver = { changeId: changeId(`agency ${fine}`), agency: null }
      const command = { type: 'RecordHandOver', ...item, ...handOver } as const
      return [{ room: 'collections', at: learned.at, command }]
    }
    default:
      return []
  }
}

/** 10,000 fines as a log: one case is one debtor, each fact known at the end of its own day. */
export const finesLog = (path: string): ReadonlyArray<Known> => {
  const fined = new Map<string, number>()
  const commands = readSteps(path).flatMap((step, place) => {
    const made = commandsOf(step, place, fined.get(step.fine) ?? 0)
    if (step.activity === 'Create Fine') fined.set(step.fine, centsOf(step.cell('amount')))
    return made
  })
  return logOf(commands.toSorted((a, b) => a.at - b.at))
}
