import { Instant } from '@tenure/core/shared'
import { runs } from '@tenure/house-rules/runs'
import { CloudEvent, HTTP } from 'cloudevents'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { fromCloudEvent, toCloudEvent } from '../src/cloud-events/index.ts'
import { exactJson, positionOfNumber, type Metadata, type Recorded } from '../src/index.ts'

const text = fc.oneof(
  fc.constantFrom('a%b', '100 %', 'a\u0000b', '\ufffe', '__proto__', 'a/b?c#d', '\u{1f98a}', 'é'),
  fc.string({ minLength: 1, unit: 'binary' }),
)
const instant = fc.integer({ min: 0, max: 253_402_300_799_999 }).map((n) => {
  if (!Instant.is(n)) throw new Error('no instant')
  return n
})
const metadata: fc.Arbitrary<Metadata> = fc.record(
  {
    schemaVersion: fc.integer({ min: 1, max: 99 }),
    commandId: fc.uuid(),
    actor: text,
    onBehalfOf: text,
    via: text,
    correlationId: text,
    causationId: text,
    door: fc.constantFrom('ask' as const, 'record' as const),
    declaredAt: instant,
  },
  { requiredKeys: ['schemaVersion'], noNullPrototype: true },
)
const recorded: fc.Arbitrary<Recorded> = fc.record(
  {
    id: fc.uuid(),
    type: text,
    stream: text,
    revision: fc.bigInt(0n, 2n ** 53n),
    position: fc.nat().map(positionOfNumber),
    recordedAt: instant,
    data: fc
      .jsonValue()
      .map((value) => exactJson(JSON.parse(JSON.stringify(value).replaceAll('-0', '0')))),
    metadata,
  },
  { noNullPrototype: true },
)

describe('for every recorded event', () => {
  it('its CloudEvent is one to the standard, and says all of it, through JSON too', () => {
    fc.assert(
      fc.property(recorded, (event) => {
        const cloud = JSON.parse(JSON.stringify(toCloudEvent(event)))
        // The SDK of the standard checks every attribute when it is told to be strict.
        expect(new CloudEvent(cloud, true).validate()).toBe(true)
        for (const value of Object.values({ ...cloud, data: '' }))
          if (typeof value === 'string')
            expect(value).not.toMatch(/[\p{Cc}\p{Noncharacter_Code_Point}]/u)
        const { id, type, data, stream, revision, recordedAt } = event
        expect(fromCloudEvent(cloud)).toEqual(
          E.right({
            stream,
            revision,
            recordedAt,
            event: { id, type, data, metadata: event.metadata },
          }),
        )
      }),
      { numRuns: runs(200) },
    )
  })

  it('its source and id are its own: no two events of two streams share both', () => {
    fc.assert(
      fc.property(recorded, text, (event, stream) => {
        fc.pre(stream !== event.stream)
        expect(toCloudEvent({ ...event, stream }).source).not.toBe(toCloudEvent(event).source)
      }),
    )
  })

  it('it goes through the HTTP binding of the SDK and back', () => {
    fc.assert(
      fc.property(recorded, (event) => {
        const message = HTTP.structured(
          new CloudEvent(JSON.parse(JSON.stringify(toCloudEvent(event)))),
        )
        expect(fromCloudEvent(JSON.parse(String(message.body)))).toMatchObject({
          right: { stream: event.stream },
        })
      }),
      { numRuns: runs(50) },
    )
  })
})

describe('a CloudEvent that is none of ours', () => {
  const good = {
    specversion: '1.0',
    id: '3b241101-e2bb-4255-8caf-4136c566a962',
    source: 'urn:tenure:log/a-1',
    type: 'tenure.Noted',
    schemaversion: 1,
    data: { n: 1 },
  }
  it('is read with no more than it must have', () => {
    expect(fromCloudEvent({ ...good, traceparent: '00-1' })).toEqual(
      E.right({
        stream: 'a-1',
        event: { id: good.id, type: 'Noted', data: { n: 1 }, metadata: { schemaVersion: 1 } },
      }),
    )
  })
  it.each([
    [null, 'the event'],
    [{ ...good, specversion: '0.3' }, 'specversion'],
    [{ ...good, id: 'A' }, 'id'],
    [{ ...good, id: undefined }, 'id'],
    [{ ...good, source: 'urn:other/a-1' }, 'source'],
    [{ ...good, source: 'urn:tenure:log/' }, 'source'],
    [{ ...good, source: 'urn:tenure:log/%E0%A4%A' }, 'source'],
    [{ ...good, type: 'com.other.Noted' }, 'type'],
    [{ ...good, type: 'tenure.' }, 'type'],
    [{ ...good, schemaversion: '1' }, 'schemaversion'],
    [{ ...good, declaredat: 'yesterday' }, 'declaredat'],
    [{ ...good, time: 12 }, 'time'],
    [{ ...good, actor: 7 }, 'actor'],
    [{ ...good, door: 'window' }, 'door'],
    [{ ...good, revision: 3 }, 'revision'],
    [{ ...good, data: undefined }, 'data'],
  ])('is refused with the attribute at fault: %j', (json, attribute) => {
    const wire: unknown = JSON.parse(JSON.stringify(json))
    expect(fromCloudEvent(wire)).toMatchObject({ left: { attribute, reason: expect.any(String) } })
  })
})
