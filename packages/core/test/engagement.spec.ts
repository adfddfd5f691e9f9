import { describe, expect, it } from 'vitest'
import { given, reach } from '@tenure/testing'
import {
  armOf,
  engagementRoom,
  FeedbackRecorded,
  nextBestOffer,
  SurveyAnswered,
  type EngagementCommand,
  type OfferProfile,
  type OfferRule,
} from '../src/engagement/index.ts'
import {
  civilDate,
  currency,
  customerId,
  isPersonal,
  minorUnits,
  orderId,
  text,
} from '../src/shared/index.ts'

const past = given(engagementRoom)
const ada = customerId('Ада')
const bob = customerId('__proto__')
const eur = currency('EUR')
const on = (day: string) => ({ effectiveOn: civilDate(day), customerId: ada })

const survey = { surveyId: text('S-1'), kind: 'satisfaction', lowest: 1, highest: 5 } as const
const send = {
  type: 'SendSurvey' as const,
  ...on('2024-01-31'),
  ...survey,
  orderId: orderId('O-1'),
  channel: 'email' as const,
  consented: ['email' as const],
}
const answer = (score: number, day = '2024-02-03') => ({
  type: 'AnswerSurvey' as const,
  ...on(day),
  surveyId: text('S-1'),
  score,
  words: text('хорошо'),
})

describe('a survey', () => {
  it('is sent where there is consent, once', () => {
    past()
      .when(send)
      .then({
        type: 'SurveySent',
        ...on('2024-01-31'),
        ...survey,
        orderId: orderId('O-1'),
        channel: 'email',
      })
    past(send)
      .when({ ...send, consented: [] })
      .thenNothing()
    past()
      .when({ ...send, consented: ['sms'] })
      .thenRejected({ type: 'NoConsent', channel: 'email' })
  })

  it('has one answer, and a late one belongs to the day of sending [0-23]', () => {
    past(send)
      .when(answer(4))
      .then({
        type: 'SurveyAnswered',
        ...on('2024-02-03'),
        ...survey,
        sentOn: civilDate('2024-01-31'),
        score: 4,
        words: text('хорошо'),
      })
    past(send, answer(4)).when(answer(4, '2024-03-01')).thenNothing()
    past(send, answer(4))
      .when(answer(5))
      .thenRejected({ type: 'AlreadyAnswered', surveyId: text('S-1'), recorded: 4, offered: 5 })
  })

  it('is not answered before it was sent', () => {
    past(send)
      .when(answer(4, '2024-01-30'))
      .then({
        type: 'SurveyAnswered',
        ...on('2024-01-31'),
        ...survey,
        sentOn: civilDate('2024-01-31'),
        score: 4,
        words: text('хорошо'),
      })
  })

  it('is answered by whom it was sent to, on its scale', () => {
    past()
      .when(answer(4))
      .thenRejected({ type: 'SurveyUnknown', surveyId: text('S-1') })
    for (const score of [0, 6, 4.5])
      past(send)
        .when(answer(score))
        .thenRejected({ type: 'ScoreOutOfRange', score, lowest: 1, highest: 5 })
    for (const score of [1, 5]) expect(reach(engagementRoom)([send, answer(score)])).toHaveLength(2)
  })

  it('has a scale with more than one place, and does not change it', () => {
    for (const [lowest, highest] of [
      [5, 5],
      [-1, 5],
      [0, 4.5],
    ] as const)
      past()
        .when({ ...send, lowest, highest })
        .thenRejected({ type: 'ScaleUnsound', lowest, highest })
    past(send)
      .when({ ...send, highest: 10 })
      .thenRejected({
        type: 'ConflictingDuplicate',
        key: 'survey S-1',
        recorded: 'satisfaction from 1 to 5 by email, order O-1',
        offered: 'satisfaction from 1 to 10 by email, order O-1',
      })
  })

  it('may begin at nothing', () => {
    past()
      .when({ ...send, lowest: 0, highest: 10 })
      .then({
        type: 'SurveySent',
        ...on('2024-01-31'),
        ...survey,
        lowest: 0,
        highest: 10,
        orderId: orderId('O-1'),
        channel: 'email',
      })
  })

  it('keeps what was said in words as personal data', () => {
    const [words] = SurveyAnswered.type.props.words.types
    const [told] = FeedbackRecorded.type.props.words.types
    expect([isPersonal(words), isPersonal(told)]).toEqual([true, true])
  })
})

describe('a referral', () => {
  const refer = (referrerId = bob, chain: ReadonlyArray<typeof bob> = []) => ({
    type: 'ReferCustomer' as const,
    ...on('2024-01-05'),
    referrerId,
    chain,
    programme: text('friends'),
  })

  it('tells through whom a customer came, once [1-48]', () => {
    past()
      .when(refer())
      .then({
        type: 'ReferralRecorded',
        ...on('2024-01-05'),
        referrerId: bob,
        programme: text('friends'),
      })
    past(refer()).when(refer()).thenNothing()
    past(refer())
      .when(refer(customerId('Cyd')))
      .thenRejected({ type: 'AlreadyReferred', referrerId: bob })
  })

  it('is none of oneself, and none that leads back to oneself [1-08]', () => {
    past().when(refer(ada)).thenRejected({ type: 'SelfReferral', customerId: ada })
    const cycle = { type: 'ReferralCycle', customerId: ada, referrerId: bob } as const
    past()
      .when(refer(bob, [ada]))
      .thenRejected(cycle)
    past()
      .when(refer(bob, [customerId('Cyd'), ada]))
      .thenRejected(cycle)
  })
})

describe('what a customer meets and says', () => {
  const touch = {
    type: 'RecordTouchpoint' as const,
    ...on('2024-01-05'),
    touchpointId: text('T-1'),
    kind: text('article'),
    channel: text('web'),
    campaign: text('spring'),
  }
  const feedback = (feedbackId: string, source: 'customer' | 'employee') => ({
    type: 'RecordFeedback' as const,
    ...on('2024-01-05'),
    feedbackId: text(feedbackId),
    source,
    kind: 'complaint' as const,
    topic: text('delivery'),
    words: null,
  })

  it('is a touchpoint, whatever its kind, once [0-19]', () => {
    const { type: _, ...facts } = touch
    past()
      .when(touch)
      .then({ type: 'TouchpointRecorded', ...facts })
    past(touch).when(touch).thenNothing()
    past(touch)
      .when({ ...touch, kind: text('film') })
      .thenRejected({
        type: 'ConflictingDuplicate',
        key: 'touchpoint T-1',
        recorded: 'article by web, campaign spring',
        offered: 'film by web, campaign spring',
      })
  })

  it('is feedback, of customers and of staff, counted apart [0-32]', () => {
    const told = reach(engagementRoom)([
      feedback('F-1', 'customer'),
      feedback('F-2', 'employee'),
      feedback('F-1', 'customer'),
      feedback('F-3', 'customer'),
    ]).flatMap((event) => (event.type === 'FeedbackRecorded' ? [event.source] : []))
    expect(told).toEqual(['customer', 'employee', 'customer'])
  })

  it('is told apart by kind where two ids are the same text', () => {
    past(touch)
      .when(feedback('T-1', 'customer'))
      .then({
        type: 'FeedbackRecorded',
        ...on('2024-01-05'),
        feedbackId: text('T-1'),
        source: 'customer',
        kind: 'complaint',
        topic: text('delivery'),
        words: null,
      })
  })
})

describe('a checkout', () => {
  const offeredTerms = [
    { termsId: text('net-14'), version: 1 },
    { termsId: text('4x14'), version: 2 },
  ]
  const start = (checkoutId = 'K-1', terms = offeredTerms) => ({
    type: 'StartCheckout' as const,
    ...on('2024-01-05'),
    checkoutId: text(checkoutId),
    currency: eur,
    totalMinor: minorUnits(9900),
    offeredTerms: terms,
  })
  const abandon = (checkoutId = 'K-1'): EngagementCommand => ({
    type: 'AbandonCheckout',
    ...on('2024-01-06'),
    checkoutId: text(checkoutId),
  })
  const complete = (order = 'O-1', checkoutId = 'K-1'): EngagementCommand => ({
    type: 'CompleteCheckout',
    ...on('2024-01-05'),
    checkoutId: text(checkoutId),
    orderId: orderId(order),
  })
  const begun = {
    checkoutId: text('K-1'),
    currency: eur,
    totalMinor: minorUnits(9900),
    offeredTerms,
    startedOn: civilDate('2024-01-05'),
  }

  it('is left or completed, once, and says what was offered and when it began', () => {
    past(start())
      .when(abandon())
      .then({ type: 'CheckoutAbandoned', ...on('2024-01-06'), ...begun })
    past(start())
      .when(complete())
      .then({
        type: 'CheckoutCompleted',
        ...on('2024-01-05'),
        ...begun,
        orderId: orderId('O-1'),
      })
    past(start(), abandon()).when(abandon()).thenNothing()
    past(start(), complete()).when(complete()).thenNothing()
    past(start(), complete()).when(start()).thenNothing()
  })

  it('is counted by the terms that were offered: abandoned of started [0-05]', () => {
    const plain = [{ termsId: text('prepaid'), version: 1 }]
    const events = reach(engagementRoom)([
      start('K-1'),
      start('K-2'),
      start('K-3', plain),
      abandon('K-1'),
      complete('O-2', 'K-2'),
      abandon('K-3'),
    ])
    const offering = (type: string, termsId: string) =>
      events.filter(
        (event) =>
          event.type === type &&
          'offeredTerms' in event &&
          event.offeredTerms.some((terms) => terms.termsId === termsId),
      ).length
    const ratio = (termsId: string) => [
      offering('CheckoutAbandoned', termsId),
      offering('CheckoutStarted', termsId),
    ]
    expect([ratio('4x14'), ratio('prepaid')]).toEqual([
      [1, 2],
      [1, 1],
    ])
  })

  it('does not end before it began', () => {
    const early = { effectiveOn: civilDate('2024-01-04') }
    past(start())
      .when({ ...abandon(), ...early })
      .then({ type: 'CheckoutAbandoned', ...on('2024-01-05'), ...begun })
    past(start())
      .when({ ...complete(), ...early })
      .then({ type: 'CheckoutCompleted', ...on('2024-01-05'), ...begun, orderId: orderId('O-1') })
  })

  it('does not end another way than it ended', () => {
    const over = (status: 'abandoned' | 'completed') =>
      ({ type: 'CheckoutIsOver', checkoutId: text('K-1'), status }) as const
    past(start(), complete()).when(abandon()).thenRejected(over('completed'))
    past(start(), abandon()).when(complete()).thenRejected(over('abandoned'))
    past(start(), complete()).when(complete('O-2')).thenRejected({
      type: 'ConflictingDuplicate',
      key: 'checkout K-1',
      recorded: 'O-1',
      offered: 'O-2',
    })
    for (const command of [abandon(), complete()])
      past()
        .when(command)
        .thenRejected({ type: 'UnknownCheckout', checkoutId: text('K-1') })
  })
})

