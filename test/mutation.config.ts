import { defineConfig } from 'vitest/config'

/** A folder of `src` can be named, which is faster when nothing else is mutated. */
const folders = process.env['MUTATED'] ?? '*'

/** The unit tests alone, so that the test that fails names what broke: no invariants, no command, no package. */
export default defineConfig({
  test: {
    include: [`test/mutation/${folders}.ts`],
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 60_000,
  },
})
