import { describe, expect, it } from 'vitest'
import { addDays } from '../src/shared/index.ts'
import {
  isOfCollections,
  messagesAskForWhatIsOpen,
  offsetOf,
  stepsKeepTheirOrder,
} from './life-askings.ts'
import { inEveryLife } from './life-words.ts'

// Few lives come to a reminder, fewer to its end: enough are drawn for each law to have met some.
const lives = 600

describe('in every life of two customers', () => {
  it('a step goes out once for an item and case, later ones after it, none early, paused or for what is closed [inv 22]', () => {
    let sent = 0
    inEveryLife(
      (life) => {
        sent += stepsKeepTheirOrder(life)
      },
      {},
      lives,
    )
    expect(sent).toBeGreaterThan(20)
  })

  it('a reminder asks for what is open less what is disputed, as both stand when it is sent [inv 24]', () => {
    inEveryLife(messagesAskForWhatIsOpen)
  })

  it('a closed case asks for nothing more, and one that opens again counts from the due day [inv 25]', () => {
    let closings = 0
    inEveryLife(
      ({ world }) => {
        const closed = new Set<string>()
        for (const { stream, event } of world.log) {
          if (!isOfCollections(event)) continue
          if (event.type === 'CaseClosed') {
            closings += 1
            closed.add(JSON.stringify([stream, event.cycle]))
          }
          if (event.type !== 'ReminderSent' && event.type !== 'StepDue') continue
          expect(closed.has(JSON.stringify([stream, event.cycle]))).toBe(false)
          const dueOn = event.items.map((item) => item.dueOn).toSorted()[0] ?? event.effectiveOn
          expect(event.effectiveOn >= addDays(dueOn, offsetOf(event.stepId))).toBe(true)
        }
      },
      {},
      lives,
    )
    expect(closings).toBeGreaterThan(0)
  })
})
