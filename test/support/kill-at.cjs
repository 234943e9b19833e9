// Loaded before the command: stops it at its Nth change of the file system. With KILL_AT the process is gone without any
// goodbye, and half of what is being written gets written, as it may happen when a machine stops; with FAIL_AT the one
// change fails, as on a full disk.
const fs = require('node:fs')

const killAt = Number(process.env.KILL_AT ?? 0)
const failAt = Number(process.env.FAIL_AT ?? 0)
const wanted = killAt + failAt
const names = [
  'mkdirSync',
  'rmdirSync',
  'rmSync',
  'renameSync',
  'writeFileSync',
  'fsyncSync',
  'openSync',
  'fchmodSync',
  'futimesSync',
]
let count = 0

for (const name of names) {
  const original = fs[name]
  fs[name] = (...args) => {
    // Opening for reading changes nothing.
    if (name === 'openSync' && args[1] === 'r') return original(...args)
    count += 1
    if (count !== wanted) return original(...args)
    if (name === 'writeFileSync') {
      const bytes = Buffer.from(args[1])
      original(args[0], bytes.subarray(0, bytes.length >> 1), args[2])
    }
    if (failAt > 0)
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' })
    process.kill(process.pid, 'SIGKILL')
    // The signal may take a moment.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }
}

process.on('exit', () => {
  if (count < wanted) process.exitCode = 77
})
