import { minorUnits, type CivilDate, type Instalment } from '../shared/index.ts'
import type { ItemInstalment } from './item.ts'

/** A schedule with the parts of an opening: an instalment of a number that is known grows. */
export const withInstalments = (
  known: ReadonlyArray<ItemInstalment>,
  added: ReadonlyArray<Instalment>,
  since: CivilDate,
): ItemInstalment[] => {
  const parts = [...known]
  for (const { instalment, amountMinor, dueOn } of added) {
    const at = parts.findIndex((one) => one.instalment === instalment)
    const part = parts[at]
    if (part === undefined) {
      parts.push({ instalment, amountMinor, dueOn, since })
      continue
    }
    const replaced = dueOn !== null && (part.dueOn === null || part.since <= since)
    parts[at] = {
      instalment,
      amountMinor: minorUnits(part.amountMinor + amountMinor),
      dueOn: replaced ? dueOn : part.dueOn,
      since: replaced ? since : part.since,
    }
  }
  return parts
}
