import { currenciesOf, customerValue, type CustomerValue, type Survivors } from '@tenure/clv'
import type { CivilDate, Currency } from '@tenure/core/shared'
import type { Cut, Rows } from '@tenure/projection'
import { mergedCustomers, survivorsOf, type MergedCustomer } from '@tenure/retention'
import type { AskingOptions } from '../../arguments/shared-options.ts'
import { ask } from '../../ask.ts'
import { writeAnswer, type Shown } from '../../output/answer.ts'
import { chosenCurrencies } from '../../output/chosen-currencies.ts'
import type { Surroundings } from '../../surroundings.ts'

const models = { value: customerValue, merged: mergedCustomers }

interface ValueRows {
  readonly value: Rows<CustomerValue>
  readonly merged: Rows<MergedCustomer>
}

/** One cut of one currency. */
export interface Asked {
  readonly cut: Cut
  readonly rows: ValueRows
  readonly rowsAt: (day: CivilDate) => ValueRows
  readonly currency: Currency
  readonly survivors: Survivors
}

/**
 * Asks a question about customers' value at every cut, for each currency by itself.
 *
 * `otherDays`: the further days that it looks at, such as the end of a holdout.
 */
export const askValue = async (
  surroundings: Surroundings,
  options: AskingOptions,
  command: string,
  show: (asked: Asked) => Shown,
  otherDays: ReadonlyArray<CivilDate> = [],
): Promise<void> => {
  const { zone, seen } = await ask(surroundings, options, models, () => otherDays)
  const found = [...new Set(seen.flatMap(({ rows }) => currenciesOf(rows.value)))].toSorted()
  const chosen = chosenCurrencies(surroundings, found, options.currency)
  const results = seen.flatMap((one) => {
    const held = currenciesOf(one.rows.value)
    const survivors = survivorsOf(one.rows.merged)
    return chosen
      .filter((currency) => held.includes(currency))
      .map((currency) => show({ ...one, currency, survivors }))
  })
  await writeAnswer(surroundings, options, { command, zone, results })
}
