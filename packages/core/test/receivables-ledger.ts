import type { Allocation, ReceivablesCommand, RefundSource } from '../src/receivables/index.ts'

// A ledger as a clerk would keep it, on paper: no streams, no events, no memory of duplicates. It is told
// only what the room accepted, knows items with one due day, one discount on all of it and flat fees, and
// shares no code with the room.

type Of<T extends ReceivablesCommand['type']> = Extract<ReceivablesCommand, { type: T }>

interface Item {
  id: string
  openedOn: string
  dueOn: string | null
  charged: number
  settled: number
  lost: number
  /** With a financing partner. */
  sold: number
  /** The share in basis points that who pays by a day need not pay, and what was not paid for it. */
  offer: { until: string; share: number } | null
  spared: number
  sparedBy: string | null
  /** Its due day moved to a day that this clerk does not reckon. */
  moved: boolean
}
interface Pot {
  isCash: boolean
  id: string
  /** When the cash came, or since when the note is free. */
  on: string
  left: number
  out: number
  reversed: boolean
  /** Set aside for refunds to come. */
  held: number
  wants: string | null
  gave: Map<string, number>
}
interface Loss {
  item: Item
  left: number
}
interface Back {
  from: Pot
  taken: number
  cut: ReadonlyArray<{ itemId: string; amount: number; loss: Loss | null }>
}
interface Refund {
  on: string
  from: Pot | undefined
  amount: number
  issued: boolean
}

export const newLedger = () => ({
  items: new Map<string, Item>(),
  cash: new Map<string, Pot>(),
  notes: new Map<string, Pot>(),
  fees: new Map<string, number>(),
  losses: new Map<string, Loss>(),
  backs: new Map<string, Back>(),
  refunds: new Map<string, Refund>(),
  sales: new Map<string, Item>(),
  /** What is being collected, and for which item. */
  begun: new Map<string, string | null>(),
})
export type Ledger = ReturnType<typeof newLedger>
export const openOf = (item: Item): number =>
  item.charged - item.settled - item.lost - item.sold - item.spared

const charge = (ledger: Ledger, id: string, on: string, amount: number): Item => {
  const item = ledger.items.get(id) ?? {
    id,
    openedOn: on,
    dueOn: null,
    charged: 0,
    settled: 0,
    lost: 0,
    sold: 0,
    offer: null,
    spared: 0,
    sparedBy: null,
    moved: false,
  }
  ledger.items.set(id, item)
  item.charged += amount
  return item
}
const freeOf = (pot: Pot): number => Math.max(0, pot.left - pot.held)
/** Pays an item out of a pot. Cash that came in time and settles what was sold spares the agreed share. */
const pay = (pot: Pot, item: Item | undefined, free = freeOf(pot)): void => {
  if (item === undefined) return
  const open = openOf(item)
  const { offer } = item
  const inTime = offer !== null && pot.isCash && pot.on <= offer.until && item.spared === 0
  const share = inTime ? Math.floor((open * offer.share + 5000) / 10_000) : 0
  const spared = share > 0 && share < open && free >= open - share && free > 0 ? share : 0
  const amount = Math.min(free, open - spared)
  if (spared > 0) [item.spared, item.sparedBy] = [spared, pot.id]
  settle(pot, item, amount)
}
const settle = (pot: Pot, item: Item, amount: number): void => {
  if (amount <= 0) return
  pot.left -= amount
  item.settled += amount
  pot.gave.set(item.id, (pot.gave.get(item.id) ?? 0) + amount)
}
const byAge = (a: Pot, b: Pot): number =>
  [a.on, a.isCash ? 0 : 1, a.id].join('\u0000') < [b.on, b.isCash ? 0 : 1, b.id].join('\u0000')
    ? -1
    : 1
const payWaiting = (ledger: Ledger, item: Item): void =>
  [...ledger.cash.values()]
    .filter((pot) => pot.wants === item.id)
    .toSorted(byAge)
    .forEach((pot) => pay(pot, item))
const isPending = ({ begun }: Ledger, id: string): boolean =>
  [...begun.values()].some((forItem) => forItem === null || forItem === id)
