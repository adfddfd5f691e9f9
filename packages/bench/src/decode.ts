import { catalogue } from '@tenure/core/catalogue'
import { makeRegistry, type Recorded } from '@tenure/event-store'
import { playCompany } from '@tenure/testing/company'
import { isRight } from 'fp-ts/lib/Either.js'
import { inTurn, tell } from './in-turn.ts'

// What it takes to make facts of stored bodies: `pnpm bench:decode`. The floor is JSON.parse, which every
// store needs; the registry's compiled decoders are held against the io-ts codecs they are made of.

const played = await playCompany({ seed: 1, customers: 300, days: 200 })
const events: Array<Recorded> = []
for await (const event of played.log.readAll()) events.push(event)
const texts = events.map(({ data }) => JSON.stringify(data))
const codecs = new Map(catalogue.map(({ type, codec }) => [type, codec]))
const registry = makeRegistry(catalogue)

const parse = (): number => {
  let done = 0
  for (const text of texts) if (JSON.parse(text) !== undefined) done += 1
  return done
}
const byIoTs = (): number => {
  let done = 0
  for (const { type, data } of events) {
    const decoded = codecs.get(type)?.decode({ type, ...Object(data) })
    if (decoded !== undefined && isRight(decoded)) done += 1
  }
  return done
}
const byRegistry = (): number => {
  let done = 0
  for (const event of events) if (registry.decode(event).type === event.type) done += 1
  return done
}

console.log(
  tell(
    `${events.length.toLocaleString('en')} events of a simulated company, for each event:`,
    inTurn(
      [
        { name: 'io-ts, as the codecs are written', work: byIoTs },
        { name: 'the registry: upcasting, then the compiled decoder', work: byRegistry },
        { name: 'floor: JSON.parse of the body, without any decoding', work: parse },
      ],
      events.length,
    ),
  ),
)
