/// <reference types="vite/client" />
// All unit tests of src/validate as one file, so that each mutant loads the modules once and not for every file of tests.
import.meta.glob(['../validate/**/*.test.ts', '!../validate/any-input.test.ts'], { eager: true })
