import type { OpenLine } from '@tenure/core/collections'
import { collectionsOf } from '@tenure/core/policies'
import { itemBalances, openMinor } from '@tenure/core/receivables'
import { addDays, changeId, disputeId, minorUnits, promiseId, text } from '@tenure/core/shared'
import { accountOf, itemsOf } from './money-deeds.ts'
import { aboutMoney, currencyOfLife, type Deed, type Moment } from './moment.ts'
import { remindersOfLife } from './rules.ts'

/** What is open by the day on which it is due: the evidence of every reminder. */
export const linesOf = (moment: Moment): ReadonlyArray<OpenLine> =>
  itemsOf(moment).flatMap((item) =>
    itemBalances(item).parts.flatMap(({ instalment, dueOn, openMinor: partMinor }) =>
      dueOn === null || partMinor === 0
        ? []
        : [
            {
              itemId: item.itemId,
              instalment,
              dueOn,
              openMinor: minorUnits(partMinor),
              hold: null,
            },
          ],
    ),
  )
const caseOf = ({ dossier }: Moment) => collectionsOf(dossier, currencyOfLife)
const change = (moment: Moment) => ({ ...aboutMoney(moment), changeId: changeId(moment.name) })

export const remind: Deed = (moment) => {
  const steps = remindersOfLife.steps.map(({ stepId }) => stepId)
  const sent = caseOf(moment)?.openCase?.sentSteps ?? new Set()
  const stepId = moment.pick(
    steps
      .filter((id) => !sent.has(id))
      .slice(0, 2)
      .toReversed(),
  )
  if (stepId === undefined) return []
  return [
    {
      room: 'collections',
      command: {
        type: 'RunStep',
        ...aboutMoney(moment),
        policy: remindersOfLife,
        stepId,
        items: linesOf(moment),
        channels: ['email', 'letter'],
      },
    },
  ]
}

export const closeCase: Deed = (moment) => {
  const { openCase } = caseOf(moment) ?? { openCase: null }
  if (openCase === null) return []
  const named = { cycle: openCase.cycle, items: linesOf(moment) }
  return [{ room: 'collections', command: { type: 'CloseCase', ...aboutMoney(moment), ...named } }]
}

export const suspend: Deed = (moment) => [
  { room: 'collections', command: { type: 'SuspendService', ...change(moment) } },
]
export const reinstate: Deed = (moment) => [
  {
    room: 'collections',
    command: { type: 'ReinstateService', ...change(moment), items: linesOf(moment) },
  },
]

/** Contests a part of an item, in a file of its own and on the item. */
export const dispute: Deed = (moment) => {
  const item = moment.pick(itemsOf(moment))
  if (item === undefined) return []
  const named = {
    disputeId: disputeId(moment.name),
    amountMinor: moment.share(openMinor(item)),
    openMinor: minorUnits(openMinor(item)),
    reason: text('broken'),
  }
  return [
    {
      room: 'dispute',
      command: {
        type: 'OpenDispute',
        ...aboutMoney(moment),
        ...named,
        about: { kind: 'item', itemId: item.itemId },
        standing: null,
      },
    },
    {
      room: 'collections',
      command: { type: 'RaiseDispute', ...aboutMoney(moment), ...named, itemId: item.itemId },
    },
  ]
}

export const resolve: Deed = (moment) => {
  const id = moment.pick(caseOf(moment)?.disputes.keys() ?? [])
  if (id === undefined) return []
  const named = { ...aboutMoney(moment), disputeId: id }
  const accepted = moment.pick([true, false]) ?? true
  const outcome = accepted ? ('accepted' as const) : ('rejected' as const)
  return [
    { room: 'dispute', command: { type: accepted ? 'AcceptDispute' : 'RejectDispute', ...named } },
    { room: 'collections', command: { type: 'ResolveDispute', ...named, outcome } },
  ]
}

export const promise: Deed = (moment) => {
  const openAll = accountOf(moment)?.openMinor ?? 0
  if (openAll === 0) return []
  return [
    {
      room: 'collections',
      command: {
        type: 'PromiseToPay',
        ...aboutMoney(moment),
        promiseId: promiseId(moment.name),
        amountMinor: moment.share(openAll),
        byOn: addDays(moment.effectiveOn, 7),
        openMinor: minorUnits(openAll),
        rule: { graceDays: 2, maxPerCase: 5, maxDays: 30 },
      },
    },
  ]
}

export const judge: Deed = (moment) => {
  const id = moment.pick(caseOf(moment)?.promises.keys() ?? [])
  if (id === undefined) return []
  const payments = [...(accountOf(moment)?.payments.values() ?? [])]
    .filter(({ reversed }) => !reversed)
    .map(({ receivedOn, amountMinor }) => ({ receivedOn, amountMinor: minorUnits(amountMinor) }))
  return [
    {
      room: 'collections',
      command: { type: 'JudgePromise', ...change(moment), promiseId: id, payments },
    },
  ]
}

export const pause: Deed = (moment) => [
  {
    room: 'collections',
    command: {
      type: 'PauseDunning',
      ...change(moment),
      untilOn: addDays(moment.effectiveOn, 10),
      reason: text('a question'),
      ticket: null,
      maxDays: 30,
    },
  },
]
