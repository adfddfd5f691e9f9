import { usage } from '../failure.ts'

/** Whole days above 0, rising, such as `30,60,90`. */
export const parseBoundaries = (text: string): ReadonlyArray<number> => {
  const days = text.split(',').map((part) => (/^\d{1,6}$/.test(part.trim()) ? Number(part) : 0))
  if (days.some((day, index) => day <= (days[index - 1] ?? 0)))
    throw usage(
      `--boundaries ${JSON.stringify(text)} are no rising whole days: write them as 30,60,90.`,
    )
  return days
}
