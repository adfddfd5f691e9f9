import { left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { AmountBand, PaymentTerms, Text, unreachable, Whole } from '../shared/index.ts'

/** Which terms are offered for which amounts, as data with a version. */
export const TermsOptions = t.strict({
  optionsId: Text,
  version: Whole,
  /** In the order of their amounts. Between two bands, and beyond the last, nothing is offered. */
  bands: t.readonlyArray(t.strict({ band: AmountBand, offered: t.readonlyArray(PaymentTerms) })),
})
export type TermsOptions = t.TypeOf<typeof TermsOptions>

export type OptionsFault =
  /** A band ends before it begins. */
  | { readonly type: 'EmptyBand'; readonly optionsId: string; readonly fromMinor: number }
  /** A band begins before the one ahead of it ends: an amount would have two answers. */
  | { readonly type: 'BandsOverlap'; readonly optionsId: string; readonly fromMinor: number }

/** The fault in words that end a sentence. */
export const explainOptionsFault = (fault: OptionsFault): string => {
  switch (fault.type) {
    case 'EmptyBand':
      return `the band of options ${fault.optionsId} from ${fault.fromMinor} on is empty`
    case 'BandsOverlap':
      return `the band of options ${fault.optionsId} from ${fault.fromMinor} on overlaps the one before`
    default:
      return unreachable(fault)
  }
}

/** Checks what a codec cannot: no band is empty, and each begins where the one before has ended. */
export const checkOptions = (options: TermsOptions): Either<OptionsFault, TermsOptions> => {
  const { optionsId } = options
  let end: number | null = 0
  for (const { band } of options.bands) {
    const { fromMinor, belowMinor } = band
    if (belowMinor !== null && belowMinor <= fromMinor)
      return left({ type: 'EmptyBand', optionsId, fromMinor })
    if (end === null || fromMinor < end) return left({ type: 'BandsOverlap', optionsId, fromMinor })
    end = belowMinor
  }
  return right(options)
}

/** Whether an amount lies in a band: its first amount does, its end does not. */
export const isInBand = ({ fromMinor, belowMinor }: AmountBand, amountMinor: number): boolean =>
  amountMinor >= fromMinor && (belowMinor === null || amountMinor < belowMinor)

/** The terms offered for an amount; none where no band holds it. Source: domain 1-22 and 1-23. */
export const termsOffered = (
  options: TermsOptions,
  amountMinor: number,
): ReadonlyArray<PaymentTerms> =>
  options.bands.find(({ band }) => isInBand(band, amountMinor))?.offered ?? []
