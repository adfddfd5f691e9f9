import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  discountNet,
  net,
  nullable,
  Text,
  Whole,
  withLateFee,
  type PaymentTerms,
} from '../src/shared/index.ts'
import { explainLoadFaults, loadStrict, loadTerms } from '../src/terms/index.ts'

const asData = (terms: PaymentTerms): unknown => JSON.parse(JSON.stringify(terms))
const Step = t.strict({
  stepId: Text,
  offsetDays: t.number,
  channel: t.keyof({ email: null, letter: null }, 'Channel'),
})
const StepPolicy = t.strict({
  policyId: Text,
  version: Whole,
  minGapDays: Whole,
  steps: t.readonlyArray(Step),
})
const policy = {
  policyId: 'standard',
  version: 1,
  minGapDays: 7,
  steps: [{ stepId: 'friendly', offsetDays: 3, channel: 'email' }],
}

describe('terms that are loaded from data', () => {
  it('are the terms that were written', () => {
    for (const terms of [net(30), discountNet(200, 10, 30)])
      expect(loadTerms(asData(terms))).toEqual(E.right(terms))
    const fee = { amountMinor: 500, afterDays: 5, maxTimes: 2 }
    expect(loadTerms(asData(withLateFee(net(14), fee)))).toEqual(E.right(withLateFee(net(14), fee)))
  })

  it('are refused for a key that no rule reads, wherever it stands [edge 81]', () => {
    const [part] = net(30).parts
    const data = {
      ...net(30),
      responseForLastFailedPayment: 'INSUFFICIENT_FUNDS',
      parts: [{ ...part, due: { kind: 'netDays', days: 30, calendar: 'banking' } }],
    }
    expect(loadTerms(data)).toEqual(
      E.left([
        { path: 'responseForLastFailedPayment', reason: 'no rule reads this key' },
        { path: 'parts.0.due.calendar', reason: 'no rule reads this key' },
      ]),
    )
  })

  it('are refused with every fault and its place', () => {
    const { graceDays, ...rest } = net(30)
    expect(graceDays).toBe(0)
    const data = {
      ...rest,
      version: 1.5,
      anchor: { kind: 'shipment' },
      parts: [
        { share: { kind: 'percent' }, due: { kind: 'onReceipt' }, anchor: null, earlyPay: 2 },
      ],
    }
    expect(loadTerms(data)).toEqual(
      E.left([
        { path: 'version', reason: '1.5 is not Whole' },
        {
          path: 'anchor.kind',
          reason: '"shipment" is none of "order", "invoice", "delivery", "milestone", "fixed"',
        },
        { path: 'parts.0.share.basisPoints', reason: 'it is missing' },
        { path: 'parts.0.earlyPay', reason: expect.stringMatching(/^2 is not /) },
        { path: 'graceDays', reason: 'it is missing' },
      ]),
    )
    expect(loadTerms({ ...net(30), parts: 'balance' })).toEqual(
      E.left([{ path: 'parts', reason: expect.stringMatching(/^"balance" is not /) }]),
    )
    expect(loadTerms('N/30')).toEqual(
      E.left([{ path: '', reason: '"N/30" is no set of named values' }]),
    )
  })

  it('are refused where their parts cannot be used', () => {
    expect(loadTerms({ ...net(30), parts: [] })).toEqual(
      E.left([{ path: '', reason: 'terms net-30-invoice have no parts' }]),
    )
  })
})

describe('any policy that is loaded from data', () => {
  it('is refused for a key that no rule reads, and for a value that is none [edge 81]', () => {
    expect(loadStrict(StepPolicy, policy)).toEqual(E.right(policy))
    const faults = loadStrict(StepPolicy, {
      ...policy,
      steps: [...policy.steps, { stepId: '', offsetDays: 10, channel: 'fax', tone: 'firm' }],
    })
    expect(faults).toEqual(
      E.left([
        { path: 'steps.1.tone', reason: 'no rule reads this key' },
        { path: 'steps.1.stepId', reason: '"" is not Text' },
        { path: 'steps.1.channel', reason: '"fax" is not Channel' },
      ]),
    )
    expect(E.isLeft(faults) && explainLoadFaults(faults.left).split('\n')[0]).toBe(
      'steps.1.tone: no rule reads this key.',
    )
  })

  it('may join codecs, and keeps keys of any name apart', () => {
    const joined = t.intersection([t.strict({ a: t.string }), t.partial({ b: nullable(t.number) })])
    const hostile: unknown = JSON.parse('{"a":"x","b":null,"__proto__":1}')
    expect(loadStrict(joined, hostile)).toEqual(
      E.left([{ path: '__proto__', reason: 'no rule reads this key' }]),
    )
  })

  it('may join a codec with one that takes all keys: then none is unread', () => {
    const open = t.intersection([t.strict({ a: t.string }), t.UnknownRecord])
    expect(loadStrict(open, { a: 'x', b: 1 })).toEqual(E.right({ a: 'x', b: 1 }))
  })

  it('may be one of several that no tag tells apart, and must fit one of them', () => {
    const either = t.union([t.strict({ a: t.string }), t.strict({ b: t.number })], 'Either')
    expect(loadStrict(either, { b: 1 })).toEqual(E.right({ b: 1 }))
    expect(loadStrict(either, { c: 1 })).toEqual(
      E.left([{ path: '', reason: '{"c":1} is not Either' }]),
    )
    expect(loadStrict(either, { b: 1, c: 1 })).toEqual(
      E.left([{ path: 'c', reason: 'no rule reads this key' }]),
    )
  })

  it('is told of the one kind that there may be, where there is but one', () => {
    const Flat = t.strict({ kind: t.literal('flat'), amount: t.number })
    expect(loadStrict(nullable(Flat), { kind: 'step', amount: 'much' })).toEqual(
      E.left([
        { path: 'kind', reason: '"step" is not "flat"' },
        { path: 'amount', reason: '"much" is not number' },
      ]),
    )
  })

  it('is refused where its values do not go together, though each is one', () => {
    const Range = t.refinement(
      t.strict({ from: t.number, to: t.number }),
      ({ from, to }) => from <= to,
      'Range',
    )
    expect(loadStrict(Range, { from: 1, to: 2 })).toEqual(E.right({ from: 1, to: 2 }))
    expect(loadStrict(Range, { from: 2, to: 1 })).toEqual(
      E.left([{ path: '', reason: '{"from":2,"to":1} is not Range' }]),
    )
  })

  it('is shown in a line that can be read: nothing by name, and much cut short', () => {
    const reasonOf = (data: unknown): string => {
      const loaded = loadStrict(Text, data)
      return E.isLeft(loaded) ? explainLoadFaults(loaded.left) : 'loaded'
    }
    expect(reasonOf(undefined)).toBe('The data: nothing is not Text.')
    expect(reasonOf([7, 'x'.repeat(54)])).toBe(`The data: [7,"${'x'.repeat(54)}"] is not Text.`)
    expect(reasonOf([7, 'x'.repeat(55)])).toBe(`The data: [7,"${'x'.repeat(53)}... is not Text.`)
  })
})
