import { orderOf } from '@tenure/core/policies'
import { basisPointsOf, creditId, minorUnits, returnId, text, type Text } from '@tenure/core/shared'
import type { DeliveredLine, ReturnPolicy, ReturnsCommand } from '@tenure/core/returns'
import type { Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'
import { draw, paperLag } from './lags.ts'
import type { Order } from './placing.ts'

const policy: ReturnPolicy = {
  policyId: text('thirty days'),
  version: 1,
  anchor: 'delivery',
  windowDays: 30,
  coolingOffDays: 14,
  conditions: { unopened: true, originalPackage: true },
  reasons: [
    { code: text('broken'), conditionsApply: false },
    { code: text('too many'), conditionsApply: true },
  ],
  onFailedCondition: { kind: 'deduct', basisPoints: 2000 },
}

const taxBasisPoints = 2000

/** Of some deliveries the first line comes back; it is received, looked at and credited. */
export const planReturn = (
  company: Company,
  customer: Customer,
  order: Order,
  deliveredOn: number,
): void => {
  const { random } = customer
  const [line] = order.lines
  if (line === undefined || !random.chance(30)) return
  const dated = deliveredOn + random.between(1, 20)
  company.agenda.learn(dated + draw(random, paperLag), dated, (today) =>
    request(company, customer, order, line.lineId, deliveredOn, dated, today),
  )
}

const request = async (
  { house, days, agenda }: Company,
  customer: Customer,
  order: Order,
  lineId: Text,
  deliveredOn: number,
  dated: number,
  today: number,
): Promise<void> => {
  const { random, customerId, file } = customer
  const line = order.lines.find((one) => one.lineId === lineId)
  const shipped = orderOf(file.dossier, order.orderId)?.lines.get(lineId)?.shippedQuantity
  if (line === undefined || shipped !== line.quantity) return
  const id = returnId(nextId(customer, 'Z'))
  const about = (day: number) => ({ effectiveOn: days.on(day), customerId, returnId: id })
  const tell = (command: ReturnsCommand) => house.tell(customer, { room: 'returns', command })
  const { sku, quantity, netMinor } = line
  const lines = [{ lineId, quantity }]
  const known: DeliveredLine = {
    lineId,
    sku,
    deliveredQuantity: quantity,
    deliveredOn: days.on(deliveredOn),
    returnedQuantity: '0',
  }
  const charged = {
    lineId,
    deliveredQuantity: quantity,
    returnedQuantity: '0',
    netMinor: minorUnits(netMinor),
    taxMinor: minorUnits(basisPointsOf(netMinor, taxBasisPoints, 'halfUp')),
    settledNetMinor: minorUnits(0),
    settledTaxMinor: minorUnits(0),
  }
  const condition = { opened: random.chance(200), originalPackage: true }
  await tell({
    type: 'RequestReturn',
    ...about(dated),
    orderId: order.orderId,
    orderedOn: order.placedOn,
    reason: text(random.chance(400) ? 'broken' : 'too many'),
    lines,
    delivered: [known],
    declared: null,
    policy,
  })
  await tell({ type: 'ApproveReturn', ...about(today), sendBy: null })
  agenda.plan(today + random.between(3, 10), async (day) => {
    await tell({ type: 'ReceiveGoods', ...about(day), lines })
    await tell({ type: 'InspectGoods', ...about(day), found: condition })
    const costs = { currency: order.currency, costMinor: minorUnits(590) }
    const note = creditId(nextId(customer, 'N'))
    await tell({
      type: 'CloseReturn',
      ...about(day),
      creditId: note,
      ...costs,
      charged: [charged],
    })
  })
}
