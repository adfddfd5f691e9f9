import type Database from 'better-sqlite3'
import type { FactKind } from '../mapping/kinds.ts'
import type { Registered } from '../apply/registry.ts'
import { countOf, type Tally } from '../tally.ts'
import { conflictFault } from './fact-shelf.ts'
import type { FaultBook } from './fault-book.ts'
import type { Rejecter } from './rejecter.ts'

interface StagedFact {
  readonly fact: number
  readonly identity: string
  readonly digest: string
  readonly file: number
  readonly line: number
  readonly kind: FactKind
}

/** Takes away what the log already has from earlier imports; the same key with other content is a fault. */
export const setAside = (
  sql: Database.Database,
  registered: Registered,
  reject: Rejecter,
  faults: FaultBook,
  tally: Tally,
): void => {
  const batch = sql.prepare<[number], StagedFact>(
    `SELECT fact, identity, digest, file, line, kind FROM facts WHERE fact > ?
     ORDER BY fact LIMIT 2000`,
  )
  const forget = sql.prepare<[number]>('DELETE FROM facts WHERE fact = ?')
  const forgetCommands = sql.prepare<[number]>('DELETE FROM commands WHERE fact = ?')
  for (let last = 0; ;) {
    const facts = batch.all(last)
    for (const { fact, identity, digest, file, line, kind } of facts) {
      last = fact
      const known = registered(identity)
      if (known === undefined) continue
      if (known === digest) {
        forget.run(fact)
        forgetCommands.run(fact)
        countOf(tally, kind).alreadyThere += 1
      } else {
        faults.add(file, line, conflictFault(kind, 'that was imported before'))
        reject(file, line)
      }
    }
    if (facts.length === 0) return
  }
}
