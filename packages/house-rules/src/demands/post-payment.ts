import { row, type Row } from './row.ts'

const later = { later: 'read models' } as const

/** Post-payment of goods. */
export const postPayment: ReadonlyArray<Row> = [
  row('0-01', 'The buyer pays after receipt: delivery fixes the due day', 'scheduleFor'),
  row('0-02', 'Terms are chosen order by order', 'OrderPlaced'),
  row('0-03', 'Sales before and after terms were offered', 'OrderPlaced', later),
  row('0-04', 'The buyer sees the goods before paying', 'ReturnRequested GoodsAccepted'),
  row(
    '0-05',
    'Checkouts abandoned, by the terms offered',
    'CheckoutStarted CheckoutAbandoned',
    later,
  ),
  row('0-06', 'Market and competitors are studied first', '', {
    outOfScope:
      'A study of others has no facts in a ledger; replay under another policy is a read model.',
  }),
  row('0-07', 'A financing partner is chosen by its terms', 'selectPartner'),
  row('0-08', 'Staff can explain every refusal and act for a customer', 'explain'),
  row('0-09', 'Credit is checked, and limited', 'CreditApproved CreditReserved'),
  row('0-10', 'Opening balances keep their age', 'ItemOpened'),
  row('0-11', 'The law caps fees and sets notice', 'JurisdictionRules'),
  row('0-12', 'Case: an electronics shop', 'OrderPlaced InvoiceIssued'),
  row('0-13', 'Case: rental of machines, billed in arrears', 'InvoiceIssued', later),
  row(
    '0-14',
    'A partner takes the risk over, under conditions',
    'ReceivableAssigned RecourseTaken',
  ),
  row('0-15', 'One view of a customer', 'CreditApproved OrderPlaced', later),
  row('0-16', 'Order and pay whenever it suits', 'PaymentReceived'),
  row('0-17', 'Customers by the way they came', 'CustomerRegistered', later),
  row('0-18', 'Points for paying on time', 'PointsEarned'),
  row('0-19', 'Contact by content', 'TouchpointRecorded', {
    outOfScope: 'Content is made elsewhere; that somebody met it is recorded.',
  }),
  row('0-20', 'Volume of sales before and after', 'OrderPlaced', later),
  row('0-21', 'Average order value', 'averageOrderValue'),
  row('0-22', 'Share of returns', 'ReturnRequested', later),
  row('0-23', 'Satisfaction by survey', 'SurveySent SurveyAnswered', later),
  row('0-24', 'Trends by period', 'ledgerDays', later),
  row('0-25', 'A score from outside is a fact of the decision', 'CreditApproved'),
  row('0-26', 'Preferences shift to flexible plans', 'SubscriptionStarted'),
  row('0-27', 'No stale credit decision', 'CreditReserved'),
  row('0-28', 'An agreement has its due, late and return clauses', 'AgreementSigned'),
  row('0-29', 'Staff, operations and law are prepared', 'explain JurisdictionRules ItemOpened'),
  row('0-30', 'Adoption of post-payment', 'OrderPlaced', later),
  row('0-31', 'One dashboard of the risk', 'CreditReserved RiskFlagRaised', later),
  row('0-32', 'Feedback of customers and of staff', 'FeedbackRecorded', later),
  row('0-33', 'Questions are part of the product', 'ageing retentionRate simpleClv'),
  row('0-34', 'Delivered on time, answered soon', 'DeliveryConfirmed TicketAnswered', later),
  row('0-35', 'The dated schedule is shown before it is agreed', 'TermsQuoted TermsAccepted'),
  row('0-36', 'Suspected fraud holds the account', 'CreditHoldPlaced CreditHoldLifted'),
  row('0-37', 'An eligible buyer has an alternative plan', 'termsOffered'),
]
