import type { CivilDate, MinorUnits, Text } from '../../shared/index.ts'
import type { ReminderChannel } from '../channel.ts'
import type { OpenLine } from '../commands.ts'
import type { ReminderStep } from '../policy.ts'
import type { WhyNothing } from '../rejections.ts'
import type { RemindedItem } from '../step-events.ts'

/** What a rule about steps needs to know from elsewhere. */
export interface Evidence {
  readonly items: ReadonlyArray<OpenLine>
  readonly channels: ReadonlyArray<ReminderChannel>
}

/** A step that may be taken now. */
export interface Due {
  readonly type: 'Due'
  readonly stepId: Text
  readonly step: ReminderStep
  /** The step's offset from the due day, whatever it is anchored on. */
  readonly offsetDays: number
  /** Null where the policy writes nothing, or a person has to. */
  readonly channel: ReminderChannel | null
  readonly manual: 'noConsent' | 'undelivered' | null
  readonly cycle: number
  /** The case that the new one goes on from. */
  readonly continuesCycle: number | null
  readonly closes: number | null
  readonly items: ReadonlyArray<RemindedItem>
  readonly askedMinor: MinorUnits
}

/** The step that is due on a day, or why none is. `closes` names a case that has ended and may be closed. */
export type DueStep =
  | Due
  | { readonly type: 'NothingOverdue'; readonly closes: number | null }
  | { readonly type: 'NoStepLeft' }
  | { readonly type: 'NotDue'; readonly stepId: Text; readonly dueFrom: CivilDate }
  | { readonly type: 'TooSoon'; readonly stepId: Text; readonly notBefore: CivilDate }
  | {
      readonly type: 'Paused'
      readonly stepId: Text
      readonly why: 'pause' | 'promise'
      readonly untilOn: CivilDate
    }
  | { readonly type: 'NothingToAsk'; readonly stepId: Text; readonly why: WhyNothing }
  | { readonly type: 'AwaitsPerson'; readonly stepId: Text }
