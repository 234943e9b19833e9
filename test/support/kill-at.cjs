// Loaded before the command: kills the process at its Nth change of the file system, without any goodbye. Half of
// what is being written gets written, as it may happen when a machine stops.
const fs = require('node:fs')

const wanted = Number(process.env.KILL_AT)
const names = [
  'mkdirSync',
  'rmdirSync',
  'rmSync',
  'renameSync',
  'writeFileSync',
  'fsyncSync',
  'openSync',
  'fchmodSync',
]
let count = 0

for (const name of names) {
  const original = fs[name]
  fs[name] = (...args) => {
    // Opening for reading changes nothing, and neither does what happens outside the folder under test.
    if (name === 'openSync' && args[1] === 'r') return original(...args)
    count += 1
    if (count !== wanted) return original(...args)
    if (name === 'writeFileSync') {
      const bytes = Buffer.from(args[1])
      original(args[0], bytes.subarray(0, bytes.length >> 1), args[2])
    }
    process.kill(process.pid, 'SIGKILL')
    // The signal may take a moment.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }
}

process.on('exit', () => {
  if (count < wanted) process.exitCode = 77
})
