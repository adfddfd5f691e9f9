export interface PositionBrand {
  readonly Position: unique symbol
}
/**
 * An event's place in the whole log: a token made only by a store, to be kept and handed back.
 * Tokens of one store compare with `<` in the order of its log; their text means nothing else.
 */
export type Position = string & PositionBrand

const WIDTH = 16

/** For stores that number their log: the token of a number. Fixed width, so that text order is log order. */
export const positionOfNumber = (number: number): Position =>
  // Digits of one width are a token by the definition above; only stores call this.
  String(number).padStart(WIDTH, '0') as Position

/** The number behind such a token. A text that no numbering store made is a bug and throws. */
export const numberOfPosition = (position: Position): number => {
  if (!/^\d{16}$/.test(position)) throw new TypeError(`not a position of this store: ${position}`)
  return Number(position)
}
