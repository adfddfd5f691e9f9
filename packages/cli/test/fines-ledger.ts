/** One movement of a case, in the words of the published examples. */
export interface Movement {
  readonly date: string
  readonly kind: string
  readonly cents: number
  readonly balance_cents: number
}

/** One case as the log tells it, event by event: a plain ledger of its own. */
export interface Case {
  readonly id: string
  readonly movements: Array<Movement>
  due: string | null
  notified: string | null
  handed_over: string | null
}

interface Line {
  readonly type: string
  readonly data: {
    readonly effectiveOn: string
    readonly customerId: string
    readonly reason: string
    readonly amountMinor: number
    readonly dueOn: string
  }
}

/** The cases of a log that was written as NDJSON, in the order in which they were created. */
export const casesOf = (ndjson: string): ReadonlyMap<string, Case> => {
  const cases = new Map<string, Case>()
  for (const line of ndjson.trimEnd().split('\n')) {
    const { type, data }: Line = JSON.parse(line)
    const id = data.customerId
    const known = cases.get(id) ?? {
      id,
      movements: [],
      due: null,
      notified: null,
      handed_over: null,
    }
    cases.set(id, known)
    const move = (kind: string, cents: number): void => {
      const balance_cents = (known.movements.at(-1)?.balance_cents ?? 0) + cents
      known.movements.push({ date: data.effectiveOn, kind, cents, balance_cents })
    }
    if (type === 'ChargeRecorded') move(data.reason, data.amountMinor)
    if (type === 'PaymentReceived') move('payment', -data.amountMinor)
    if (type === 'DueDateFixed') {
      known.due = data.dueOn
      known.notified = data.effectiveOn
    }
    if (type === 'ItemHandedOver') known.handed_over = data.effectiveOn
  }
  return cases
}

export const sum = (amounts: Iterable<number>): number => {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}

export const chargedOf = ({ movements }: Case): number =>
  sum(movements.filter(({ kind }) => kind !== 'payment').map(({ cents }) => cents))

export const paidOf = ({ movements }: Case): number =>
  sum(movements.filter(({ kind }) => kind === 'payment').map(({ cents }) => 0 - cents))

/** The case as it stood at the end of a day; without movements where it was not created yet. */
export const until = (one: Case, day: string): Case => ({
  ...one,
  movements: one.movements.filter(({ date }) => date <= day),
})

export const balanceOf = (one: Case): number => one.movements.at(-1)?.balance_cents ?? 0

export const dayOf = (one: Case, kind: string): string | undefined =>
  one.movements.find((movement) => movement.kind === kind)?.date

/** The charge that came onto a case which had come to nothing or less, and what is open in the end. */
export const chargedAgain = (one: Case) => {
  const again = one.movements.find(
    ({ kind }, at) => kind !== 'payment' && (one.movements[at - 1]?.balance_cents ?? 1) <= 0,
  )
  return again === undefined
    ? undefined
    : {
        charged_again_on: again.date,
        by: again.kind,
        open_cents_at_the_end: Math.max(0, balanceOf(one)),
      }
}
