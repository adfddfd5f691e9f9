// SHA-256 (FIPS 180-4) over UTF-8, on 32-bit integers: the core may use no library of the machine for it,
// and what a buyer agreed to deserves a hash for which nobody finds a second content.

const primes = (count: number): ReadonlyArray<number> => {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1)
    if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

/** The first 32 bits of the fraction of a number's root, exactly, on bigint. */
const rootBits = (n: number, power: bigint): number => {
  // floor(root(n) * 2^32) is the whole root of n * 2^(32 * power); its low 32 bits are the fraction's.
  const target = BigInt(n) << (32n * power)
  let [low, high] = [0n, 1n << 40n]
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** power <= target) low = middle
    else high = middle
  }
  return Number(BigInt.asUintN(32, low))
}

const roundWords = primes(64).map((prime) => rootBits(prime, 3n))
const firstState = primes(8).map((prime) => rootBits(prime, 2n))

const utf8 = (text: string): number[] => {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f)
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(0))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(6), tail(0))
    else bytes.push(0xf0 | (code >> 18), tail(12), tail(6), tail(0))
  }
  return bytes
}

/** The message as big-endian words: its bytes, a one bit, zeros, and its length in bits at the end. */
const words = (bytes: ReadonlyArray<number>): Uint32Array => {
  const blocks = Math.ceil((bytes.length + 9) / 64)
  const all = new Uint32Array(blocks * 16)
  const put = (byte: number, at: number): void => {
    all[at >> 2] = (all[at >> 2] ?? 0) | (byte << (24 - (at % 4) * 8))
  }
  bytes.forEach(put)
  put(0x80, bytes.length)
  all[all.length - 2] = Math.floor((bytes.length * 8) / 2 ** 32)
  all[all.length - 1] = bytes.length * 8
  return all
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The sixty-four words of one block. */
const scheduleOf = (block: Uint32Array): Uint32Array => {
  const w = new Uint32Array(64)
  w.set(block)
  const at = (index: number): number => w[index] ?? 0
  for (let i = 16; i < 64; i += 1) {
    const [x, y] = [at(i - 15), at(i - 2)]
    const small0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)
    const small1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10)
    w[i] = at(i - 16) + small0 + at(i - 7) + small1
  }
  return w
}

type State = readonly [number, number, number, number, number, number, number, number]

const roundOf = ([a, b, c, d, e, f, g, h]: State, word: number, constant: number): State => {
  const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
  const one = (h + big1 + ((e & f) ^ (~e & g)) + constant + word) | 0
  const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
  const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
  return [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g]
}

const [h0 = 0, h1 = 0, h2 = 0, h3 = 0, h4 = 0, h5 = 0, h6 = 0, h7 = 0] = firstState

/** The hash of a text as 64 hexadecimal digits. */
export const sha256 = (text: string): string => {
  const message = words(utf8(text))
  let state: State = [h0, h1, h2, h3, h4, h5, h6, h7]
  for (let start = 0; start < message.length; start += 16) {
    let next = state
    scheduleOf(message.subarray(start, start + 16)).forEach((word, index) => {
      next = roundOf(next, word, roundWords[index] ?? 0)
    })
    const [a, b, c, d, e, f, g, h] = next
    const [s0, s1, s2, s3, s4, s5, s6, s7] = state
    state = [
      (s0 + a) | 0,
      (s1 + b) | 0,
      (s2 + c) | 0,
      (s3 + d) | 0,
      (s4 + e) | 0,
      (s5 + f) | 0,
      (s6 + g) | 0,
      (s7 + h) | 0,
    ]
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
