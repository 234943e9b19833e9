import fc from 'fast-check'

// The same runs every time: a red test is then one that somebody's change made red. `FAST_CHECK_SEED=random`
// looks for cases that nobody has seen yet.
const seed = process.env['FAST_CHECK_SEED'] ?? '20261123'
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })
