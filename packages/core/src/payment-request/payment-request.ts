import * as E from 'fp-ts/lib/Either.js'
import { minorUnits, type CivilDate, type Text } from '../shared/index.ts'
import type { OpenRequestLine, RequestEvidence } from './evidence.ts'
import type { PaymentRequestFacts, RequestedItem } from './facts.ts'
import type { IncompleteRequest, MissingFact } from './incomplete-request.ts'

const askedOf = ({ openMinor, disputedMinor }: OpenRequestLine): number =>
  Math.max(0, openMinor - disputedMinor)

/** The lines that ask for something, with what they ask for. */
const requestedItems = (items: ReadonlyArray<OpenRequestLine>): ReadonlyArray<RequestedItem> =>
  items.flatMap((line) => {
    const askedMinor = askedOf(line)
    return askedMinor === 0 ? [] : [{ ...line, askedMinor: minorUnits(askedMinor) }]
  })

const sumOf = (amounts: ReadonlyArray<number>): number => amounts.reduce((sum, n) => sum + n, 0)

/** What the customer prefers of what is offered comes first, in the customer's order. */
const inCustomersOrder = ({
  offeredMethods,
  preferredMethods,
}: RequestEvidence): ReadonlyArray<Text> => {
  const preferred = preferredMethods.filter((method) => offeredMethods.includes(method))
  return [...new Set([...preferred, ...offeredMethods])]
}

/** A benefit is named only while it lasts, and only where it leaves something to pay. */
const benefitOn = (
  { benefit, readOn }: RequestEvidence,
  askedMinor: number,
): PaymentRequestFacts['benefit'] => {
  if (benefit === null || readOn > benefit.untilOn) return null
  const { discountMinor, untilOn } = benefit
  if (discountMinor === 0 || discountMinor >= askedMinor) return null
  return { discountMinor, payMinor: minorUnits(askedMinor - discountMinor), untilOn }
}

/** Payments that went back again are no payments to thank for. */
const previousOf = ({ payments }: RequestEvidence) => {
  const stood = payments.filter(({ isReversed }) => !isReversed)
  return { paidCount: stood.length, paidMinor: sumOf(stood.map(({ amountMinor }) => amountMinor)) }
}

const isBy = (day: CivilDate | null, readOn: CivilDate): boolean => day !== null && day <= readOn

const missingOf = (
  evidence: RequestEvidence,
  sums: ReadonlyArray<number>,
  methods: ReadonlyArray<Text>,
): ReadonlyArray<MissingFact> => {
  const { readOn, payByOn, account, linkToken, contact, language } = evidence
  const isThere: ReadonlyArray<readonly [MissingFact, boolean]> = [
    ['amount', (sums[0] ?? 0) > 0 && sums.every((sum) => Number.isSafeInteger(sum))],
    ['payBy', payByOn !== null],
    ['account', account !== null],
    ['method', methods.length > 0],
    ['link', linkToken !== null],
    ['contact', contact !== null],
    ['language', language !== null],
    ['invoiceDelivered', isBy(evidence.invoiceDeliveredOn, readOn)],
    ['termsDelivered', isBy(evidence.termsDeliveredOn, readOn)],
  ]
  return isThere.flatMap(([fact, there]) => (there ? [] : [fact]))
}

/**
 * Gathers all that a request for payment says, or names all that it lacks.
 *
 * Units: minor units. Asked for is what is open less what is disputed, line by line, as read on the day of
 * sending; so a request made ahead is made again before it goes out.
 * Shape: facts in no language; a missing name gives the neutral form of address.
 * Rejects: `IncompleteRequest` with every missing fact at once: nothing to ask for, no day, account, method,
 * link, contact or language, or an invoice or terms that the customer does not have yet.
 * Source: docs/reference/payment-request.md.
 */
export const paymentRequest = (
  evidence: RequestEvidence,
): E.Either<IncompleteRequest, PaymentRequestFacts> => {
  const items = requestedItems(evidence.items)
  const asked = sumOf(items.map(({ askedMinor }) => askedMinor))
  const methods = inCustomersOrder(evidence)
  const { paidCount, paidMinor } = previousOf(evidence)
  const missing = missingOf(evidence, [asked, paidMinor], methods)
  const { payByOn, account, linkToken, contact, language, name } = evidence
  const isWhole =
    payByOn !== null &&
    account !== null &&
    linkToken !== null &&
    contact !== null &&
    language !== null
  if (missing.length > 0 || !isWhole) return E.left({ type: 'IncompleteRequest', missing })
  const { readOn, customerId, currency, lines, urgencyReason, helpOffers, tone } = evidence
  return E.right({
    readOn,
    customerId,
    language,
    address: name === null ? 'neutral' : 'byName',
    name,
    currency,
    items,
    askedMinor: minorUnits(asked),
    payByOn,
    account,
    methods,
    link: { token: linkToken, instructionsRef: evidence.instructionsRef },
    lines,
    previous: { paidCount, paidMinor: minorUnits(paidMinor) },
    benefit: benefitOn(evidence, asked),
    urgencyReason,
    helpOffers,
    tone,
    contact,
  })
}

/** Whether a request that was made ahead still asks for what is open now: if not, it is made again. */
export const stillAsksRightly = (
  { items, askedMinor }: PaymentRequestFacts,
  now: ReadonlyArray<OpenRequestLine>,
): boolean => {
  const asks = (lines: ReadonlyArray<OpenRequestLine>): string =>
    requestedItems(lines)
      .map((line) => JSON.stringify([line.itemId, line.dueOn, line.askedMinor]))
      .toSorted()
      .join()
  return asks(items) === asks(now) && sumOf(now.map(askedOf)) === askedMinor
}
