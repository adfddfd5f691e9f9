import { createHash } from 'node:crypto'
import { dayNumber, dayOf, fold, knownAtOf, type Fact } from '@tenure/core/shared'
import {
  creditMinor,
  grossOpenMinor,
  receivablesRoom,
  unappliedMinor,
  type ReceivablesEvent,
} from '@tenure/core/receivables'
import { beforeAll, describe, expect, it } from 'vitest'
import { companyEventTypes, playCompany, type PlayedCompany } from '../src/company/index.ts'
import { contentOf, factsIn, recordedIn } from './company-log.ts'

const digestOf = async ({ log }: PlayedCompany): Promise<string> => {
  const hash = createHash('sha256')
  for (const event of await recordedIn(log))
    hash.update(
      JSON.stringify({
        ...contentOf(event),
        revision: Number(event.revision),
        metadata: event.metadata,
        recordedAt: event.recordedAt,
      }),
    )
  return hash.digest('hex')
}

describe('a simulated company', () => {
  const small = { customers: 25, days: 250 }

  it('is the same for the same seed: ids, bodies, envelopes and instants', async () => {
    const [once, again] = [await playCompany(small), await playCompany(small)]
    expect(once.summary.events).toBeGreaterThan(500)
    expect(await digestOf(again)).toBe(await digestOf(once))
  })

  it('is another one for another seed', async () => {
    const [one, other] = [await playCompany(small), await playCompany({ ...small, seed: 2 })]
    expect(await digestOf(other)).not.toBe(await digestOf(one))
  })

  it('tells how many of its days were played', async () => {
    const told: Array<readonly [number, number]> = []
    const onProgress = (done: number, days: number) => void told.push([done, days])
    const { from, to } = await playCompany({ customers: 1, days: 10, onProgress })
    expect([from, to]).toEqual(['2024-01-01', '2024-01-10'])
    expect(told.at(0)).toEqual([1, 50])
    expect(told.at(-1)).toEqual([50, 50])
  })
})

/** Moves of the net position that documents and cash make; applications move nothing. */
const netMoveMinor = (event: ReceivablesEvent): number => {
  switch (event.type) {
    case 'ItemOpened':
    case 'ChargeRecorded':
    case 'LateFeeAssessed':
    case 'BounceFeeAssessed':
    case 'EarlyDiscountWithdrawn':
    case 'ReceivableReturned':
    case 'PaymentReversed':
    case 'PaymentChargedBack':
    case 'WriteOffRecovered':
      return event.amountMinor
    case 'RefundIssued':
      return event.from.kind === 'suspense' ? 0 : event.amountMinor
    case 'RefundFailed':
      return event.issued ? -event.amountMinor : 0
    case 'LateFeeWaived':
    case 'EarlyDiscountTaken':
    case 'ReceivableAssigned':
    case 'PaymentReceived':
    case 'ChargebackReversed':
    case 'CreditBalanceIncreased':
    case 'ItemWrittenOff':
      return -event.amountMinor
    default:
      return 0
  }
}

describe('two years of sixty customers', () => {
  let played: PlayedCompany
  let facts: Awaited<ReturnType<typeof factsIn>>
  beforeAll(async () => {
    played = await playCompany({ customers: 60 })
    facts = await factsIn(played.log)
  })

  it('are learned late in at least a twentieth of the facts, by 1 to 40 days, and never early', () => {
    const lateDays = facts.map(
      ({ body, envelope }) =>
        dayNumber(dayOf(knownAtOf(envelope), played.zone)) - dayNumber(body.effectiveOn),
    )
    const late = lateDays.filter((days) => days >= 1 && days <= 40).length
    expect(late / facts.length).toBeGreaterThanOrEqual(0.05)
    expect(Math.min(...lateDays)).toBe(0)
    expect(Math.max(...lateDays)).toBeLessThanOrEqual(40)
    expect(played.summary.lateEvents).toBe(late)
  })

  it('have late deliveries, payments, credit notes and corrected due days', () => {
    const late = new Set(
      facts
        .filter(({ body, envelope }) => dayOf(knownAtOf(envelope), played.zone) > body.effectiveOn)
        .map(({ body }) => body.type),
    )
    for (const type of [
      'DeliveryConfirmed',
      'PaymentReceived',
      'CreditBalanceIncreased',
      'DueDateFixed',
    ])
      expect(late).toContain(type)
  })

  it('end with the last day of business: later nothing new is true, and word still comes in', () => {
    expect(facts.every(({ body }) => body.effectiveOn <= played.to)).toBe(true)
    const lastHeardOn = facts.map(({ envelope }) => dayOf(knownAtOf(envelope), played.zone)).at(-1)
    expect(lastHeardOn).toBeDefined()
    expect(String(lastHeardOn) > played.to).toBe(true)
  })

  it('keep the money of every customer and currency: documents and cash explain what stands', () => {
    const netMinor = new Map<string, number>()
    const streams = new Map<string, ReceivablesEvent[]>()
    for (const { body, envelope } of facts) {
      if (!envelope.stream.startsWith('receivables-')) continue
      // The stream holds events of this room only.
      const event = body as Fact as ReceivablesEvent
      netMinor.set(envelope.stream, (netMinor.get(envelope.stream) ?? 0) + netMoveMinor(event))
      streams.set(envelope.stream, [...(streams.get(envelope.stream) ?? []), event])
    }
    expect(streams.size).toBeGreaterThanOrEqual(55)
    for (const [stream, events] of streams) {
      const state = fold(receivablesRoom.decider, events)
      const stands = grossOpenMinor(state) - unappliedMinor(state) - creditMinor(state)
      expect([stream, netMinor.get(stream)]).toEqual([stream, stands])
    }
  })
})

describe('two years of two hundred customers', () => {
  it('show every event that the company claims to know, and no policy asks for what cannot be', async () => {
    const { summary } = await playCompany({ customers: 200 })
    expect(companyEventTypes.filter((type) => !summary.byType.has(type))).toEqual([])
    expect([...summary.rejectedOfPolicies]).toEqual([])
  }, 60_000)
})
