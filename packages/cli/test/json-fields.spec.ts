import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fewSales, salesImport } from './sales.ts'
import { makeFolder, tenure } from './tenure.ts'

/** Field names as paths, lists as `[]`, whatever their values. */
const fieldsOf = (value: unknown, path = ''): ReadonlyArray<string> => {
  if (Array.isArray(value) && value.length === 0) return [`${path}[]`]
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => fieldsOf(one, `${path}[]`)))]
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, inner]) =>
    fieldsOf(inner, path === '' ? name : `${path}.${name}`),
  )
}

const reference = readFileSync(new URL('../../../docs/reference/cli.md', import.meta.url), 'utf8')

const at = ['--as-of', '2024-05-31', '--known-at', '2024-05-31']

describe('the fields of every JSON document', () => {
  const folder = makeFolder()
  const db = ['--db', folder.at('company.db')]
  beforeAll(async () => {
    const ran = await tenure(['simulate', ...db, '--customers', '60', '--days', '200'])
    expect(ran.code).toBe(0)
  }, 60_000)
  afterAll(folder.remove)

  it.each([
    ['overdue', ...at],
    ['overdue', 'ageing', ...at],
    ['overdue', 'dso', ...at],
    ['overdue', 'cei', ...at],
    ['overdue', 'days-late', ...at],
    ['overdue', 'worklist', ...at],
    ['retention', 'cohorts', '--maturity', 'observed', ...at],
    ['retention', 'rates', '--from', '2024-03-31', '--to', '2024-05-31'],
    ['clv', 'rfm', '--holdout-end', '2024-06-30', ...at],
    ['clv', 'aov', ...at],
    ['clv', 'frequency', ...at],
    ['clv', 'simple', '--period-days', '60', ...at],
    ['clv', 'historic', ...at],
    ['simulate', '--customers', '60', '--days', '200'],
  ])('%s %s stay as they were, and are documented', async (...words) => {
    const { code, stdout } = await tenure([...words, ...db, '--json'])
    expect(code).toBe(0)
    const fields = fieldsOf(JSON.parse(stdout)).toSorted()
    expect(fields).toMatchSnapshot()
    expectDocumented(fields)
  })

  it('import', async () => {
    const rejected = [...fewSales, '5,never,ana,1.00,EUR']
    const { stdout } = await tenure([
      ...salesImport(folder.at, rejected),
      '--allow-rejects',
      '--json',
    ])
    const fields = fieldsOf(JSON.parse(stdout)).toSorted()
    expect(fields).toMatchSnapshot()
    expectDocumented(fields)
  })

  it('events, whose facts are those of the vocabulary', async () => {
    const { stdout } = await tenure(['events', ...db, '--type', 'OrderPlaced', '--json'])
    const fields = fieldsOf(JSON.parse(stdout)).toSorted()
    const envelope = fields.filter((field) => !field.startsWith('results[].data.'))
    expect(envelope).toMatchSnapshot()
    expectDocumented(envelope)
  })
})

/** Every name stands in the reference page as code. */
const expectDocumented = (fields: ReadonlyArray<string>): void => {
  const names = new Set(fields.flatMap((field) => field.replaceAll('[]', '').split('.')))
  const undocumented = [...names].filter((name) => !reference.includes(`\`${name}\``))
  expect(undocumented).toEqual([])
}
