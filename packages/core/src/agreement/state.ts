import type { Draft } from 'immer'
import {
  copyData,
  laterDay,
  unreachable,
  type ChangeId,
  type CivilDate,
  type CustomerId,
  type Text,
} from '../shared/index.ts'
import { contentHash } from '../terms/index.ts'
import type { Clause, ClauseKind, Party } from './clause.ts'
import type { AgreementEvent } from './events.ts'

/** What the house and one customer agreed, version by version. */
export interface Agreement {
  readonly customerId: CustomerId | null
  /** Null where it was signed elsewhere. */
  readonly subject: Text | null
  /** The version that is being written and is not signed by both; null where none is. */
  readonly draft: Drafted | null
  /** Every version that took effect, oldest first. */
  readonly versions: ReadonlyArray<Version>
  readonly terminated: { readonly changeId: ChangeId; readonly endsOn: CivilDate } | null
  /** What each clause said when it was added, as a hash of its content. */
  readonly clauses: ReadonlyMap<ChangeId, string>
}

export interface Drafted {
  readonly version: number
  /** The newest day of what was written: nobody signs before it. */
  readonly writtenOn: CivilDate
  readonly clauses: ReadonlyMap<ClauseKind, Clause>
  readonly signedBy: ReadonlyMap<Party, CivilDate>
}

export interface Version {
  readonly version: number
  readonly since: CivilDate
  readonly clauses: ReadonlyArray<Clause>
}

export const initial = (): Agreement => ({
  customerId: null,
  subject: null,
  draft: null,
  versions: [],
  terminated: null,
  clauses: new Map(),
})

/** What a clause of a version says, in one comparable line. */
export const hashOfClause = (version: number, clause: Clause): string =>
  contentHash({ version, clause })

type State = Draft<Agreement>

const startDraft = (state: State, version: number, writtenOn: CivilDate): void => {
  const kept = state.versions.at(-1)?.clauses ?? []
  state.draft = {
    version,
    writtenOn,
    clauses: new Map(kept.map((clause) => [clause.kind, copyData(clause)])),
    signedBy: new Map(),
  }
}

const addClause = (state: State, event: Extract<AgreementEvent, { type: 'ClauseAdded' }>): void => {
  const { changeId, version, clause, effectiveOn } = event
  state.clauses.set(changeId, hashOfClause(version, clause))
  const { draft } = state
  if (draft?.version !== version) return
  draft.writtenOn = laterDay(draft.writtenOn, effectiveOn)
  draft.clauses.set(clause.kind, copyData(clause))
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (state: State, event: AgreementEvent): void => {
  state.customerId ??= event.customerId
  const { effectiveOn } = event
  switch (event.type) {
    case 'AgreementDrafted':
      state.subject ??= event.subject
      return startDraft(state, 1, effectiveOn)
    case 'AgreementAmended':
      return startDraft(state, event.version, effectiveOn)
    case 'ClauseAdded':
      return addClause(state, event)
    case 'AgreementSigned':
      if (state.draft?.version === event.version) state.draft.signedBy.set(event.party, effectiveOn)
      return
    case 'AgreementTookEffect': {
      const { version, clauses } = event
      state.versions.push({ version, since: effectiveOn, clauses: copyData(clauses) })
      if (state.draft?.version === version) state.draft = null
      return
    }
    case 'AgreementTerminated':
      state.terminated ??= { changeId: event.changeId, endsOn: event.endsOn }
      return
    case 'EarlyTerminationFeeIncurred':
      return
    default:
      return unreachable(event)
  }
}
