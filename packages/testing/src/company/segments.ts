import {
  deposit,
  endOfMonthTerms,
  fourTimesFourteenDays,
  net,
  netFromDelivery,
  withLateFee,
  type PaymentTerms,
} from '@tenure/core/shared'

/** How late, in days from the due day, somebody pays; negative is early. `never` waits for the bailiff. */
export type Lateness = readonly [least: number, most: number] | 'never'

/** A kind of customer, as data: who they are, how they buy, how they pay. Chances in thousandths. */
export interface Segment {
  readonly name: string
  readonly weight: number
  readonly terms: ReadonlyArray<readonly [weight: number, terms: PaymentTerms]>
  /** Days between two orders. */
  readonly interval: readonly [least: number, most: number]
  readonly lines: readonly [least: number, most: number]
  readonly quantity: readonly [least: number, most: number]
  readonly lateness: ReadonlyArray<readonly [weight: number, lateness: Lateness]>
  /** After an order: falls silent for many months. */
  readonly driftPermille: number
  /** Of those who fell silent: comes back. */
  readonly returnPermille: number
  readonly disputePermille: number
  /** The usual limit on what may be owed. Units: of the currency, whole. */
  readonly limit: number
}

const fee = { amountMinor: 1500, afterDays: 14, maxTimes: 2 }

export const segments: ReadonlyArray<Segment> = [
  {
    name: 'workshop',
    weight: 38,
    terms: [
      [7, net(30)],
      [3, withLateFee(net(30), fee)],
    ],
    interval: [40, 100],
    lines: [1, 3],
    quantity: [1, 6],
    lateness: [
      [58, [-6, 0]],
      [24, [1, 9]],
      [14, [10, 40]],
      [3, [45, 120]],
      [1, 'never'],
    ],
    driftPermille: 90,
    returnPermille: 420,
    disputePermille: 20,
    limit: 9000,
  },
  {
    name: 'retailer',
    weight: 17,
    terms: [[1, endOfMonthTerms]],
    interval: [21, 45],
    lines: [2, 4],
    quantity: [4, 30],
    lateness: [
      [30, [-2, 0]],
      [45, [3, 18]],
      [22, [19, 50]],
      [3, [51, 110]],
    ],
    driftPermille: 30,
    returnPermille: 500,
    disputePermille: 35,
    limit: 60000,
  },
  {
    name: 'household',
    weight: 30,
    terms: [
      [6, fourTimesFourteenDays],
      [4, withLateFee(netFromDelivery(14), fee)],
    ],
    interval: [60, 190],
    lines: [1, 2],
    quantity: [1, 2],
    lateness: [
      [72, [0, 0]],
      [14, [1, 6]],
      [9, [7, 35]],
      [2, [36, 100]],
      [3, 'never'],
    ],
    driftPermille: 190,
    returnPermille: 300,
    disputePermille: 15,
    limit: 2500,
  },
  {
    name: 'builder',
    weight: 15,
    terms: [
      [6, deposit(3000, 30)],
      [4, netFromDelivery(14)],
    ],
    interval: [60, 130],
    lines: [2, 5],
    quantity: [10, 80],
    lateness: [
      [40, [-3, 0]],
      [30, [1, 14]],
      [24, [15, 60]],
      [5, [61, 150]],
      [1, 'never'],
    ],
    driftPermille: 110,
    returnPermille: 450,
    disputePermille: 60,
    limit: 250000,
  },
]

export const sources: ReadonlyArray<readonly [weight: number, source: string]> = [
  [34, 'search'],
  [22, 'referral'],
  [18, 'fair'],
  [16, 'social'],
  [10, 'newsletter'],
]
