import { addDays, addMonths, type CivilDate, type Text } from '../shared/index.ts'
import type { LoyaltyRule, LoyaltyTier } from './rule.ts'
import type { LoyaltyAccount } from './state.ts'

/** The highest tier that is reached: whoever has exactly `from` has reached it. Source: domain edge 78. */
export const tierFor = (rule: LoyaltyRule, measured: number): LoyaltyTier | undefined =>
  rule.tiers
    .filter(({ from }) => measured >= from)
    .reduce<LoyaltyTier | undefined>(
      (best, tier) => (best === undefined || tier.from >= best.from ? tier : best),
      undefined,
    )

/** The first day of the window that ends on a day. */
export const windowFrom = ({ tierWindowMonths }: LoyaltyRule, on: CivilDate): CivilDate =>
  addDays(addMonths(on, -tierWindowMonths), 1)

/** Points earned in a window, less those of them that were reversed since. */
export const earnedWithin = ({ lots }: LoyaltyAccount, from: CivilDate, to: CivilDate): number =>
  [...lots.values()]
    .filter(({ earnedOn }) => from <= earnedOn && earnedOn <= to)
    .reduce(
      (sum, { earnedPoints, reversedPoints }) =>
        Math.min(Number.MAX_SAFE_INTEGER, sum + earnedPoints - reversedPoints),
      0,
    )

/** The tier held on a day, and its benefits. */
export const tierOn = (
  { tiers }: LoyaltyAccount,
  on: CivilDate,
): { readonly tier: Text | null; readonly benefits: ReadonlyArray<Text> } => {
  const held = tiers.findLast(({ since }) => since <= on)
  return { tier: held?.tier ?? null, benefits: held?.benefits ?? [] }
}

/** Whether the tier of a day gives a benefit, such as early access. Source: domain 1-47. */
export const hasBenefit = (account: LoyaltyAccount, on: CivilDate, benefit: Text): boolean =>
  tierOn(account, on).benefits.includes(benefit)