/** Undefined where a due day that this clerk does not reckon decides. */
const order = (
  ledger: Ledger,
  { named, ordering }: Allocation,
): ReadonlyArray<Item> | undefined => {
  const first = [...new Set(named)].flatMap((id) => ledger.items.get(id) ?? [])
  if (ordering === 'none') return first
  if ([...ledger.items.values()].some((item) => item.moved && openOf(item) > 0)) return undefined
  const keyOf = (item: Item) => {
    const [due, size] = [item.dueOn ?? '~', String(1e15 - openOf(item)).padStart(16, '0')]
    const newest = due === '~' ? due : String(99999999 - Number(due.replaceAll('-', '')))
    const ties = {
      oldestDue: [due, item.openedOn],
      oldestIssued: [item.openedOn, due],
      largest: [size, due, item.openedOn],
      currentFirst: [newest, item.openedOn],
    }
    return [...ties[ordering], item.id].join('\u0000')
  }
  const others = [...ledger.items.values()].filter((item) => !first.includes(item))
  return [...first, ...others.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))]
}
const pot = (isCash: boolean, id: string, on: string, left: number, wants: string | null): Pot => ({
  isCash,
  id,
  on,
  left,
  out: 0,
  reversed: false,
  held: 0,
  wants,
  gave: new Map(),
})
/** Takes money back from an item, with what it had spared there. */
const take = (ledger: Ledger, from: Pot, itemId: string, most = Infinity): number => {
  const item = ledger.items.get(itemId)
  const amount = Math.min(most, from.gave.get(itemId) ?? 0)
  if (item === undefined || amount === 0) return 0
  item.settled -= amount
  from.left += amount
  const rest = (from.gave.get(itemId) ?? 0) - amount
  if (rest === 0) from.gave.delete(itemId)
  else from.gave.set(itemId, rest)
  if (from.wants === itemId) from.wants = null
  return amount
}
const unspare = (ledger: Ledger, from: Pot, itemId: string): void => {
  const item = ledger.items.get(itemId)
  if (item?.sparedBy === from.id) [item.spared, item.sparedBy] = [0, null]
}

const receive = (ledger: Ledger, received: Pot, allocation: Allocation): boolean => {
  const payees = order(ledger, allocation)
  if (payees === undefined) return false
  ledger.cash.set(received.id, received)
  ledger.begun.delete(received.id)
  payees.forEach((item) => pay(received, item))
  return true
}
const refund = (ledger: Ledger, id: string, on: string, from: Pot | undefined, amount: number) => {
  const covered = from === undefined || from.reversed ? 0 : Math.min(from.left, amount)
  if (from !== undefined) [from.left, from.out] = [from.left - covered, from.out + covered]
  if (covered < amount) charge(ledger, `suspense:${id}`, on, amount - covered)
  ledger.refunds.set(id, { on, from, amount, issued: true })
}
const sourceOf = ({ cash, notes }: Ledger, from: RefundSource | null): Pot | undefined =>
  from?.kind === 'cash' ? cash.get(from.paymentId) : notes.get(from?.creditId ?? '')
/** Fees on an item with a discount are more than this clerk can do. */
const bearsFee = ({ items }: Ledger, id: string): boolean => (items.get(id)?.offer ?? null) === null

