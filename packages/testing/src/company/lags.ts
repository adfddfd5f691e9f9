import type { Random } from './random.ts'

/** Choices of a number of days: each range as likely as its weight says. */
export type Spread = ReadonlyArray<
  readonly [weight: number, range: readonly [least: number, most: number]]
>

export const draw = (random: Random, spread: Spread): number => {
  const [least, most] = random.weighted(spread)
  return random.between(least, most)
}

/** From the bank's value day to the statement in our hands. */
export const bankLag: Spread = [
  [50, [0, 0]],
  [22, [1, 1]],
  [14, [2, 3]],
  [10, [4, 10]],
  [4, [11, 40]],
]

/** From the delivery to the signed note in our hands. */
export const noteLag: Spread = [
  [55, [0, 0]],
  [25, [1, 3]],
  [16, [4, 15]],
  [4, [16, 40]],
]

/** From the day of a paper written in the field to its posting. */
export const paperLag: Spread = [
  [86, [0, 0]],
  [10, [1, 5]],
  [4, [6, 25]],
]
