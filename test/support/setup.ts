import fc from 'fast-check'

// A fixed seed, so that a test fails only because of a change. `FAST_CHECK_SEED=random` looks for new cases.
const seed = process.env['FAST_CHECK_SEED'] ?? '20261123'
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })
