export interface Mutation {
  /** The law that the change breaks, in one sentence. */
  readonly law: string
  readonly file: string
  /** Text that stands exactly once in the file, and what replaces it. */
  readonly from: string
  readonly to: string
  readonly tests: ReadonlyArray<string>
}

const receivables = 'packages/core/src/receivables'

export const mutations: ReadonlyArray<Mutation> = [
  {
    law: 'allocating hands out every unit',
    file: 'packages/core/src/shared/money.ts',
    from: 'part.whole += 1n',
    to: 'part.whole += 0n',
    tests: ['packages/core/test/shared'],
  },
  {
    law: 'the later of two replacing facts wins',
    file: 'packages/core/src/shared/later-wins.ts',
    from: 'current.since > since',
    to: 'current.since < since',
    tests: ['packages/overdue', 'packages/core'],
  },
  {
    law: 'a payment received twice is received once',
    file: `${receivables}/decide/receive-payment.ts`,
    from: 'if (known === undefined) return undefined',
    to: 'return undefined',
    tests: ['packages/core/test/receivables'],
  },
  {
    law: 'applied cash leaves the unapplied cash',
    file: `${receivables}/evolve-applications.ts`,
    from: 'state.openMinor -= amountMinor\n  state.unappliedMinor -= amountMinor\n  place(',
    to: 'state.openMinor -= amountMinor\n  place(',
    tests: ['packages/core/test/receivables'],
  },
  {
    law: 'an application is effective on the latest day of what it joins',
    file: `${receivables}/decide/apply.ts`,
    from: 'return on === null ? sourceOn : laterDay(on, sourceOn)',
    to: 'return sourceOn',
    tests: ['packages/core/test/receivables', 'packages/overdue'],
  },
  {
    law: 'credit notes never exceed their invoice',
    file: 'packages/core/src/invoice/decide/correct.ts',
    from: 'amountMinor > totalMinor - soFarMinor',
    to: 'amountMinor > totalMinor',
    tests: ['packages/core/test/invoice'],
  },
  {
    law: 'two reminders keep their distance',
    file: 'packages/core/src/collections/decide/due-step.ts',
    from: 'Math.max(1, step.minGapDays)',
    to: '1',
    tests: ['packages/core/test/collections'],
  },
  {
    law: 'an older assessment of churn says nothing',
    file: 'packages/core/src/churn/decide/assess.ts',
    from: 'if (churn.since !== null && effectiveOn <= churn.since) return E.right([])',
    to: '',
    tests: ['packages/core/test/churn'],
  },
  {
    law: 'no stream means no stream',
    file: 'packages/event-store/src/expectation.ts',
    from: 'if (believed === last) return',
    to: "if (believed === last || expected === 'noStream') return",
    tests: ['packages/event-store/test', 'packages/event-store-sqlite'],
  },
  {
    law: 'an append whose outcome is unknown is read back, not assumed',
    file: 'packages/event-store/src/handle/carry-out.ts',
    from: 'if (doubtful || result.right.repeated) {',
    to: 'if (false as boolean) {',
    tests: ['packages/event-store/test'],
  },
  {
    law: 'positions follow one another',
    file: 'packages/event-store-sqlite/src/writer.ts',
    from: 'position += 1',
    to: 'position += 2',
    tests: ['packages/event-store-sqlite'],
  },
  {
    law: 'what was learned later is not known yet',
    file: 'packages/projection/src/distinct-cuts.ts',
    from: 'if (knownAt <= limit.knownAt) (places',
    to: 'if (knownAt <= Infinity) (places',
    tests: ['packages/projection', 'packages/overdue'],
  },
  {
    law: 'a fact of the day itself counts as of that day',
    file: 'packages/projection/src/distinct-cuts.ts',
    from: 'limit.asOf < effectiveOn',
    to: 'limit.asOf <= effectiveOn',
    tests: ['packages/projection', 'packages/overdue'],
  },
  {
    law: 'a bucket of the ageing ends on its last day',
    file: 'packages/overdue/src/buckets.ts',
    from: 'days <= range.toDays',
    to: 'days < range.toDays',
    tests: ['packages/overdue'],
  },
  {
    law: 'a window of purchases holds as many days as it says',
    file: 'packages/retention/src/active-customers.ts',
    from: 'daysBetween(day, asOf) < rule.windowDays',
    to: 'daysBetween(day, asOf) <= rule.windowDays',
    tests: ['packages/retention'],
  },
  {
    law: 'what stands in no transaction is named as such',
    file: 'packages/clv/src/transactions.ts',
    from: 'if (count <= 0) orders = addMinor(orders, count)',
    to: 'if (count < -1) orders = addMinor(orders, count)',
    tests: ['packages/clv'],
  },
  {
    law: 'a fee of a paused day is passed over, and takes no room under a cap',
    file: 'packages/core/src/terms/late-fees-due.ts',
    from: '!isPaused(pauses, dueFrom)',
    to: 'dueFrom !== null',
    tests: ['packages/core/test/receivables'],
  },
  {
    law: 'an append of what was deleted since is no success',
    file: 'packages/event-store-sqlite/src/writer.ts',
    from: 'if (firstAt !== undefined && firstAt < end.before) return deleted',
    to: '',
    tests: ['packages/event-store-sqlite'],
  },
  {
    law: 'what filters pass over moves the position of a subscription on',
    file: 'packages/event-store/src/follow.ts',
    from: 'if (last !== upTo) yield { position: upTo }',
    to: '',
    tests: ['packages/event-store'],
  },
  {
    law: 'a form that changed needs a new version',
    file: 'packages/event-store/src/schema/schema-lock.ts',
    from: 'if (before === now) return []',
    to: 'if (before !== undefined) return []',
    tests: ['packages/event-store/test/schema'],
  },
  {
    law: 'a decoder drops what its codec drops',
    file: 'packages/event-store/src/compiled-codec.ts',
    from: 'if (strangers === 0) return copy ?? value',
    to: 'if (strangers >= 0) return copy ?? value',
    tests: ['packages/event-store/test/compiled'],
  },
  {
    law: 'a gap in the log is damage',
    file: 'packages/event-store-sqlite/src/check-events.ts',
    from: 'position === before + 1',
    to: 'position > before',
    tests: ['packages/event-store-sqlite/test/check'],
  },
]
