import type { Position } from '@tenure/event-store'

type State = 'connecting' | 'catchingUp' | 'live' | 'reconnecting'

/** How a subscription fares, for whoever watches it. */
export interface SubscriptionHealth {
  readonly state: State
  /** How often the connection was lost, or the server has ended it. */
  readonly drops: number
  readonly lastReason?: string
  /** The last one told. */
  readonly position?: Position
}

export interface Health {
  readonly now: () => SubscriptionHealth
  readonly isIn: (state: State) => void
  readonly told: (position: Position) => void
  readonly dropped: (reason: string) => void
}

export const makeHealth = (): Health => {
  let health: SubscriptionHealth = { state: 'connecting', drops: 0 }
  return {
    now: () => health,
    isIn: (state) => {
      health = { ...health, state }
    },
    told: (position) => {
      health = { ...health, position }
    },
    dropped: (lastReason) => {
      health = { ...health, state: 'reconnecting', drops: health.drops + 1, lastReason }
    },
  }
}
