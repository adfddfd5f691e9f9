/** The category of a stream, `<category>-<id>`: the part before the first `-`, or all of it. */
export const categoryOf = (stream: string): string => {
  const dash = stream.indexOf('-')
  return dash === -1 ? stream : stream.slice(0, dash)
}
