import type { Allocation, ReceivablesCommand } from '../src/receivables/index.ts'

// A ledger as a clerk would keep it, on paper: no streams, no events, no memory of duplicates. It is told
// only what the room accepted, knows items with one due day and flat fees, and shares no code with it.

interface Item {
  id: string
  openedOn: string
  dueOn: string | null
  charged: number
  settled: number
  lost: number
}
interface Pot {
  id: string
  on: string
  left: number
  out: number
  wants: string | null
  gave: Map<string, number>
}
interface Loss {
  item: Item
  left: number
}

export const newLedger = () => ({
  items: new Map<string, Item>(),
  cash: new Map<string, Pot>(),
  notes: new Map<string, Pot>(),
  fees: new Map<string, number>(),
  losses: new Map<string, Loss>(),
})
export type Ledger = ReturnType<typeof newLedger>
export const openOf = (item: Item): number => item.charged - item.settled - item.lost

const charge = (ledger: Ledger, id: string, on: string, amount: number): Item => {
  const item = ledger.items.get(id) ?? {
    id,
    openedOn: on,
    dueOn: null,
    charged: 0,
    settled: 0,
    lost: 0,
  }
  ledger.items.set(id, item)
  item.charged += amount
  return item
}
const pay = (pot: Pot, item: Item | undefined): void => {
  const amount = item === undefined ? 0 : Math.min(pot.left, openOf(item))
  if (item === undefined || amount === 0) return
  pot.left -= amount
  item.settled += amount
  pot.gave.set(item.id, (pot.gave.get(item.id) ?? 0) + amount)
}
const payWaiting = (ledger: Ledger, item: Item): void =>
  [...ledger.cash.values()]
    .filter((pot) => pot.wants === item.id)
    .toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))
    .forEach((pot) => pay(pot, item))
const order = (ledger: Ledger, allocation: Allocation): ReadonlyArray<Item | undefined> => {
  if (allocation.kind === 'none') return []
  if (allocation.kind === 'named') return allocation.itemIds.map((id) => ledger.items.get(id))
  const { kind } = allocation
  const keyOf = (item: Item) => {
    const [due, size] = [item.dueOn ?? '~', String(1e15 - openOf(item)).padStart(16, '0')]
    const ties = {
      oldestDue: [due, item.openedOn],
      oldestIssued: [item.openedOn, due],
      largest: [size, due, item.openedOn],
    }
    return [...ties[kind], item.id].join('\u0000')
  }
  return [...ledger.items.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
const pot = (id: string, on: string, left: number, wants: string | null): Pot => ({
  id,
  on,
  left,
  out: 0,
  wants,
  gave: new Map(),
})
const take = (ledger: Ledger, from: Pot, itemId: string): void => {
  const item = ledger.items.get(itemId)
  const amount = from.gave.get(itemId) ?? 0
  if (item !== undefined) item.settled -= amount
  from.left += amount
  from.gave.delete(itemId)
}

/** Enters an accepted command; false: this clerk does not know how. */
export const enter = (ledger: Ledger, c: ReceivablesCommand): boolean => {
  const { items, cash, notes } = ledger
  if (c.type === 'OpenItem' || c.type === 'RecordItem') {
    const item = charge(
      ledger,
      c.itemId,
      c.effectiveOn,
      c.schedule.reduce((sum, part) => sum + part.amountMinor, 0),
    )
    item.openedOn = c.effectiveOn
    item.dueOn = c.schedule[0]?.dueOn ?? null
    payWaiting(ledger, item)
  } else if (c.type === 'RecordCharge')
    payWaiting(ledger, charge(ledger, c.itemId, c.effectiveOn, c.amountMinor))
  else if (c.type === 'AssessLateFee') {
    const fee = c.rule?.fee.kind === 'flat' ? c.rule.fee.amountMinor : 0
    ledger.fees.set(c.chargeId, fee)
    payWaiting(ledger, charge(ledger, c.itemId, c.effectiveOn, fee))
  } else if (c.type === 'WaiveLateFee') {
    const [item, fee] = [items.get(c.itemId), ledger.fees.get(c.chargeId) ?? 0]
    if (item === undefined || openOf(item) < fee) return false
    item.charged -= fee
  } else if (c.type === 'ReceivePayment' || c.type === 'RecordPayment') {
    const allocation: Allocation =
      c.type === 'ReceivePayment'
        ? c.allocation
        : { kind: 'named', itemIds: c.forItemId === null ? [] : [c.forItemId] }
    const named = allocation.kind === 'named' ? allocation.itemIds : []
    const received = pot(
      c.paymentId,
      c.effectiveOn,
      c.amountMinor,
      named.find((id) => !items.has(id)) ?? named[0] ?? null,
    )
    cash.set(c.paymentId, received)
    order(ledger, allocation).forEach((item) => pay(received, item))
  } else if (c.type === 'IssueCredit' || c.type === 'RecordCreditNote') {
    const note = pot(c.creditId, c.effectiveOn, c.amountMinor, null)
    notes.set(c.creditId, note)
    if (c.itemId !== null) pay(note, items.get(c.itemId))
  } else if (c.type === 'AllocatePayment' || c.type === 'ApplyCredit') {
    const from = c.type === 'ApplyCredit' ? notes.get(c.creditId) : cash.get(c.paymentId)
    if (from !== undefined) order(ledger, c.allocation).forEach((item) => pay(from, item))
  } else if (c.type === 'UnapplyPayment') {
    const from = cash.get(c.paymentId)
    if (from === undefined) return false
    take(ledger, from, c.itemId)
    if (from.wants === c.itemId) from.wants = null
  } else if (c.type === 'ReversePayment' || c.type === 'RecordReversal') {
    const from = cash.get(c.paymentId)
    if (from === undefined) return false
    for (const itemId of from.gave.keys()) take(ledger, from, itemId)
    if (c.type === 'RecordReversal' && from.out > 0)
      charge(ledger, `suspense:reversal:${c.changeId}`, c.effectiveOn, from.out)
    ;[from.left, from.out] = [0, 0]
  } else if (c.type === 'IssueRefund' || c.type === 'RecordRefund') {
    const from =
      c.from?.kind === 'cash' ? cash.get(c.from.paymentId) : notes.get(c.from?.creditId ?? '')
    const covered = Math.min(from?.left ?? 0, c.amountMinor)
    if (from !== undefined) [from.left, from.out] = [from.left - covered, from.out + covered]
    if (covered < c.amountMinor)
      charge(ledger, `suspense:${c.refundId}`, c.effectiveOn, c.amountMinor - covered)
  } else if (c.type === 'WriteOff' || c.type === 'RecordWriteOff') {
    const item = items.get(c.itemId)
    if (item === undefined) return false
    const left = c.type === 'WriteOff' ? openOf(item) : Math.min(openOf(item), c.amountMinor)
    item.lost += left
    ledger.losses.set(c.writeOffId, { item, left })
  } else if (c.type === 'RecoverWriteOff') {
    const [loss, from] = [ledger.losses.get(c.writeOffId), cash.get(c.paymentId)]
    if (loss === undefined || from === undefined) return false
    const amount = Math.min(loss.left, from.left)
    ;[loss.left, loss.item.lost] = [loss.left - amount, loss.item.lost - amount]
    pay({ ...from, left: amount }, loss.item)
    from.left -= amount
  } else return false
  return true
}
