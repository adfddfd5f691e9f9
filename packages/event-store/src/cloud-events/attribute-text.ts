// CloudEvents 1.0, section 2.3: a string holds no control characters, no surrogates and no code points that
// Unicode guarantees never to assign. Our texts may; those characters, and `%` itself, are escaped as in a
// URI, so that nothing is lost and whatever is plain stays as it is.
const forbidden = /[%\p{Cc}\p{Noncharacter_Code_Point}]/gu

export const attributeText = (text: string): string =>
  text.replaceAll(forbidden, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  )

/** The text behind an attribute; undefined where its escapes are none. */
export const textOfAttribute = (attribute: string): string | undefined => {
  try {
    return decodeURIComponent(attribute)
  } catch {
    return undefined
  }
}
