// Loaded before the command: KILL_AT=<state> kills the process when the journal of a migration gets that state;
// KILL_AT=before kills it just before the journal is started. KILL_WITH=SIGINT sends that signal instead, and goes on.
const fs = require('node:fs')

const state = process.env.KILL_AT
const { renameSync } = fs

function die() {
  const { KILL_WITH: signal = 'SIGKILL' } = process.env
  process.kill(process.pid, signal)
  if (signal !== 'SIGKILL') return
  // Wait for the signal.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

fs.renameSync = (from, to) => {
  if (state === 'before' && to.endsWith('/started.json')) die()
  renameSync(from, to)
  if (to.endsWith(`/${state}.json`)) die()
}
