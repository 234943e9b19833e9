import { defineConfig } from 'vitest/config'

/** The unit tests alone, so that the test that fails names what broke: no invariants, no command, no package. */
export default defineConfig({
  test: {
    include: ['test/{convert,resolve,validate}/**/*.test.ts'],
    exclude: ['test/validate/any-input.test.ts'],
    // Mutants are switched on while the modules are loaded, so every file of tests can use the same ones.
    isolate: false,
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 60_000,
  },
})
