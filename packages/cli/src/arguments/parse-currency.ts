import { Currency } from '@tenure/core/shared'
import { usage } from '../failure.ts'

export const parseCurrency = (text: string): Currency => {
  if (!Currency.is(text))
    throw usage(
      `--currency ${JSON.stringify(text)} is no ISO 4217 code: write three capitals, as in EUR.`,
    )
  return text
}
