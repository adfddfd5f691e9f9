/** Throws where a value holds a NaN or an infinity, however deep. */
export const mustBeFinite = (value: unknown, path = 'the answer'): void => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${path}: ${value}`)
  if (typeof value !== 'object' || value === null) return
  for (const [key, held] of Object.entries(value)) mustBeFinite(held, `${path}.${key}`)
}
