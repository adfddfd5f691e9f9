/** One line without its end, `\n` or `\r\n`. */
export async function* linesOf(
  pieces: AsyncIterable<string>,
): AsyncGenerator<ReadonlyArray<string>> {
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines
  }
  if (rest !== '') yield [rest]
}

export const withoutReturn = (line: string): string =>
  line.endsWith('\r') ? line.slice(0, -1) : line
