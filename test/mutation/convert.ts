/// <reference types="vite/client" />
// All unit tests of src/convert as one file, so that each mutant loads the modules once and not for every file of tests.
import.meta.glob('../convert/**/*.test.ts', { eager: true })
