// Loaded before the command: KILL_AT=<state> kills the process when the journal of a migration gets that state;
// KILL_AT=before kills it just before the journal is started.
const fs = require('node:fs')

const state = process.env.KILL_AT
const { renameSync } = fs

function die() {
  process.kill(process.pid, 'SIGKILL')
  // Wait for the signal.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

fs.renameSync = (from, to) => {
  if (state === 'before' && to.endsWith('/started.json')) die()
  renameSync(from, to)
  if (to.endsWith(`/${state}.json`)) die()
}
