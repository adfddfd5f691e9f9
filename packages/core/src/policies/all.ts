import { billing } from './billing.ts'
import { creditCheck } from './credit-check.ts'
import type { Policy } from './policy.ts'

/** Everything that a house does by itself, in the order in which a fact or a day meets it. */
export const tradePolicies: ReadonlyArray<Policy> = [creditCheck, billing]
