import { receivablesRoom, type ReceivablesCommand } from '@tenure/core/receivables'
import * as core from '@tenure/core/shared'
import { handle, makeRegistry, openLog } from '@tenure/event-store'
import { memoryStore } from '@tenure/event-store/memory'
import { ageing, openItems } from '@tenure/overdue'
import { replay } from '@tenure/projection'
import { isLeft } from 'fp-ts/lib/Either.js'

const { civilDate: day, endOfDay, minorUnits } = core
let today = day('2026-01-01')
const store = memoryStore({ clock: () => endOfDay(today, 'UTC') })
const receivables = handle(store, receivablesRoom)
const learn = async (on: string, command: ReceivablesCommand): Promise<void> => {
  today = day(on)
  if (isLeft(await receivables(command)())) throw new Error(`refused: ${command.type}`)
}

const ada = { customerId: core.customerId('ada'), currency: core.currency('EUR') }
const itemId = core.itemId('2026-1')
const amountMinor = minorUnits(100_00)
await learn('2026-01-01', {
  type: 'RecordItem',
  ...ada,
  effectiveOn: today,
  itemId,
  kind: 'invoice',
  invoiceId: null,
  schedule: [{ instalment: 1, amountMinor, dueOn: day('2026-01-31') }],
  earlyPay: [],
})
// The bank's value date is 30 January, and the house hears of it on 3 February.
await learn('2026-02-03', {
  type: 'RecordPayment',
  ...ada,
  effectiveOn: day('2026-01-30'),
  paymentId: core.paymentId('bank-1'),
  amountMinor,
  method: null,
  initiatedOn: null,
  settledOn: null,
  forItemId: itemId,
})

// #region cuts
const asOf = day('2026-02-01')
const cuts = [{ asOf, knownAt: endOfDay(asOf, 'UTC') }, { asOf }]
const log = openLog(store, makeRegistry(receivablesRoom.events))
for (const { cut, rows } of await replay(log, { openItems }, cuts))
  for (const { grossOpen } of ageing(rows, { asOf }))
    console.log(cut.knownAt === undefined ? 'now:' : 'then:', grossOpen.amountMinor)
// #endregion
