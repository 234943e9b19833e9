// Loaded before the command: KILL_AT=<state> kills the process, without any goodbye, in the moment that the journal of a
// migration gets into that state; KILL_AT=before does so when the journal is about to be begun.
const fs = require('node:fs')

const state = process.env.KILL_AT
const { renameSync } = fs

function die() {
  process.kill(process.pid, 'SIGKILL')
  // The signal may take a moment.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

fs.renameSync = (from, to) => {
  if (state === 'before' && to.endsWith('/started.json')) die()
  renameSync(from, to)
  if (to.endsWith(`/${state}.json`)) die()
}
