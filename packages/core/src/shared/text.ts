import * as t from 'io-ts'

export interface TextBrand {
  readonly Text: unique symbol
}
/** Text that is not empty and holds no lone surrogate: it survives UTF-8 unchanged, in any script. */
export const Text = t.brand(
  t.string,
  (s): s is t.Branded<string, TextBrand> => s.length > 0 && s.isWellFormed(),
  'Text',
)
export type Text = t.TypeOf<typeof Text>
