/** A seeded source of chance: whole numbers only, so that every machine draws the same. */
export interface Random {
  /** A whole number from 0 up to, not including, `count` (at most 2^21). */
  readonly below: (count: number) => number
  /** A whole number of the range, both ends included. */
  readonly between: (least: number, most: number) => number
  /** True so many times in a thousand. */
  readonly chance: (permille: number) => boolean
  /** One of the choices, each as likely as its weight says. */
  readonly weighted: <A>(choices: ReadonlyArray<readonly [weight: number, value: A]>) => A
  /** A UUID (version 4 in form), for a command. */
  readonly uuid: () => string
}

/** Turns any numbers into one well-mixed 32-bit word. */
const mix = (...parts: ReadonlyArray<number>): number => {
  let word = 0x9e3779b9
  for (const part of parts) {
    word = Math.imul(word ^ part, 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    word ^= word >>> 16
  }
  return word | 0
}

/** The generator sfc32 of PractRand: 32-bit additions and shifts alone. */
const words = (seed: ReadonlyArray<number>): (() => number) => {
  let a = mix(...seed, 1)
  let b = mix(...seed, 2)
  let c = mix(...seed, 3)
  let counter = 1
  const next = (): number => {
    const word = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + word
    c |= 0
    return word >>> 0
  }
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next()
  return next
}

const hex = (word: number): string => word.toString(16).padStart(8, '0')

/** The source named by these numbers: the same numbers, the same draws. */
export const makeRandom = (...seed: ReadonlyArray<number>): Random => {
  const next = words(seed)
  // A product below 2^53 and a division by a power of two are exact.
  const below = (count: number): number => Math.floor((next() * count) / 0x1_0000_0000)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (permille) => below(1000) < permille,
    weighted: (choices) => {
      let left = below(choices.reduce((sum, [weight]) => sum + weight, 0))
      for (const [weight, value] of choices) {
        if (left < weight) return value
        left -= weight
      }
      throw new RangeError('no choices')
    },
    uuid: () => {
      const [a, b, c, d] = [hex(next()), hex(next()), hex(next()), hex(next())]
      const variant = '89ab'.charAt(below(4))
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`
    },
  }
}
