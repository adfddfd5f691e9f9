import { isZone } from '@tenure/core/shared'
import { usage } from '../failure.ts'

/** An IANA zone that this Node knows. */
export const parseZone = (text: string): string => {
  if (!isZone(text))
    throw usage(`--zone ${JSON.stringify(text)} is no time zone: write a name such as Europe/Rome.`)
  return text
}
