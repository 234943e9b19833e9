/// <reference types="vite/client" />
// All unit tests of src/resolve as one file, so that each mutant loads the modules once and not for every file of tests.
import.meta.glob('../resolve/**/*.test.ts', { eager: true })
