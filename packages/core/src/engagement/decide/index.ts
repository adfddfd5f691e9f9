import { unreachable } from '../../shared/index.ts'
import type { EngagementCommand } from '../commands.ts'
import type { Engagement } from '../state.ts'
import { abandon, complete, start } from './checkout.ts'
import { once, type Decision } from './decision.ts'
import { assignArm, makeOffer } from './experiment.ts'
import { refer } from './refer.ts'
import { enrol, run, stop } from './sequence.ts'
import { answer, send } from './survey.ts'

/** Decides one command on what a customer is sent, asked and offered. Pure. */
export const decide =
  (command: EngagementCommand) =>
  (engagement: Engagement): Decision => {
    switch (command.type) {
      case 'EnrolInSequence':
        return enrol(command, engagement)
      case 'RunSequence':
        return run(command, engagement)
      case 'StopSequence':
        return stop(command, engagement)
      case 'SendSurvey':
        return send(command, engagement)
      case 'AnswerSurvey':
        return answer(command, engagement)
      case 'ReferCustomer':
        return refer(command, engagement)
      case 'RecordTouchpoint':
        return once({ ...command, type: 'TouchpointRecorded' }, engagement)
      case 'RecordFeedback':
        return once({ ...command, type: 'FeedbackRecorded' }, engagement)
      case 'StartCheckout':
        return start(command, engagement)
      case 'AbandonCheckout':
        return abandon(command, engagement)
      case 'CompleteCheckout':
        return complete(command, engagement)
      case 'AssignArm':
        return assignArm(command, engagement)
      case 'MakeOffer':
        return makeOffer(command, engagement)
      default:
        return unreachable(command)
    }
  }
