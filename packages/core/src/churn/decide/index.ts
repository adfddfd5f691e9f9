import { unreachable } from '../../shared/index.ts'
import type { ChurnCommand } from '../commands.ts'
import type { Churn } from '../state.ts'
import { assess } from './assess.ts'
import type { Decision } from './decision.ts'
import { recordChurn, recordReturn } from './record.ts'

export const decide =
  (command: ChurnCommand) =>
  (churn: Churn): Decision => {
    switch (command.type) {
      case 'AssessChurn':
        return assess(command, churn)
      case 'RecordChurn':
        return recordChurn(command, churn)
      case 'RecordReturn':
        return recordReturn(command, churn)
      default:
        return unreachable(command)
    }
  }
