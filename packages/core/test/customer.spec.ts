import { describe, expect, it } from 'vitest'
import { acceptOrKeep, given } from '@tenure/testing'
import {
  consentedChannels,
  ContactAdded,
  contactsFor,
  CustomerRegistered,
  customerRoom,
  hasConsent,
  isInHardship,
  usableMethods,
  type Channel,
  type ContactRole,
  type Customer,
  type CustomerCommand,
  type CustomerEvent,
  type RegisterCustomer,
} from '../src/customer/index.ts'
import { changeId, civilDate, customerId, fold, isPersonal, Text } from '../src/shared/index.ts'

const past = given(customerRoom)
const text = (value: string): Text => {
  if (!Text.is(value)) throw new RangeError('no text')
  return value
}
const ada = customerId('__proto__')
const eve = customerId('constructor')
const on = (day: string) => ({ effectiveOn: civilDate(day), customerId: ada })

const register: RegisterCustomer = {
  type: 'RegisterCustomer',
  ...on('2024-01-05'),
  acquisitionSource: text('newsletter'),
  name: text('Ада Лавлейс'),
}
const registered: CustomerEvent = {
  type: 'CustomerRegistered',
  ...on('2024-01-05'),
  acquisitionSource: text('newsletter'),
  name: text('Ада Лавлейс'),
}
const give = (change: string, day = '2024-01-06') => ({
  type: 'GiveConsent' as const,
  ...on(day),
  changeId: changeId(change),
  channel: 'email' as const,
})
const withdraw = (change: string, day = '2024-01-07') => ({
  ...give(change, day),
  type: 'WithdrawConsent' as const,
})
const prefer = (change: string, language = 'fa') => ({
  type: 'SetPreferences' as const,
  ...on('2024-01-06'),
  changeId: changeId(change),
  language: text(language),
  channels: ['email' as const, 'sms' as const],
  methodIds: [text('wallet-1')],
})
const merge = (into = eve) => ({ type: 'MergeCustomer' as const, ...on('2024-02-01'), into })

describe('a customer', () => {
  it('is registered once, with the day and the way in', () => {
    past().when(register).then(registered)
    past(register)
      .when({ ...register, effectiveOn: civilDate('2024-06-01') })
      .thenNothing()
  })

  it('came by one way, or by none that is told: the ways add up to all customers [0-17]', () => {
    const ways = ['newsletter', null, 'advert', 'newsletter', null].map((way, index) => {
      const command: RegisterCustomer = {
        ...register,
        customerId: customerId(`customer ${index}`),
        acquisitionSource: way === null ? null : text(way),
      }
      const [event] = acceptOrKeep(customerRoom)([], command)
      return event?.type === 'CustomerRegistered' ? event.acquisitionSource : 'not registered'
    })
    const by = Map.groupBy(ways, (way) => way)
    expect([...by].map(([way, all]) => [way, all.length])).toEqual([
      ['newsletter', 2],
      [null, 2],
      ['advert', 1],
    ])
  })

  it('is not registered again as somebody else', () => {
    past(register)
      .when({ ...register, name: text('Eve') })
      .thenRejected({ type: 'AlreadyRegistered', customerId: ada })
  })

  it('may be known from elsewhere, and then says nothing more by being recorded', () => {
    const recorded = { ...register, type: 'RecordCustomer' as const }
    past().when(recorded).then(registered)
    past(register)
      .when({ ...recorded, name: null })
      .thenNothing()
  })

  it('has a name that is marked as personal', () => {
    const [name] = CustomerRegistered.type.props.name.types
    expect(isPersonal(name)).toBe(true)
  })
})