const enterItem = (ledger: Ledger, c: Of<'OpenItem' | 'RecordItem'>): boolean => {
  const [offer] = c.earlyPay
  if (offer !== undefined && ledger.items.has(c.itemId)) return false
  const total = c.schedule.reduce((sum, part) => sum + part.amountMinor, 0)
  const item = charge(ledger, c.itemId, c.effectiveOn, total)
  item.openedOn = c.effectiveOn
  item.dueOn = c.schedule[0]?.dueOn ?? null
  if (offer !== undefined) item.offer = { until: offer.untilOn, share: offer.basisPoints }
  payWaiting(ledger, item)
  return true
}
const enterReceipt = (
  ledger: Ledger,
  c: Of<'ReceivePayment' | 'RecordPayment' | 'CollectCash'>,
): boolean => {
  const one = c.type === 'CollectCash' ? c.itemId : c.type === 'RecordPayment' ? c.forItemId : null
  const named = c.type === 'ReceivePayment' ? c.allocation.named : one === null ? [] : [one]
  const wants = named.find((id) => !ledger.items.has(id)) ?? named[0] ?? null
  const allocation: Allocation =
    c.type === 'ReceivePayment' ? c.allocation : { named, ordering: 'none', components: [] }
  return receive(ledger, pot(true, c.paymentId, c.effectiveOn, c.amountMinor, wants), allocation)
}
const enterReversal = (ledger: Ledger, c: Of<'ReversePayment' | 'RecordReversal'>): boolean => {
  const from = ledger.cash.get(c.paymentId)
  const fee = c.type === 'ReversePayment' && (c.fee?.amountMinor ?? 0) > 0 ? c.fee : null
  if (from === undefined || (fee !== null && !bearsFee(ledger, fee.itemId))) return false
  for (const itemId of from.gave.keys()) {
    take(ledger, from, itemId)
    unspare(ledger, from, itemId)
  }
  if (c.type === 'RecordReversal' && from.out > 0 && !from.reversed)
    charge(ledger, `suspense:reversal:${c.changeId}`, c.effectiveOn, from.out)
  ;[from.left, from.reversed] = [0, true]
  if (fee === null) return true
  ledger.fees.set(fee.chargeId, fee.amountMinor)
  charge(ledger, fee.itemId, c.effectiveOn, fee.amountMinor)
  return true
}
const enterChargeback = (ledger: Ledger, c: Of<'ChargeBack' | 'RecordChargeback'>): boolean => {
  const from = ledger.cash.get(c.paymentId)
  if (from === undefined) return false
  const applied = [...from.gave.values()].reduce((a, b) => a + b, 0)
  const covered = Math.min(c.amountMinor, from.left + applied)
  let need = covered - Math.min(covered, freeOf(from))
  // Which of several items loses its cash depends on days that this clerk does not keep.
  if (need < applied && need > 0 && from.gave.size > 1) return false
  const cut = [...from.gave.keys()].map((itemId) => {
    const amount = take(ledger, from, itemId, need)
    need -= amount
    const item = ledger.items.get(itemId)
    if (c.onChargeback === 'reopen' && amount > 0) unspare(ledger, from, itemId)
    if (c.onChargeback === 'reopen' || item === undefined) return { itemId, amount, loss: null }
    item.lost += amount
    return { itemId, amount, loss: { item, left: amount } }
  })
  ;[from.left, from.out] = [from.left - covered, from.out + covered]
  if (covered < c.amountMinor)
    charge(ledger, `suspense:chargeback:${c.chargebackId}`, c.effectiveOn, c.amountMinor - covered)
  ledger.backs.set(c.chargebackId, { from, taken: c.amountMinor, cut })
  return true
}
const enterWin = (ledger: Ledger, c: Of<'ReverseChargeback'>): boolean => {
  const back = ledger.backs.get(c.chargebackId)
  if (back === undefined) return false
  const { from, taken } = back
  ;[from.left, from.out, from.reversed] = [from.left + taken, from.out - taken, false]
  for (const { itemId, amount, loss } of back.cut) {
    const item = ledger.items.get(itemId)
    if (loss === null && amount > 0) pay(from, item, amount)
    if (loss === null || item === undefined) continue
    item.lost -= loss.left
    settle(from, item, loss.left)
    loss.left = 0
  }
  return true
}
const enterCredit = (
  ledger: Ledger,
  c: Of<'IssueCredit' | 'RecordCreditNote' | 'GrantStoreCredit'>,
): boolean => {
  const note = pot(false, c.creditId, c.effectiveOn, c.amountMinor, null)
  const item = c.type === 'GrantStoreCredit' ? undefined : ledger.items.get(c.itemId ?? '')
  if (c.type === 'IssueCredit' && item !== undefined && item.spared > 0) {
    const paid = [...ledger.cash.values()].reduce(
      (sum, from) => sum + (from.gave.get(item.id) ?? 0),
      0,
    )
    const returned = Math.min(paid + item.spared, c.amountMinor - openOf(item))
    if (returned > 0)
      item.spared -= Math.floor(
        (2 * item.spared * returned + paid + item.spared) / (2 * (paid + item.spared)),
      )
  }
  ledger.notes.set(c.creditId, note)
  pay(note, item)
  return true
}
const enterBalance = (ledger: Ledger, c: Of<'UseBalance'>): boolean => {
  const item = ledger.items.get(c.itemId)
  const waits = ({ wants }: Pot): boolean => wants !== null && !ledger.items.has(wants)
  const pots = [...ledger.cash.values(), ...ledger.notes.values()].filter(
    (one) => freeOf(one) > 0 && !waits(one),
  )
  pots.toSorted(byAge).forEach((one) => pay(one, item))
  return true
}
const enterRefundAnswer = (
  ledger: Ledger,
  c: Of<'RecordRefundIssue' | 'RecordRefundFailure'>,
): boolean => {
  const known = ledger.refunds.get(c.refundId)
  if (known?.from === undefined) return false
  const { from, amount, issued } = known
  if (!issued) from.held -= amount
  if (c.type === 'RecordRefundIssue') refund(ledger, c.refundId, c.effectiveOn, from, amount)
  else if (issued) {
    ;[from.left, from.out] = [from.left + amount, from.out - amount]
    if (!from.isCash) from.on = [from.on, known.on, c.effectiveOn].toSorted().at(-1) ?? from.on
  }
  return true
}

