import { plot, type PlotOptions } from '@observablehq/plot'
import { parseHTML } from 'linkedom'

export interface Drawing extends PlotOptions {
  /** What the picture shows, for those who cannot see it. */
  readonly name: string
}

const usual: PlotOptions = {
  width: 880,
  height: 300,
  marginLeft: 74,
  marginBottom: 38,
  style: { background: 'transparent', color: 'inherit', fontSize: '12px' },
}

/**
 * One chart as SVG text. Labels are text nodes of a document of their own, so that nothing in the data
 * can become markup; colours are variables of the page, so that one drawing serves light and dark.
 */
export const draw = ({ name, ...options }: Drawing): string => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const drawn = plot({ ...usual, ...options, document, ariaLabel: name })
  drawn.setAttribute('role', 'img')
  return drawn.outerHTML
}

/** What is known now against what was known then: the same two colours everywhere. */
export const knowledge = ['as known then', 'as known now'] as const
export const knowledgeColours = ['var(--then)', 'var(--now)'] as const
