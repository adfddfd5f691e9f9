import type { Draft } from 'immer'
import type { Plan } from './plan.ts'

/** A plan of one's own: state keeps no reference into an event. */
export const copyOfPlan = (plan: Plan): Draft<Plan> => ({
  ...plan,
  interval: { ...plan.interval },
  phases: plan.phases.map((phase) => ({ ...phase })),
  commitment: plan.commitment && {
    periods: plan.commitment.periods,
    earlyTermination: { ...plan.commitment.earlyTermination },
  },
  entitlements: [...plan.entitlements],
  pause: plan.pause && { ...plan.pause },
  notice: { ...plan.notice },
})
