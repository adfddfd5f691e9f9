import { describe, expect, it } from 'vitest'
import { given, reach } from '@tenure/testing'
import {
  supportRoom,
  TicketOpened,
  type OpenTicket,
  type RecordTicket,
  type RefundOutcome,
  type SupportCommand,
  type SupportEvent,
  type TicketTopic,
} from '../src/support/index.ts'
import {
  changeId,
  civilDate,
  customerId,
  fold,
  isPersonal,
  orderId,
  text,
  ticketId,
} from '../src/shared/index.ts'

const past = given(supportRoom)
const T = ticketId('__proto__')
const ada = customerId('Ада')
const about = (day: string, change: string) => ({
  effectiveOn: civilDate(day),
  customerId: ada,
  ticketId: T,
  changeId: changeId(change),
})
const question = {
  category: 'problem' as const,
  channel: 'portal' as const,
  party: 'customer' as const,
  orderId: orderId('O-1'),
}
const open = (over: Partial<OpenTicket> = {}): OpenTicket => ({
  type: 'OpenTicket',
  ...about('2024-01-05', 'S-1'),
  topic: 'refund',
  ...question,
  words: text('не работает'),
  ...over,
})
const answer = (
  change: string,
  by: 'automatic' | 'person' = 'person',
  day = '2024-01-06',
  afterMinutes: number | null = null,
): SupportCommand => ({ type: 'AnswerTicket', ...about(day, change), by, afterMinutes })
const escalate = (change: string, toLevel: number, unit: string): SupportCommand => ({
  type: 'EscalateTicket',
  ...about('2024-01-07', change),
  toLevel,
  unit: text(unit),
  reason: null,
})
const close = (
  change: string,
  refund: RefundOutcome = 'notAsked',
  day = '2024-01-08',
): SupportCommand => ({ type: 'CloseTicket', ...about(day, change), resolved: true, refund })
const reopen = (change: string): SupportCommand => ({
  type: 'ReopenTicket',
  ...about('2024-01-09', change),
  reason: text('it came back'),
})
const answered = (
  change: string,
  facts: Pick<Extract<SupportEvent, { type: 'TicketAnswered' }>, 'isFirst' | 'isFirstByPerson'>,
  by: 'automatic' | 'person' = 'person',
  level = 1,
): Extract<SupportEvent, { type: 'TicketAnswered' }> => ({
  type: 'TicketAnswered',
  ...about('2024-01-06', change),
  topic: 'refund',
  by,
  level,
  openedOn: civilDate('2024-01-05'),
  ...facts,
  afterMinutes: null,
})

describe('a ticket', () => {
  it('is opened once, by whichever step', () => {
    const { type: _, ...facts } = open()
    past()
      .when(open())
      .then({ type: 'TicketOpened', ...facts })
    past(open()).when(open()).thenNothing()
    past(open())
      .when(open({ changeId: changeId('S-2') }))
      .thenRejected({ type: 'TicketAlreadyOpened', ticketId: T })
  })

  it('may be a suggestion or a complaint, and is told apart by that', () => {
    const categories = (['suggestion', 'complaint', 'question'] as const).flatMap((category) =>
      reach(supportRoom)([open({ category })]).flatMap((event) =>
        event.type === 'TicketOpened' ? [event.category] : [],
      ),
    )
    expect(categories).toEqual(['suggestion', 'complaint', 'question'])
  })

  it('may come by e-mail from whoever buys from a merchant that is our customer [2-20]', () => {
    const { type: _, ...facts } = open({ channel: 'email', party: 'endBuyer', customerId: null })
    past()
      .when(open({ channel: 'email', party: 'endBuyer', customerId: null }))
      .then({ type: 'TicketOpened', ...facts })
  })

  it('keeps what the customer wrote as personal data', () => {
    const [words] = TicketOpened.type.props.words.types
    expect(isPersonal(words)).toBe(true)
  })

  it('has one first answer of all, and one by a person, with the minutes it took [0-34]', () => {
    past(open())
      .when(answer('S-2', 'automatic'))
      .then(answered('S-2', { isFirst: true, isFirstByPerson: false }, 'automatic'))
    past(open(), answer('S-2', 'automatic'))
      .when(answer('S-3', 'person', '2024-01-06', 95))
      .then({ ...answered('S-3', { isFirst: false, isFirstByPerson: true }), afterMinutes: 95 })
    past(open(), answer('S-2', 'automatic'), answer('S-3'))
      .when(answer('S-4'))
      .then(answered('S-4', { isFirst: false, isFirstByPerson: false }))
    past(open())
      .when(answer('S-2'))
      .then(answered('S-2', { isFirst: true, isFirstByPerson: true }))
  })

  it('takes no answer when it is closed, or was never opened', () => {
    past(open(), close('S-2')).when(answer('S-3')).thenRejected({ type: 'NotOpen', ticketId: T })
    past(open(), close('S-2'))
      .when(escalate('S-3', 2, 'billing'))
      .thenRejected({ type: 'NotOpen', ticketId: T })
    for (const command of [
      answer('S-1'),
      escalate('S-1', 2, 'billing'),
      close('S-1'),
      reopen('S-1'),
    ])
      past().when(command).thenRejected({ type: 'UnknownTicket', ticketId: T })
  })

  it('belongs to one customer, also when it is opened again', () => {
    const wrong = { type: 'WrongCustomer', ticketId: T, expected: ada, offered: null } as const
    for (const command of [open(), answer('S-2'), close('S-2')])
      past(open())
        .when({ ...command, customerId: null })
        .thenRejected(wrong)
  })
})

