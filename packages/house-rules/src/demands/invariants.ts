import { row, type Row } from './row.ts'

const later = { later: 'read models' } as const
const words: ReadonlyArray<string> = [
  'Allocation hands out every unit, in order, each part within one unit of its share',
  'An item: original and fees = paid, credited, discounted, written off, assigned and open',
  'An account: what is open less cash and credit = what was charged less what settled it',
  'Nothing open, unapplied or credited is below zero',
  'No event mixes currencies',
  'Refunds and chargebacks stay within what a payment captured',
  'Credit notes stay within the invoice; both parts make the whole',
  'Applying and unapplying again changes nothing',
  'Paying and reversing again restores open, due day and discount',
  'Writing off and recovering all is a payment',
  'The strategy of allocation moves the parts, never the sum',
  'One payment or its parts of the same day: the same open items',
  'Fees stay within their caps, grow with time, ask no more for being asked often',
  'Fees breed no fees',
  'An early discount is taken once, within its rate',
  'No reservation lifts exposure over the limit',
  'What is consumed, released or expired was reserved',
  'Two reservations at once are two in some order',
  'Due days follow their anchor and never drift',
  'Periods touch, never overlap, and their parts make the whole',
  'The zone of the process changes nothing',
  'A step is sent once for an item and cycle, in order, never after closing',
  'How often a policy is evaluated changes no step',
  'A message asks for what is open less what is disputed',
  'A closed case has nothing due; a reopened one counts from its anchor',
  'Suspended while a step says so; reinstated when all is paid',
  'Buckets add up to what is open, for any boundaries',
  'As known at a day = a log that ends on that day',
  'Rows of a roll matrix add up to one',
  'Retained and lost make the whole',
  'The movements of recurring revenue close its bridge',
  'Cohorts add up; rolling retention never rises',
  'Lifetime value grows with retention and margin, falls with interest',
  'The kinds of days sales outstanding keep their order',
  'A promise is judged by the payments in its window',
  'Points are their lots; earning and returning is nothing',
  'A snapshot and its tail are the whole',
  'Deciding is pure',
  'A refusal writes nothing',
  'A command twice is a command once',
  'Any split by customer, any batch: the same rows',
  'Redelivery changes nothing',
  'Independent streams may be interleaved',
  'Rebuilt = live',
  'Notices of one source in another order: the same end',
  'A policy that fell and replays gives the same commands',
  'The ledger agrees with a naive one',
  'Every event reads back as written',
  'Erasing a person changes no sum',
]
const by: Readonly<Record<number, string>> = {
  1: 'allocate',
  16: 'CreditReserved',
  17: 'CreditConsumed',
  18: 'CreditReserved',
  19: 'dueDay',
  20: 'SubscriptionRenewed',
  21: 'dayOf',
  27: 'ageing',
  28: 'replay',
  30: 'retentionRate',
  32: 'monthlyCohorts',
  34: 'dso',
  36: 'PointsEarned PointsRedeemed',
  37: 'makeRegistry',
  38: 'roomLaws',
  39: 'roomLaws',
  40: 'roomLaws',
  41: 'modelLaws',
  42: 'modelLaws',
  43: 'modelLaws',
  44: 'modelLaws',
  46: 'tradePolicies',
  48: 'roomLaws',
}
const nameOf = (place: number): string => {
  const name = by[place]
  if (name !== undefined) return name
  if (place >= 22 && place <= 26) return 'ReminderSent'
  return place === 35 ? 'PromiseKept' : 'receivablesRoom'
}

/** What must hold for every history. */
export const invariants: ReadonlyArray<Row> = words.map((text, index) => {
  const place = index + 1
  const waits =
    (place >= 27 && place <= 36 && place !== 35 && place !== 36) || place === 42 || place === 44
  const rest = place === 37 || place === 49 ? ({ later: 'runtime' } as const) : waits ? later : {}
  return row(`inv ${place}`, text, nameOf(place), rest)
})
