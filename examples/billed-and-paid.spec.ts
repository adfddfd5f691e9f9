import { receivablesRoom } from '@tenure/core/receivables'
import {
  civilDate,
  currency,
  customerId,
  endOfDay,
  itemId,
  minorUnits,
  paymentId,
} from '@tenure/core/shared'
import { handle, makeRegistry, openLog } from '@tenure/event-store'
import { catalogue } from '@tenure/core/catalogue'
import { memoryStore } from '@tenure/event-store/memory'
import { replay } from '@tenure/projection'
import { describe, expect, it } from 'vitest'
import { billedAndPaid } from './billed-and-paid.ts'

describe('the read model of the how-to', () => {
  it('counts what a customer was billed and paid, for each cut', async () => {
    const today = civilDate('2026-03-02')
    const store = memoryStore({ clock: () => endOfDay(today, 'UTC') })
    const receivables = handle(store, receivablesRoom)
    const about = { customerId: customerId('__proto__'), currency: currency('EUR') }
    await receivables({
      type: 'RecordItem',
      ...about,
      effectiveOn: today,
      itemId: itemId('1'),
      kind: 'invoice',
      invoiceId: null,
      schedule: [{ instalment: 1, amountMinor: minorUnits(100), dueOn: today }],
      earlyPay: [],
    })()
    await receivables({
      type: 'RecordPayment',
      ...about,
      effectiveOn: civilDate('2026-03-09'),
      paymentId: paymentId('p'),
      amountMinor: minorUnits(60),
      method: null,
      initiatedOn: null,
      settledOn: null,
      forItemId: itemId('1'),
    })()
    const cuts = await replay(openLog(store, makeRegistry(catalogue)), { billedAndPaid }, [
      { asOf: civilDate('2026-03-08') },
      { asOf: civilDate('2026-03-09') },
    ])
    expect(cuts.map(({ rows }) => rows.billedAndPaid.get('EUR|__proto__'))).toEqual([
      { billedMinor: 100, paidMinor: 0 },
      { billedMinor: 100, paidMinor: 60 },
    ])
  })
})