/** Enters an accepted command; false: this clerk does not know how. */
export const enter = (ledger: Ledger, c: ReceivablesCommand): boolean => {
  const { items, cash, notes } = ledger
  switch (c.type) {
    case 'OpenItem':
    case 'RecordItem':
      return enterItem(ledger, c)
    case 'RecordCharge':
      if (!bearsFee(ledger, c.itemId)) return false
      payWaiting(ledger, charge(ledger, c.itemId, c.effectiveOn, c.amountMinor))
      return true
    case 'AssessLateFee': {
      const [rule] = c.rules
      if (rule?.fee.kind !== 'flat' || !bearsFee(ledger, c.itemId)) return false
      ledger.fees.set(c.chargeId, rule.fee.amountMinor)
      payWaiting(ledger, charge(ledger, c.itemId, c.effectiveOn, rule.fee.amountMinor))
      return true
    }
    case 'WaiveLateFee': {
      const [item, fee] = [items.get(c.itemId), ledger.fees.get(c.chargeId) ?? 0]
      if (item === undefined || openOf(item) < fee) return false
      item.charged -= fee
      return true
    }
    case 'ReceivePayment':
    case 'RecordPayment':
    case 'CollectCash':
      return enterReceipt(ledger, c)
    case 'RecordPendingPayment':
      ledger.begun.set(c.paymentId, c.forItemId)
      return true
    case 'RecordFailedPayment':
      ledger.begun.delete(c.paymentId)
      return true
    case 'IssueCredit':
    case 'RecordCreditNote':
    case 'GrantStoreCredit':
      return enterCredit(ledger, c)
    case 'AllocatePayment':
    case 'ApplyCredit': {
      const from = c.type === 'ApplyCredit' ? notes.get(c.creditId) : cash.get(c.paymentId)
      const payees = order(ledger, c.allocation)
      if (from === undefined || payees === undefined) return false
      for (const item of payees) if (from.isCash || !isPending(ledger, item.id)) pay(from, item)
      return true
    }
    case 'UseBalance':
      return enterBalance(ledger, c)
    case 'TakeEarlyDiscount': {
      const item = items.get(c.itemId)
      if (item === undefined) return false
      ;[item.spared, item.sparedBy] = [openOf(item), c.paymentId]
      return true
    }
    case 'UnapplyPayment': {
      const from = cash.get(c.paymentId)
      if (from === undefined) return false
      take(ledger, from, c.itemId)
      unspare(ledger, from, c.itemId)
      return true
    }
    case 'ReversePayment':
    case 'RecordReversal':
      return enterReversal(ledger, c)
    case 'ChargeBack':
    case 'RecordChargeback':
      return enterChargeback(ledger, c)
    case 'ReverseChargeback':
      return enterWin(ledger, c)
    case 'RequestRefund': {
      const from = sourceOf(ledger, c.from)
      if (from !== undefined) from.held += c.amountMinor
      ledger.refunds.set(c.refundId, {
        on: c.effectiveOn,
        from,
        amount: c.amountMinor,
        issued: false,
      })
      return true
    }
    case 'IssueRefund':
    case 'RecordRefund':
      refund(ledger, c.refundId, c.effectiveOn, sourceOf(ledger, c.from), c.amountMinor)
      return true
    case 'RecordRefundIssue':
    case 'RecordRefundFailure':
      return enterRefundAnswer(ledger, c)
    case 'WriteOff':
    case 'WriteOffSmallBalance':
    case 'RecordWriteOff': {
      const item = items.get(c.itemId)
      if (item === undefined) return false
      const most = c.type === 'RecordWriteOff' ? c.amountMinor : Infinity
      const left = Math.min(openOf(item), most)
      item.lost += left
      ledger.losses.set(c.writeOffId, { item, left })
      return true
    }
    case 'RecoverWriteOff': {
      const [loss, from] = [ledger.losses.get(c.writeOffId), cash.get(c.paymentId)]
      if (loss === undefined || from === undefined) return false
      const amount = Math.min(loss.left, freeOf(from))
      ;[loss.left, loss.item.lost] = [loss.left - amount, loss.item.lost - amount]
      settle(from, loss.item, amount)
      return true
    }
    case 'AssignItem': {
      const item = items.get(c.itemId)
      if (item === undefined) return false
      item.sold += openOf(item)
      ledger.sales.set(c.assignmentId, item)
      return true
    }
    case 'TakeRecourse': {
      const item = ledger.sales.get(c.assignmentId)
      if (item === undefined) return false
      item.sold -= c.amountMinor
      item.moved = true
      return true
    }
    default:
      return false
  }
}
