import { unreachable } from '../../shared/index.ts'
import type { AgreementCommand } from '../commands.ts'
import type { Agreement } from '../state.ts'
import { otherCustomer, type Decision } from './decision.ts'
import { recordAgreement, sign } from './sign.ts'
import { recordTermination, terminate } from './terminate.ts'
import { addClause, amend, draft } from './write.ts'

export const decide =
  (command: AgreementCommand) =>
  (agreement: Agreement): Decision =>
    otherCustomer(command, agreement) ?? decideOwn(command, agreement)

const decideOwn = (command: AgreementCommand, agreement: Agreement): Decision => {
  switch (command.type) {
    case 'DraftAgreement':
      return draft(command, agreement)
    case 'AddClause':
      return addClause(command, agreement)
    case 'SignAgreement':
      return sign(command, agreement)
    case 'AmendAgreement':
      return amend(command, agreement)
    case 'TerminateAgreement':
      return terminate(command, agreement)
    case 'RecordAgreement':
      return recordAgreement(command, agreement)
    case 'RecordTermination':
      return recordTermination(command, agreement)
    default:
      return unreachable(command)
  }
}
