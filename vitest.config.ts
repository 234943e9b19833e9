import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const MEMORY = '/dev/shm'

/** Whether temporary files fit into memory, where thousands of small folders take half the time that a disk takes. */
function hasMemory(): boolean {
  if (process.env['TMPDIR'] !== undefined || !existsSync(MEMORY)) return false
  accessSync(MEMORY, constants.W_OK | constants.X_OK)
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > 2 ** 30
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/conformance/**', '**/node_modules/**'],
    setupFiles: ['test/support/setup.ts'],
    // No test mocks a module, so the files of a worker can share what they import.
    isolate: false,
    // Vitest leaves one core to itself, which is half of a small machine.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 300_000,
    env: hasMemory() ? { TMPDIR: MEMORY } : {},
    coverage: { include: ['src/**'], exclude: ['src/generated/**'] },
  },
})
