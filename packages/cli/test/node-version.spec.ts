import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { nodeFault } from '../bin/node-version.js'

const bin = fileURLToPath(new URL('../bin/tenure.js', import.meta.url))

describe('the Node that runs tenure', () => {
  it('is refused below 22.13, in one sentence that names both versions', () => {
    const sentence = 'tenure needs Node 22.13 or newer; this is Node 20.19.5.'
    expect(nodeFault('20.19.5')).toBe(sentence)
    expect(nodeFault('22.12.0')).toMatch(/^tenure needs Node 22\.13 or newer/)
    expect(nodeFault('18.0.0')).toMatch(/^tenure needs Node 22\.13 or newer/)
  })

  it('is taken from 22.13 on', () => {
    for (const version of ['22.13.0', '22.21.1', '23.0.0', '24.1.0', '26.0.0-nightly20260101'])
      expect(nodeFault(version)).toBeUndefined()
  })

  it('is looked at before anything else is loaded', () => {
    // The process believes to be an old Node, and any look for a module beyond the guard would show.
    const preload = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.5' } })`
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, bin, 'overdue'],
      { encoding: 'utf8' },
    )
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'tenure needs Node 22.13 or newer; this is Node 20.19.5.\n',
    })
  })
})
