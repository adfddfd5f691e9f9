/** What is to go wrong, and how often; tests set it while the server runs. */
export interface Faults {
  /** So many batches are written, and their replies are lost. */
  swallowedReplies: number
  /** How long a batch that is written waits for its reply. */
  replyAfterMs: number
  /** So many calls of any kind are refused as unavailable, before anything is done. */
  unavailable: number
  /** So many batches are answered as a server answers that is starting or stopping. */
  notReady: number
  /** So many times the first question of a client fails. */
  brokenFeatures: number
  /** Reads break off after so many events, so many times. */
  brokenReads: { after: number; times: number }
  /** Every subscription breaks off after so many events. */
  resetAfter: number | undefined
  /** Every subscription ends after so many events, as if all were well. */
  endAfter: number | undefined
  /** Reads and subscriptions are taken, and nothing is ever said. */
  isSilent: boolean
  /** Every call is refused. */
  isDenied: boolean
  /** Subscriptions are dropped as the consumer was too slow, so many times. */
  tooSlow: number
}

export const noFaults = (): Faults => ({
  swallowedReplies: 0,
  replyAfterMs: 0,
  unavailable: 0,
  notReady: 0,
  brokenFeatures: 0,
  brokenReads: { after: 0, times: 0 },
  resetAfter: undefined,
  endAfter: undefined,
  isSilent: false,
  isDenied: false,
  tooSlow: 0,
})

/** Takes one of a counted fault. */
export const takes = (
  faults: Faults,
  name: 'swallowedReplies' | 'unavailable' | 'notReady' | 'brokenFeatures' | 'tooSlow',
): boolean => {
  if (faults[name] === 0) return false
  faults[name] -= 1
  return true
}
