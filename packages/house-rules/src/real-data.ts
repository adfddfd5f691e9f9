import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root =
  process.env['TENURE_DATA'] ?? fileURLToPath(new URL('../../../../shared/data/', import.meta.url))

/**
 * The path of a file of real data, or undefined, loudly, where the data is not on this machine.
 *
 * It stands beside the project in `shared/data`, or in the folder named by TENURE_DATA.
 */
export const realData = (relativePath: string): string | undefined => {
  const path = `${root.replace(/\/$/, '')}/${relativePath}`
  if (existsSync(path)) return path
  console.warn(
    `REAL DATA ABSENT: ${relativePath} is not under ${root}; set TENURE_DATA to its folder.`,
  )
  return undefined
}