describe('an experiment', () => {
  const arms = [
    { arm: text('with'), weight: 1 },
    { arm: text('without'), weight: 1 },
  ]
  const assign = (
    among: ReadonlyArray<{ arm: (typeof arms)[0]['arm']; weight: number }> = arms,
  ) => ({
    type: 'AssignArm' as const,
    ...on('2024-01-05'),
    experimentId: text('sequence'),
    arms: among,
  })

  it('keeps a customer in the arm first drawn, whatever the arms become [1-50]', () => {
    const arm = armOf(ada, text('sequence'), arms)
    if (arm === undefined) throw new Error('no arm')
    past()
      .when(assign())
      .then({ type: 'ArmAssigned', ...on('2024-01-05'), experimentId: text('sequence'), arm, arms })
    const others = arms.map((one) => ({ ...one, weight: one.arm === arm ? 0 : 1 }))
    past(assign()).when(assign(others)).thenNothing()
    expect(armOf(ada, text('sequence'), others)).not.toBe(arm)
  })

  it('spreads customers over its arms by weight, so that with and without can be compared [3-11]', () => {
    const weighted = [
      { arm: text('with'), weight: 3 },
      { arm: text('without'), weight: 1 },
    ]
    const drawn = Array.from({ length: 4000 }, (_, index) =>
      armOf(customerId(`customer ${index}`), text('sequence'), weighted),
    )
    expect(Math.abs(drawn.filter((arm) => arm === 'with').length - 3000)).toBeLessThan(120)
  })

  it('spreads customers over three arms as over two, also where one has no weight', () => {
    const three = ['a', 'b', 'c', 'd'].map((arm, index) => ({
      arm: text(arm),
      weight: [1, 0, 1, 2][index] ?? 0,
    }))
    const drawn = Array.from({ length: 4000 }, (_, index) =>
      armOf(customerId(`customer ${index}`), text('sequence'), three),
    )
    const counted = (arm: string) => drawn.filter((one) => one === arm).length
    expect(counted('b')).toBe(0)
    for (const [arm, share] of [
      ['a', 1000],
      ['c', 1000],
      ['d', 2000],
    ] as const)
      expect(Math.abs(counted(arm) - share)).toBeLessThan(120)
  })

  it('has weights that add up to one at least and to a million at most', () => {
    const weighing = (...weights: ReadonlyArray<number>) =>
      assign(weights.map((weight, index) => ({ arm: text(`arm ${index}`), weight })))
    for (const command of [weighing(0, 1), weighing(500_000, 500_000)])
      expect(reach(engagementRoom)([command])).toHaveLength(1)
    past()
      .when(weighing(500_000, 500_001))
      .thenRejected({ type: 'ArmsUnsound', experimentId: text('sequence') })
  })

  it('needs arms to draw from', () => {
    const unsound = [
      [],
      [{ arm: text('with'), weight: 0 }],
      [...arms, { arm: text('with'), weight: 1 }],
      [...arms, { arm: text('third'), weight: -1 }],
      [...arms, { arm: text('third'), weight: 0.5 }],
    ]
    for (const bad of unsound)
      past()
        .when(assign(bad))
        .thenRejected({ type: 'ArmsUnsound', experimentId: text('sequence') })
  })
})

describe('the next best offer', () => {
  const rule: OfferRule = {
    ruleId: text('offers'),
    version: 1,
    instalmentsFromMinor: minorUnits(50_000),
    repeatsForDiscount: 3,
    discountBasisPoints: 500,
  }
  const profile = (over: Partial<OfferProfile> = {}): OfferProfile => ({
    paymentClass: 'prompt',
    similarPurchases: 3,
    usualOrderMinor: minorUnits(50_000),
    hasOverdue: false,
    ...over,
  })
  const make = (over: Partial<OfferProfile> = {}, offerId = 'A-1') => ({
    type: 'MakeOffer' as const,
    ...on('2024-01-05'),
    offerId: text(offerId),
    currency: eur,
    rule,
    profile: profile(over),
  })

  it('follows from the rule and from how the customer buys and pays [1-32]', () => {
    const offers = [
      profile(),
      profile({ similarPurchases: 2 }),
      profile({ hasOverdue: true }),
      profile({ paymentClass: 'slow' }),
      profile({ paymentClass: 'poor', usualOrderMinor: minorUnits(49_999) }),
    ].map((one) => nextBestOffer(one, rule))
    expect(offers).toEqual([
      { kind: 'personalDiscount', basisPoints: 500 },
      null,
      null,
      { kind: 'instalments', fromMinor: 50_000 },
      { kind: 'earlyReminder' },
    ])
  })

  it('is made with what it rests on, once, and not made where there is none', () => {
    past()
      .when(make())
      .then({
        type: 'OfferMade',
        ...on('2024-01-05'),
        offerId: text('A-1'),
        currency: eur,
        offer: { kind: 'personalDiscount', basisPoints: 500 },
        rule,
        profile: profile(),
      })
    past(make()).when(make()).thenNothing()
    past()
      .when(make({ hasOverdue: true }))
      .thenNothing()
    past(make())
      .when(make({ paymentClass: 'slow' }))
      .thenRejected({
        type: 'ConflictingDuplicate',
        key: 'offer A-1',
        recorded: 'personalDiscount by offers 1 in EUR',
        offered: 'instalments by offers 1 in EUR',
      })
  })
})

describe('every refusal of an engagement', () => {
  it('is worded with what explains it', () => {
    expect(
      engagementRoom.explain({ type: 'ReferralCycle', customerId: ada, referrerId: bob }),
    ).toBe('Customer __proto__ came through Ада, and cannot have referred them.')
  })
})
