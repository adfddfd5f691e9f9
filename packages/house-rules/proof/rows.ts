import { sections } from '../src/demands/rows.ts'
import { filesBelow, textOf } from '../src/tree.ts'
import { answer, ready } from './mutants/process.ts'
import { targets, type Target } from './mutants/rooms.ts'

// Draws rows of docs/COVERAGE.md by a seed and breaks, one slip at a time, what their tests rest on: the
// test that names the row must fail.
//   node packages/house-rules/proof/rows.ts [seed] [how many]

const [seed = 1, count = 10] = process.argv.slice(2).map(Number)
const specs = filesBelow('packages').filter((path) => path.endsWith('.spec.ts'))

/** The sources that a spec is about: its room's, else its package's. */
const targetOf = (spec: string): Target => {
  const room = targets.find((target) => target.specs.includes(spec))
  if (room !== undefined) return { ...room, specs: [spec] }
  const folder = `${spec.split('/test/')[0] ?? ''}/src`
  return {
    name: folder,
    sources: filesBelow(folder).filter((path) => /(?<!index)\.ts$/.test(path)),
    specs: [spec],
  }
}

const drawn = (): ReadonlyArray<{ readonly id: string; readonly spec: string }> => {
  const rows = sections
    .flatMap(([, of]) => of)
    .flatMap(({ id }) =>
      specs.filter((path) => textOf(path).includes(`[${id}]`)).map((spec) => ({ id, spec })),
    )
  let state = seed
  return Array.from({ length: Math.min(count, rows.length) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return rows.splice(state % rows.length, 1)
  }).flat()
}

let missed = 0
for (const { id, spec } of drawn()) {
  const { child, mutants, reached } = await ready(targetOf(spec), `[${id}]`)
  let caught: string | undefined
  for (const mutant of mutants.filter((one) => reached.has(one.id))) {
    child.send(mutant.id)
    const said = await answer(child, 60_000)
    if (said?.kind === 'tried' && said.killedBy === null) continue
    caught = `${mutant.file}:${mutant.line}  ${mutant.from.replaceAll(/\s+/g, ' ').slice(0, 60)}  ->  ${mutant.to.replaceAll(/\s+/g, ' ').slice(0, 60) || 'nothing'}`
    break
  }
  child.kill('SIGKILL')
  if (caught === undefined) missed += 1
  console.log(
    `${caught === undefined ? 'MISSED' : 'caught'}  ${id} in ${spec}: ${caught ?? 'no slip is noticed'}`,
  )
}
console.log(`rows proof, seed ${seed}: ${count - missed} of ${count} noticed, ${missed} missed`)
if (missed > 0) process.exitCode = 1