describe('a ticket that the first level cannot answer', () => {
  const history = [open(), answer('S-2'), escalate('S-3', 2, 'billing'), escalate('S-4', 3, 'law')]

  it('goes to the unit that can, with all that was said before [2-18]', () => {
    past(open(), answer('S-2'))
      .when(escalate('S-3', 2, 'billing'))
      .then({
        type: 'TicketEscalated',
        ...about('2024-01-07', 'S-3'),
        topic: 'refund',
        fromLevel: 1,
        toLevel: 2,
        unit: text('billing'),
        reason: null,
      })
    const ticket = fold(supportRoom.decider, reach(supportRoom)(history))
    expect([...ticket.steps]).toEqual([
      [
        'S-1',
        {
          on: '2024-01-05',
          level: 1,
          words: 'problem about refund by portal from customer, order O-1',
        },
      ],
      ['S-2', { on: '2024-01-06', level: 1, words: 'answered, person' }],
      ['S-3', { on: '2024-01-07', level: 2, words: 'escalated to billing, level 2' }],
      ['S-4', { on: '2024-01-07', level: 3, words: 'escalated to law, level 3' }],
    ])
    expect(ticket.firstAnswerOn).toBe('2024-01-06')
  })

  it('is answered at the level where it is', () => {
    past(...history)
      .when(answer('S-5'))
      .then({
        ...answered('S-5', { isFirst: false, isFirstByPerson: false }, 'person', 3),
      })
  })

  it('goes up, or to another unit of the same level', () => {
    past(...history)
      .when(escalate('S-5', 2, 'billing'))
      .thenRejected({ type: 'NotUpwards', fromLevel: 3, toLevel: 2 })
    past(...history)
      .when(escalate('S-5', 3, 'law'))
      .thenRejected({ type: 'NotUpwards', fromLevel: 3, toLevel: 3 })
    expect(reach(supportRoom)([...history, escalate('S-5', 3, 'tax')])).toHaveLength(5)
    past(open())
      .when(escalate('S-2', 1.5, 'billing'))
      .thenRejected({ type: 'NotUpwards', fromLevel: 1, toLevel: 1.5 })
  })
})

describe('a ticket that ends', () => {
  const closed = (
    change: string,
    refund: RefundOutcome,
    day: string,
  ): Extract<SupportEvent, { type: 'TicketClosed' }> => ({
    type: 'TicketClosed',
    ...about(day, change),
    topic: 'refund',
    resolved: true,
    refund,
    openedOn: civilDate('2024-01-05'),
    orderId: orderId('O-1'),
  })

  it('is closed once, and reopened only then', () => {
    past(open())
      .when(close('S-2'))
      .then(closed('S-2', 'notAsked', '2024-01-08'))
    past(open(), close('S-2')).when(close('S-2')).thenNothing()
    past(open(), close('S-2'))
      .when(close('S-3'))
      .thenRejected({ type: 'AlreadyClosed', ticketId: T })
    past(open()).when(reopen('S-2')).thenRejected({ type: 'StillOpen', ticketId: T })
    past(open(), close('S-2'))
      .when(reopen('S-3'))
      .then({
        type: 'TicketReopened',
        ...about('2024-01-09', 'S-3'),
        topic: 'refund',
        reason: text('it came back'),
        orderId: orderId('O-1'),
      })
    past(open(), close('S-2'), reopen('S-3'))
      .when(close('S-4', 'granted', '2024-01-10'))
      .then({ ...closed('S-4', 'granted', '2024-01-10'), openedOn: civilDate('2024-01-09') })
  })

  it('says whether a refund was avoided by help: avoided of all that asked [3-04]', () => {
    const outcomes = (['avoided', 'granted', 'notAsked', 'avoided'] as const).flatMap((refund) =>
      reach(supportRoom)([open(), close('S-2', refund)]).flatMap((event) =>
        event.type === 'TicketClosed' ? [event.refund] : [],
      ),
    )
    const asked = outcomes.filter((refund) => refund !== 'notAsked')
    expect([asked.filter((refund) => refund === 'avoided').length, asked.length]).toEqual([2, 3])
  })

  it('is not dated before it was opened', () => {
    past(open())
      .when(close('S-2', 'notAsked', '2024-01-01'))
      .then(closed('S-2', 'notAsked', '2024-01-05'))
  })
})

