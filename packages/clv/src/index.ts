export { averageOrderValue, type AverageOrderValue } from './average-order-value.ts'
export { customerValue, type CashSums, type CustomerValue } from './customer-value.ts'
export { historicClv, type CustomerClv, type HistoricClv, type Value } from './historic-clv.ts'
export { currenciesOf, type Survivors } from './of-currency.ts'
export { type OrderQuestion } from './order-period.ts'
export {
  purchaseFrequency,
  type FrequencyQuestion,
  type PurchaseFrequency,
} from './purchase-frequency.ts'
export { rfmSummary, type FrequencyBin, type RfmSummary } from './rfm-summary.ts'
export { rfm, type CustomerRfm, type Rfm, type RfmQuestion } from './rfm.ts'
export { simpleClv, type Lifespan, type SimpleClv, type SimpleClvQuestion } from './simple-clv.ts'
export { type OrderSums } from './transactions.ts'
