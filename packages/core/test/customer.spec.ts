import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import {
  customerRoom,
  hasConsent,
  type CustomerEvent,
  type RegisterCustomer,
} from '../src/customer/index.ts'
import { changeId, civilDate, customerId, fold, isPersonal, Text } from '../src/shared/index.ts'
import { CustomerRegistered } from '../src/customer/index.ts'

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
})
const merge = (into = eve) => ({ type: 'MergeCustomer' as const, ...on('2024-02-01'), into })

describe('a customer', () => {
  it('is registered once, with the day and the way in', () => {
    past().when(register).then(registered)
    past(register)
      .when({ ...register, effectiveOn: civilDate('2024-06-01') })
      .thenNothing()
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
        recorded: 'language fa, channels email, sms',
        offered: 'language bg, channels email, sms',
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
