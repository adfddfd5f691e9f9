import { isLeft } from 'fp-ts/lib/Either.js'
import { itemOf, onlyTo, receivablesRoom, type Item } from '../src/receivables/index.ts'
import {
  civilDate,
  currency,
  customerId,
  evolveOwned,
  itemId,
  minorUnits,
  paymentId,
} from '../src/shared/index.ts'

// What a closed item costs: `node --expose-gc packages/core/proof/receivables-memory.ts`.
//
// So many invoices are opened and paid. The heap is measured with their lines, then with the same items
// as objects beside them.

const count = 100_000
const { decider } = receivablesRoom
const about = {
  customerId: customerId('C-1'),
  currency: currency('EUR'),
  effectiveOn: civilDate('2026-01-01'),
}
const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

let state = decider.initial()
const answer = (command: Parameters<typeof decider.decide>[0]): void => {
  const decision = decider.decide(command)(state)
  if (isLeft(decision)) throw new Error(receivablesRoom.explain(decision.left))
  for (const event of decision.right) state = evolveOwned(decider.evolve, state, event)
}
const ids = Array.from({ length: count }, (_, index) => itemId(`INV-2026-${index}`))
for (const [index, id] of ids.entries()) {
  const amountMinor = minorUnits(1000 + (index % 977))
  const schedule = [{ instalment: 1, amountMinor, dueOn: civilDate('2026-01-31') }]
  const item = { kind: 'invoice' as const, invoiceId: null, schedule, earlyPay: [] }
  answer({ type: 'OpenItem', ...about, itemId: id, ...item })
  const receipt = { paymentId: paymentId(`P-${index}`), amountMinor, method: null }
  const days = { initiatedOn: null, settledOn: null }
  answer({ type: 'ReceivePayment', ...about, ...receipt, ...days, allocation: onlyTo(id) })
}
const lines = [...state.closed.values()]
const bytes = lines.reduce((sum, line) => sum + line.length, 0)
const before = heap()
const items: Item[] = ids.flatMap((id) => itemOf(state, id) ?? [])
const after = heap()
console.log(
  `${count.toLocaleString('en')} closed items: a line of ${Math.round(bytes / count)} bytes each; ` +
    `as objects ${Math.round((after - before) / items.length)} bytes each`,
)