describe('preferences and consent', () => {
  it('need a customer', () => {
    past().when(give('C-1')).thenRejected({ type: 'UnknownCustomer', customerId: ada })
    past().when(prefer('C-1')).thenRejected({ type: 'UnknownCustomer', customerId: ada })
  })

  it('are recorded with the change that made them', () => {
    past(register)
      .when(prefer('C-1'))
      .then({
        type: 'PreferencesSet',
        ...on('2024-01-06'),
        changeId: changeId('C-1'),
        language: text('fa'),
        channels: ['email', 'sms'],
        methodIds: [text('wallet-1')],
      })
    past(register)
      .when(give('C-1'))
      .then({
        type: 'ConsentGiven',
        ...on('2024-01-06'),
        changeId: changeId('C-1'),
        channel: 'email',
      })
  })

  it('say nothing when the same change comes again, whatever came after', () => {
    past(register, give('C-1'), withdraw('C-2')).when(give('C-1')).thenNothing()
  })

  it('are not changed by a change that said something else before', () => {
    past(register, give('C-1'))
      .when(withdraw('C-1'))
      .thenRejected({
        type: 'ConflictingDuplicate',
        changeId: changeId('C-1'),
        recorded: 'consent for email given',
        offered: 'consent for email withdrawn',
      })
    past(register, prefer('C-1'))
      .when(prefer('C-1', 'bg'))
      .thenRejected({
        type: 'ConflictingDuplicate',
        changeId: changeId('C-1'),
        recorded: 'language fa, channels email, sms, methods wallet-1',
        offered: 'language bg, channels email, sms, methods wallet-1',
      })
  })

  it('hold from their day: what is learned late does not undo what came later', () => {
    const said = (type: 'ConsentGiven' | 'ConsentWithdrawn', change: string, day: string) => ({
      type,
      ...on(day),
      changeId: changeId(change),
      channel: 'email' as const,
    })
    const after = (...events: ReadonlyArray<CustomerEvent>) =>
      hasConsent(fold(customerRoom.decider, events), 'email')
    const given = said('ConsentGiven', 'C-1', '2024-01-06')
    const withdrawn = said('ConsentWithdrawn', 'C-2', '2024-01-08')
    expect([after(), after(given), after(given, withdrawn), after(withdrawn, given)]).toEqual([
      false,
      true,
      false,
      false,
    ])
    expect(after(given, { ...withdrawn, effectiveOn: civilDate('2024-01-06') })).toBe(false)
  })
})

/** What is known after these, events and accepted commands alike. */
const known = (...commands: ReadonlyArray<CustomerCommand>): Customer =>
  fold(
    customerRoom.decider,
    commands.reduce<ReadonlyArray<CustomerEvent>>(acceptOrKeep(customerRoom), []),
  )
const add = (
  methodId: string,
  expiresOn: string | null = null,
  method = 'card',
): CustomerCommand => ({
  type: 'AddMethod',
  ...on('2024-01-06'),
  changeId: changeId(`add ${methodId}`),
  methodId: text(methodId),
  method: text(method),
  expiresOn: expiresOn === null ? null : civilDate(expiresOn),
})
const about = (change: string, methodId: string, day = '2024-03-01') => ({
  ...on(day),
  changeId: changeId(change),
  methodId: text(methodId),
})

