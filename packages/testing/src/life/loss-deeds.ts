import { openMinor } from '@tenure/core/receivables'
import {
  assignmentId,
  changeId,
  chargeId,
  minorUnits,
  noFeeCaps,
  partnerId,
  text,
  withLateFee,
  net,
  writeOffId,
} from '@tenure/core/shared'
import { accountOf, itemsOf } from './money-deeds.ts'
import { aboutMoney, type Deed } from './moment.ts'

const feeRules = withLateFee(net(14), { amountMinor: 700, afterDays: 5, maxTimes: 3 }).lateFees

export const lateFee: Deed = (moment) => {
  const item = moment.pick(itemsOf(moment))
  if (item === undefined) return []
  return [
    {
      room: 'receivables',
      command: {
        type: 'AssessLateFee',
        ...aboutMoney(moment),
        itemId: item.itemId,
        chargeId: chargeId(moment.name),
        rules: feeRules.map((rule) => ({ ...rule, caps: noFeeCaps })),
        graceDays: 5,
        jurisdiction: null,
        disputedMinor: minorUnits(0),
        pauses: [],
        order: null,
      },
    },
  ]
}

export const waive: Deed = (moment) => {
  const charge = moment.pick(accountOf(moment)?.charges ?? [])
  if (charge === undefined) return []
  const [id, { itemId }] = charge
  const named = { changeId: changeId(moment.name), itemId, chargeId: id }
  return [
    { room: 'receivables', command: { type: 'WaiveLateFee', ...aboutMoney(moment), ...named } },
  ]
}

export const writeOff: Deed = (moment) => {
  const item = moment.pick(itemsOf(moment))
  if (item === undefined) return []
  const named = { writeOffId: writeOffId(moment.name), itemId: item.itemId, reason: null }
  return [{ room: 'receivables', command: { type: 'WriteOff', ...aboutMoney(moment), ...named } }]
}

export const recover: Deed = (moment) => {
  const account = accountOf(moment)
  const loss = moment.pick(account?.writeOffs.keys() ?? [])
  const cash = moment.pick(
    [...(account?.payments ?? [])].filter(([, { leftMinor }]) => leftMinor > 0),
  )
  if (loss === undefined || cash === undefined) return []
  const named = { writeOffId: loss, paymentId: cash[0] }
  return [
    { room: 'receivables', command: { type: 'RecoverWriteOff', ...aboutMoney(moment), ...named } },
  ]
}

export const assign: Deed = (moment) => {
  const item = moment.pick(itemsOf(moment).filter((one) => openMinor(one) > 0))
  if (item === undefined) return []
  return [
    {
      room: 'receivables',
      command: {
        type: 'AssignItem',
        ...aboutMoney(moment),
        assignmentId: assignmentId(moment.name),
        itemId: item.itemId,
        partnerId: partnerId('partner'),
        recourse: moment.pick(['full', 'conditional', 'none'] as const) ?? 'full',
      },
    },
  ]
}

export const recourse: Deed = (moment) => {
  const sold = moment.pick(accountOf(moment)?.assignments ?? [])
  if (sold === undefined) return []
  const [id, { amountMinor, returnedMinor }] = sold
  if (amountMinor <= returnedMinor) return []
  return [
    {
      room: 'receivables',
      command: {
        type: 'TakeRecourse',
        ...aboutMoney(moment),
        changeId: changeId(moment.name),
        assignmentId: id,
        amountMinor: moment.share(amountMinor - returnedMinor),
        reason: text('goods never came'),
      },
    },
  ]
}
