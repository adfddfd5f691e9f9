/**
 * A number from 0 to `count - 1` that depends on nothing but the words: the same for ever and everywhere,
 * and spread evenly over different words.
 *
 * FNV-1a over the UTF-16 code units, then MurmurHash3's finaliser. No secret, and no randomness.
 */
export const drawn = (words: ReadonlyArray<string>, count: number): number => {
  let hash = 0x811c9dc5
  // JSON keeps the words apart, so that ('ab', 'c') is not ('a', 'bc').
  const text = JSON.stringify(words)
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % count
}
