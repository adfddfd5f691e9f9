import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.spec.ts', 'examples/**/*.spec.ts'],
    setupFiles: ['packages/house-rules/src/property-setup.ts'],
    testTimeout: 30_000,
  },
})