describe('the ways to pay of a customer', () => {
  it('are added, renewed, expired and removed, each told by its method [1-35]', () => {
    const facts = { ...about('x', 'card-1'), method: text('card') }
    const past1 = past(register, add('card-1', '2024-03-31'))
    past(register)
      .when(add('card-1', '2024-03-31'))
      .then({
        type: 'PaymentMethodAdded',
        ...on('2024-01-06'),
        changeId: changeId('add card-1'),
        methodId: text('card-1'),
        method: text('card'),
        expiresOn: civilDate('2024-03-31'),
      })
    past1
      .when({ type: 'RenewMethod', ...about('x', 'card-1'), expiresOn: civilDate('2027-03-31') })
      .then({ type: 'PaymentMethodRenewed', ...facts, expiresOn: civilDate('2027-03-31') })
    past1
      .when({ type: 'ExpireMethod', ...about('x', 'card-1') })
      .then({ type: 'PaymentMethodExpired', ...facts })
    past1
      .when({ type: 'RemoveMethod', ...about('x', 'card-1') })
      .then({ type: 'PaymentMethodRemoved', ...facts })
  })

  it('are named with the preferred ones first, then as they were added [4-02]', () => {
    const customer = known(register, add('card-1'), add('bank-1'), add('wallet-1'), prefer('C-1'))
    expect(
      usableMethods(customer, civilDate('2024-02-01')).map(({ methodId }) => methodId),
    ).toEqual(['wallet-1', 'card-1', 'bank-1'])
  })

  it('leave out what was removed, has expired, or ends before the day', () => {
    const customer = known(
      register,
      add('card-1', '2024-03-31'),
      add('bank-1'),
      add('wallet-1'),
      { type: 'RemoveMethod', ...about('r', 'bank-1') },
      { type: 'ExpireMethod', ...about('e', 'wallet-1') },
    )
    const usableOn = (day: string) => usableMethods(customer, civilDate(day))
    const card = { methodId: 'card-1', method: 'card', expiresOn: '2024-03-31', hasExpired: false }
    expect([usableOn('2024-03-31'), usableOn('2024-04-01')]).toEqual([[card], []])
  })

  it('can be used again when they are renewed, and not by what is learned late of an older day', () => {
    const renew: CustomerCommand = {
      type: 'RenewMethod',
      ...about('n', 'card-1', '2024-03-02'),
      expiresOn: null,
    }
    const expire: CustomerCommand = { type: 'ExpireMethod', ...about('e', 'card-1', '2024-03-01') }
    const usable = (...changes: ReadonlyArray<CustomerCommand>) =>
      usableMethods(known(register, add('card-1'), ...changes), civilDate('2024-05-01')).length
    expect([usable(expire), usable(expire, renew), usable(renew, expire)]).toEqual([0, 1, 1])
  })

  it('are used no more on the day itself on which they expired', () => {
    const expire: CustomerCommand = { type: 'ExpireMethod', ...about('e', 'card-1', '2024-03-01') }
    const customer = known(register, add('card-1'), expire)
    expect(usableMethods(customer, civilDate('2024-03-01'))).toEqual([])
  })

  it('are changed only where they are on file', () => {
    const gone: CustomerCommand = { type: 'RemoveMethod', ...about('r', 'card-1') }
    for (const type of ['RemoveMethod', 'ExpireMethod'] as const) {
      past(register)
        .when({ type, ...about('x', 'card-1') })
        .thenRejected({ type: 'UnknownMethod', methodId: text('card-1') })
      past(register, add('card-1'), gone)
        .when({ type, ...about('x', 'card-1') })
        .thenRejected({ type: 'UnknownMethod', methodId: text('card-1') })
    }
    past(register)
      .when({ type: 'RenewMethod', ...about('x', 'card-1'), expiresOn: null })
      .thenRejected({ type: 'UnknownMethod', methodId: text('card-1') })
  })

  it('say nothing when a change comes again, and name a conflict', () => {
    const gone: CustomerCommand = { type: 'RemoveMethod', ...about('r', 'card-1') }
    past(register, add('card-1'), gone).when(gone).thenNothing()
    past(register, add('card-1'), gone).when(add('card-1')).thenNothing()
    past(register, add('card-1'), gone)
      .when({ type: 'ExpireMethod', ...about('r', 'card-1') })
      .thenRejected({
        type: 'ConflictingDuplicate',
        changeId: changeId('r'),
        recorded: 'card-1 removed',
        offered: 'card-1 expired',
      })
  })
})

describe('the people around a customer', () => {
  const contact = (contactId: string, role: ContactRole): CustomerCommand => ({
    type: 'AddContact',
    ...on('2024-01-07'),
    changeId: changeId(`add ${contactId}`),
    contactId: text(contactId),
    role,
    channel: 'email',
    address: text(`${contactId}@example.org`),
  })

  it('are told apart by their role: a merchant’s own buyer is written to as well [2-20]', () => {
    const customer = known(register, contact('payer-1', 'payer'), contact('buyer-1', 'endBuyer'))
    expect(contactsFor(customer, 'endBuyer')).toEqual([
      {
        contactId: 'buyer-1',
        role: 'endBuyer',
        channel: 'email',
        address: 'buyer-1@example.org',
      },
    ])
    expect(contactsFor(customer, 'owner')).toEqual([])
  })

  it('leave, and are known no more', () => {
    const remove: CustomerCommand = {
      type: 'RemoveContact',
      ...on('2024-01-08'),
      changeId: changeId('remove'),
      contactId: text('payer-1'),
    }
    past(register, contact('payer-1', 'payer'))
      .when(remove)
      .then({
        type: 'ContactRemoved',
        ...on('2024-01-08'),
        changeId: changeId('remove'),
        contactId: text('payer-1'),
      })
    past(register)
      .when(remove)
      .thenRejected({ type: 'UnknownContact', contactId: text('payer-1') })
    expect(contactsFor(known(register, contact('payer-1', 'payer'), remove), 'payer')).toEqual([])
  })

  it('have addresses that are marked as personal', () => {
    expect(isPersonal(ContactAdded.type.props.address)).toBe(true)
  })
})

