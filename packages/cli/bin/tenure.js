#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { nodeFault } from './node-version.js'

// A package as published holds no build settings: there the built files run. In the workspace the
// sources do, so that nobody ever meets a stale build.
const isWorkspace = existsSync(new URL('../tsconfig.build.json', import.meta.url))

const sourceFault = () =>
  isWorkspace && !process.features.typescript
    ? 'tenure runs from its sources here, which Node reads from 22.18 on: run it as `pnpm tenure`.'
    : undefined

const fault = nodeFault(process.versions.node) || sourceFault()
if (fault) {
  process.stderr.write(`${fault}\n`)
  process.exitCode = 2
} else {
  const entry = isWorkspace ? '../src/index.ts' : '../dist/index.js'
  import(entry).then(({ main }) => main(process.argv.slice(2)))
}