describe('every step of a ticket', () => {
  const life = [
    open(),
    answer('S-2', 'automatic'),
    answer('S-3'),
    escalate('S-4', 2, 'billing'),
    close('S-5'),
    reopen('S-6'),
    close('S-7'),
  ]

  it('has an id of its own, so that one message is sent for each [2-19]', () => {
    const events = reach(supportRoom)(life.flatMap((command) => [command, command]))
    expect(events.map(({ type, changeId: step }) => [type, step])).toEqual([
      ['TicketOpened', 'S-1'],
      ['TicketAnswered', 'S-2'],
      ['TicketAnswered', 'S-3'],
      ['TicketEscalated', 'S-4'],
      ['TicketClosed', 'S-5'],
      ['TicketReopened', 'S-6'],
      ['TicketClosed', 'S-7'],
    ])
    for (const command of life)
      past(...life)
        .when(command)
        .thenNothing()
  })

  it('is not another step under the same id', () => {
    past(open(), answer('S-2'))
      .when(close('S-2'))
      .thenRejected({
        type: 'ConflictingDuplicate',
        changeId: changeId('S-2'),
        recorded: 'answered, person',
        offered: 'closed, resolved, refund notAsked',
      })
  })

  it('names the topic, so that reminders wait from opening to closing of a trouble with paying [1-34]', () => {
    const topic: TicketTopic = 'paymentTrouble'
    const events = reach(supportRoom)([open({ topic }), close('S-2'), reopen('S-3'), close('S-4')])
    const waiting = events.map((event) => [
      event.topic,
      event.type === 'TicketOpened' || event.type === 'TicketReopened',
    ])
    expect(waiting).toEqual([
      ['paymentTrouble', true],
      ['paymentTrouble', false],
      ['paymentTrouble', true],
      ['paymentTrouble', false],
    ])
  })
})

describe('a ticket of another desk', () => {
  const record: RecordTicket = {
    ...open(),
    type: 'RecordTicket',
    closeChangeId: changeId('S-2'),
    closedOn: civilDate('2024-01-08'),
    resolved: false,
    refund: 'granted',
  }

  it('is recorded whole, once', () => {
    const { type: _, ...facts } = open()
    past()
      .when(record)
      .then(
        { type: 'TicketOpened', ...facts },
        {
          type: 'TicketClosed',
          ...about('2024-01-08', 'S-2'),
          topic: 'refund',
          resolved: false,
          refund: 'granted',
          openedOn: civilDate('2024-01-05'),
          orderId: orderId('O-1'),
        },
      )
    past(record).when(record).thenNothing()
  })

  it('is closed on the day it was opened at the earliest', () => {
    const events = reach(supportRoom)([{ ...record, closedOn: civilDate('2024-01-01') }])
    expect(events.map(({ effectiveOn }) => effectiveOn)).toEqual(['2024-01-05', '2024-01-05'])
  })

  it('has two steps, and is not under way here', () => {
    past()
      .when({ ...record, closeChangeId: changeId('S-1') })
      .thenRejected({
        type: 'ConflictingDuplicate',
        changeId: changeId('S-1'),
        recorded: 'problem about refund by portal from customer, order O-1',
        offered: 'closed, not resolved, refund granted',
      })
    past(open({ changeId: changeId('S-0') }))
      .when(record)
      .thenRejected({ type: 'TicketAlreadyOpened', ticketId: T })
  })
})

describe('every refusal of the desk', () => {
  it('is worded with what explains it', () => {
    expect(supportRoom.explain({ type: 'NotUpwards', fromLevel: 2, toLevel: 1 })).toBe(
      'An escalation goes up from level 2, or to another unit of it, not to level 1.',
    )
  })
})
