import { unreachable } from '../../shared/index.ts'
import type { FinancingCommand } from '../commands.ts'
import type { Financing } from '../state.ts'
import type { ChangeCommand } from '../words.ts'
import { answer, apply } from './apply.ts'
import { assign, recordAssignment } from './assign.ts'
import { answered, otherOwner, type Decision } from './decision.ts'
import { provideEvidence, requestEvidence } from './evidence.ts'
import { recordRecourse, takeRecourse } from './recourse.ts'
import { settle } from './settle.ts'

export const decide =
  (command: FinancingCommand) =>
  (financing: Financing): Decision =>
    otherOwner(command, financing) ?? decideOwn(command, financing)

const decideOwn = (command: FinancingCommand, financing: Financing): Decision => {
  switch (command.type) {
    case 'ApplyForFinancing':
      return apply(command, financing)
    case 'ApproveFinancing':
    case 'DeclineFinancing':
      return answer(command, financing)
    default:
      return answered(command, financing) ?? change(command, financing)
  }
}

const change = (command: ChangeCommand, financing: Financing): Decision => {
  switch (command.type) {
    case 'AssignReceivable':
      return assign(command, financing)
    case 'RecordAssignment':
      return recordAssignment(command, financing)
    case 'SettleFinancing':
    case 'RecordSettlement':
      return settle(command, financing)
    case 'RequestEvidence':
      return requestEvidence(command, financing)
    case 'ProvideEvidence':
      return provideEvidence(command, financing)
    case 'TakeRecourse':
      return takeRecourse(command, financing)
    case 'RecordRecourse':
      return recordRecourse(command, financing)
    default:
      return unreachable(command)
  }
}
