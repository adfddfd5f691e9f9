import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { collectionsCommand } from '@tenure/testing/arbitraries'
import {
  collectionsRoom,
  disputedMinor,
  pausedUntil,
  type Collections,
  type CollectionsEvent,
} from '../src/collections/index.ts'
import { addDays, fold, sumMinor } from '../src/shared/index.ts'

type Told = Invariant<Collections, CollectionsEvent>
type Sent = Extract<CollectionsEvent, { type: 'ReminderSent' }>

/** Reminders by policy, in the order in which they were sent. */
const steps = (history: ReadonlyArray<CollectionsEvent>): ReadonlyArray<Sent> =>
  history
    .filter((event) => event.type === 'ReminderSent')
    .filter(({ policyId }) => policyId !== null)

const eachOnce: Told = {
  title: 'sends each step once in a case, unless it did not arrive [inv 22]',
  holds: (_, history) => {
    const standing = new Set<string>()
    return history.every((event) => {
      if (event.type === 'StepFailed') standing.delete(`${event.cycle} ${event.stepId}`)
      if (event.type !== 'ReminderSent' || event.policyId === null) return true
      const step = `${event.cycle} ${event.stepId}`
      const isFirst = !standing.has(step)
      standing.add(step)
      return isFirst
    })
  },
}

const neverDecreasing: Told = {
  title: 'sends the steps of a case by offsets that never fall [inv 22]',
  holds: (_, history) =>
    steps(history).every(
      ({ cycle, offsetDays }, index, all) =>
        index === 0 ||
        all[index - 1]?.cycle !== cycle ||
        (all[index - 1]?.offsetDays ?? 0) <= (offsetDays ?? 0),
    ),
}

const neverEarly: Told = {
  title: 'sends no step before its offset from the oldest due day that it names [inv 22]',
  holds: (_, history) =>
    steps(history).every(({ policyId, items, offsetDays, effectiveOn }) => {
      // The other policy counts from the end of a month or from the step before.
      if (policyId !== 'policy') return true
      const oldest = items.map(({ dueOn }) => dueOn).toSorted()[0]
      return oldest !== undefined && addDays(oldest, offsetDays ?? 0) <= effectiveOn
    }),
}

const notAfterClosing: Told = {
  title: 'sends no step in a case that is closed, and counts its cases from one [inv 22]',
  holds: (_, history) => {
    let open: number | null = null
    let count = 0
    for (const event of history) {
      if (event.type === 'CaseOpened') {
        if (open !== null || event.cycle !== count + 1) return false
        open = count = event.cycle
      }
      if (event.type === 'CaseClosed') {
        if (event.cycle !== open) return false
        open = null
      }
      if (event.type === 'ReminderSent' && event.policyId !== null && event.cycle !== open)
        return false
    }
    return true
  },
}

const oneADay: Told = {
  title: 'sends at most one step a day [inv 23]',
  holds: (_, history) => {
    const days = steps(history).map(({ effectiveOn }) => effectiveOn)
    return days.every((day, index) => index === 0 || (days[index - 1] ?? day) < day)
  },
}

const asksForTheRest: Told = {
  title: 'asks for what is open less what is disputed on that day, and never for nothing [inv 24]',
  holds: (_, history) =>
    history.every((event, index) => {
      if (event.type !== 'ReminderSent' || event.policyId === null) return true
      const before = fold(collectionsRoom.decider, history.slice(0, index))
      const rest = event.items.map((item) => item.openMinor - item.disputedMinor)
      const fitsMarks = event.items.every(
        ({ itemId, disputedMinor: named }) =>
          named <= disputedMinor(before, itemId, event.effectiveOn),
      )
      return fitsMarks && rest.every((minor) => minor > 0) && sumMinor(rest) === event.askedMinor
    }),
}

const leavesAgenciesAlone: Told = {
  title: 'asks for no item that an agency has',
  holds: (_, history) =>
    history.every((event, index) => {
      if (event.type !== 'ReminderSent' || event.policyId === null) return true
      const before = fold(collectionsRoom.decider, history.slice(0, index))
      return event.items.every(({ itemId }) => !before.handedOver.has(itemId))
    }),
}

const restsInAPause: Told = {
  title: 'takes no step while reminders are paused [inv 22]',
  holds: (_, history) =>
    history.every((event, index) => {
      if (event.type !== 'StepDue' && event.type !== 'ReminderSent') return true
      if (event.policyId === null) return true
      const before = fold(collectionsRoom.decider, history.slice(0, index))
      return pausedUntil(before, event.effectiveOn) === undefined
    }),
}

const suspendsWithCause: Told = {
  title: 'suspends only after a step that suspends, and never beyond its case [inv 26]',
  holds: ({ suspension, openCase }, history) => {
    if (suspension === null) return true
    const { cycle, stepId } = suspension
    const isCause = (event: CollectionsEvent): boolean =>
      event.type === 'StepDue' &&
      event.action === 'suspend' &&
      event.cycle === cycle &&
      event.stepId === stepId
    return openCase?.cycle === cycle && history.some(isCause)
  },
}

const promisesAddUp: Told = {
  title: 'has as many promises as were made: kept, partly kept, broken and open [inv 35]',
  holds: ({ promises }, history) => {
    const outcomes = [...promises.values()].map(({ outcome }) => outcome)
    const known = ['kept', 'partlyKept', 'broken', 'open'] as const
    const count = known.reduce(
      (sum, word) => sum + outcomes.filter((outcome) => outcome === word).length,
      0,
    )
    return count === history.filter(({ type }) => type === 'PromiseMade').length
  },
}

describe('the collections room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: collectionsRoom,
    command: collectionsCommand,
    maxCommands: 40,
    numRuns: runs(100),
    invariants: [
      eachOnce,
      neverDecreasing,
      neverEarly,
      notAfterClosing,
      oneADay,
      asksForTheRest,
      leavesAgenciesAlone,
      restsInAPause,
      suspendsWithCause,
      promisesAddUp,
    ],
  })
  for (const law of laws) it(law.title, law.check)
})
