import * as t from 'io-ts'

// ISO 4217, active codes as of 2026 (six-monthly list of SIX Group): code → decimals of the minor unit.
const twoDecimals =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF ' +
  'CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD ' +
  'GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL ' +
  'MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR ' +
  'PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP ' +
  'TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG'
const noDecimals = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const threeDecimals = 'BHD IQD JOD KWD LYD OMR TND'
const fourDecimals = 'CLF UYW'

const decimals: ReadonlyMap<string, number> = new Map(
  (
    [
      [twoDecimals, 2],
      [noDecimals, 0],
      [threeDecimals, 3],
      [fourDecimals, 4],
    ] as const
  ).flatMap(([codes, digits]) => codes.split(' ').map((code) => [code, digits] as const)),
)

export interface CurrencyBrand {
  readonly Currency: unique symbol
}
/** An ISO 4217 code, in capitals. */
export const Currency = t.brand(
  t.string,
  (s): s is t.Branded<string, CurrencyBrand> => decimals.has(s),
  'Currency',
)
export type Currency = t.TypeOf<typeof Currency>

/** Decimals of the currency's minor unit: EUR 2, JPY 0, KWD 3. */
export const decimalsOf = (currency: Currency): number => decimals.get(currency) ?? 2