describe('the channels of a customer', () => {
  it('are those agreed to, the preferred ones first; none is left where none was agreed to', () => {
    const agreed = (change: string, channel: Channel): CustomerCommand => ({
      ...give(change),
      channel,
    })
    const customer = known(
      register,
      agreed('C-1', 'call'),
      agreed('C-2', 'sms'),
      agreed('C-3', 'email'),
      prefer('C-4'),
      { ...withdraw('C-5'), channel: 'email' },
    )
    expect(consentedChannels(customer)).toEqual(['sms', 'call'])
    expect(consentedChannels(known(register, prefer('C-1')))).toEqual([])
  })
})

describe('a customer who cannot pay as agreed', () => {
  const report = (until: string | null): CustomerCommand => ({
    type: 'ReportHardship',
    ...on('2024-02-01'),
    changeId: changeId('H-1'),
    reason: text('ill'),
    until: until === null ? null : civilDate(until),
  })
  const end: CustomerCommand = {
    type: 'EndHardshipReport',
    ...on('2024-03-01'),
    changeId: changeId('H-2'),
  }
  const onDays = (customer: Customer, ...days: ReadonlyArray<string>) =>
    days.map((day) => isInHardship(customer, civilDate(day)))

  it('is in hardship from the day it was reported to its last day, which belongs to it', () => {
    past(register)
      .when(report('2024-02-29'))
      .then({
        type: 'HardshipReported',
        ...on('2024-02-01'),
        changeId: changeId('H-1'),
        reason: text('ill'),
        until: civilDate('2024-02-29'),
      })
    const customer = known(register, report('2024-02-29'))
    expect(onDays(customer, '2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01')).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('is so without an end until it is ended, once', () => {
    past(register, report(null))
      .when(end)
      .then({ type: 'HardshipReportEnded', ...on('2024-03-01'), changeId: changeId('H-2') })
    expect(onDays(known(register, report(null)), '2030-01-01')).toEqual([true])
    expect(onDays(known(register, report(null), end), '2024-03-01')).toEqual([false])
    expect(onDays(known(register), '2024-03-01')).toEqual([false])
    past(register, report(null), end).when(end).thenNothing()
    past(register, report(null), end)
      .when({ ...end, changeId: changeId('H-3') })
      .thenRejected({ type: 'NoHardship', customerId: ada })
    past(register).when(end).thenRejected({ type: 'NoHardship', customerId: ada })
  })

  it('stays in it when the end of an earlier one is learned later', () => {
    const later: CustomerCommand = { ...report(null), ...on('2024-04-01') }
    const customer = known(register, later, end)
    expect(onDays(customer, '2024-04-01')).toEqual([true])
  })

  it('is not reported again under one name with another last day', () => {
    past(register, report('2024-02-29'))
      .when(report(null))
      .thenRejected({
        type: 'ConflictingDuplicate',
        changeId: changeId('H-1'),
        recorded: 'hardship until 2024-02-29',
        offered: 'hardship without an end',
      })
  })

  it('is not reported as over already', () => {
    past(register)
      .when(report('2024-02-01'))
      .then({
        type: 'HardshipReported',
        ...on('2024-02-01'),
        changeId: changeId('H-1'),
        reason: text('ill'),
        until: civilDate('2024-02-01'),
      })
    past(register)
      .when(report('2024-01-31'))
      .thenRejected({
        type: 'HardshipIsPast',
        until: civilDate('2024-01-31'),
        reportedOn: civilDate('2024-02-01'),
      })
  })
})

describe('a customer who turns out to be another', () => {
  it('points to the one who survives, once', () => {
    past(register)
      .when(merge())
      .then({ type: 'CustomerMerged', ...on('2024-02-01'), into: eve })
    past(register, merge()).when(merge()).thenNothing()
    past(register, merge())
      .when(merge(customerId('third')))
      .thenRejected({ type: 'AlreadyMerged', customerId: ada, into: eve })
  })

  it('is somebody, and somebody else', () => {
    past().when(merge()).thenRejected({ type: 'UnknownCustomer', customerId: ada })
    past(register).when(merge(ada)).thenRejected({ type: 'MergedIntoItself', customerId: ada })
  })

  it('takes no more changes, and still knows those it took', () => {
    past(register, give('C-1'), merge())
      .when(withdraw('C-2'))
      .thenRejected({ type: 'AlreadyMerged', customerId: ada, into: eve })
    past(register, give('C-1'), merge()).when(give('C-1')).thenNothing()
  })
})

describe('every refusal of a customer', () => {
  it('is worded with what explains it', () => {
    expect(customerRoom.explain({ type: 'AlreadyMerged', customerId: ada, into: eve })).toBe(
      'Customer __proto__ was merged into constructor and takes no more changes.',
    )
  })
})
