import { defineConfig } from 'vitest/config'

/** The unit tests alone, so that the test that fails names what broke: no invariants, no command, no package. */
export default defineConfig({
  test: {
    include: ['test/{convert,resolve,validate}/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
  },
})
