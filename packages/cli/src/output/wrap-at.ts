/** Breaks a sentence between words so that no line is longer than `width` where words allow it. */
export const wrapAt = (sentence: string, width: number, indent: string): string => {
  const lines: Array<string> = []
  let line = ''
  for (const word of sentence.split(' ')) {
    const next = line === '' ? word : `${line} ${word}`
    if (next.length <= width || line === '') line = next
    else {
      lines.push(line)
      line = indent + word
    }
  }
  return [...lines, line].join('\n')
}
