import { currency, customerId, minorUnits, type Fact } from '@tenure/core/shared'
import type { Known } from '@tenure/projection'
import { lateHistoryOf, purchases, someDay, someone } from '@tenure/testing/sales'
import * as fc from 'fast-check'

const money: fc.Arbitrary<Fact> = fc
  .record({
    customerId: fc.option(someone.map(customerId), { freq: 8 }),
    effectiveOn: someDay,
    amountMinor: fc.nat(500).map(minorUnits),
    currency: fc.constantFrom('EUR', 'JPY').map(currency),
    type: fc.constantFrom(
      'PaymentReceived',
      'PaymentReversed',
      'PaymentChargedBack',
      'ChargebackReversed',
      'RefundIssued',
      'RefundFailed',
      'CreditBalanceIncreased',
      'ItemWrittenOff',
      'WriteOffRecovered',
    ),
  })
  .map((fact) => ({ ...fact, from: { kind: 'cash' }, issued: true }))

/** Purchases and cash in one log. The cash is any cash: no question here asks what it paid for. */
export const histories: fc.Arbitrary<ReadonlyArray<Known>> = fc
  .tuple(purchases, lateHistoryOf(money))
  .map(([sold, paid]) => [...sold, ...paid])
