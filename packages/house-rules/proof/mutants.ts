import type { Mutant } from './mutants/mutate.ts'
import { answer, passesAwake, ready } from './mutants/process.ts'
import { targets, type Target } from './mutants/rooms.ts'

// Mutation testing of the core's rules, one room a run: every operator, number, branch and statement of a
// room is broken in turn, and the tests that reach it must fail.
//   node packages/house-rules/proof/mutants.ts [room ...] [--survivors]

const leastScore = 85

interface Score {
  readonly killed: number
  readonly all: number
  readonly survivors: ReadonlyArray<Mutant>
  readonly unreached: ReadonlyArray<Mutant>
}

const score = async (target: Target): Promise<Score> => {
  let now = await ready(target)
  const { mutants, reached, atLoad, milliseconds } = now
  const patienceMs = Math.max(10_000, milliseconds * 10)
  const survives = async (mutant: Mutant): Promise<boolean> =>
    !atLoad.has(mutant.id) || (await passesAwake(target, mutant.id, patienceMs))
  const survivors: Array<Mutant> = []
  const unreached: Array<Mutant> = []
  for (const mutant of mutants) {
    if (!reached.has(mutant.id)) {
      unreached.push(mutant)
      continue
    }
    now.child.send(mutant.id)
    const said = await answer(now.child, patienceMs)
    // No answer: the mutant never ends or ended the process, which a test run would notice.
    if (said === undefined) {
      now.child.kill('SIGKILL')
      now = await ready(target)
    } else if (said.kind === 'tried' && said.killedBy === null && (await survives(mutant)))
      survivors.push(mutant)
  }
  now.child.kill()
  const killed = mutants.length - survivors.length - unreached.length
  return { killed, all: mutants.length, survivors, unreached }
}

const words = process.argv.slice(2)
const named = words.filter((word) => !word.startsWith('--'))
const show = ({ file, line, from, to }: Mutant, why: string): void => {
  const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 70)
  console.log(`  ${why} ${file}:${line}  ${short(from)}  ->  ${short(to) || 'nothing'}`)
}
for (const target of targets) {
  if (named.length > 0 && !named.includes(target.name)) continue
  const { killed, all, survivors, unreached } = await score(target)
  const percent = all === 0 ? 100 : (100 * killed) / all
  if (percent < leastScore) process.exitCode = 1
  console.log(
    `| ${target.name} | ${all} | ${killed} | ${survivors.length} | ${unreached.length} | ${percent.toFixed(1)} % |`,
  )
  if (!words.includes('--survivors')) continue
  for (const mutant of survivors) show(mutant, 'survived')
  for (const mutant of unreached) show(mutant, 'unreached')
}
