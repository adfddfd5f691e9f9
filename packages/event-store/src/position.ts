export interface PositionBrand {
  readonly Position: unique symbol
}
/**
 * An event's place in the whole log: a token made only by a store, to be kept and handed back.
 * Tokens of one store compare with `<` in the order of its log; their text means nothing else.
 */
export type Position = string & PositionBrand
