// Loaded before the command: stops it at its Nth change of the file system. With KILL_AT the process is gone without any
// goodbye, and half of what is being written gets written, as it may happen when a machine stops; with FAIL_AT the one
// change fails. With FULL_AT the disk is full from the Nth change on, with REFUSE no file whose name ends so can be
// changed, and with OTHER_DISK the journals are on another file system than the files.
const fs = require('node:fs')

const killAt = Number(process.env.KILL_AT ?? 0)
const failAt = Number(process.env.FAIL_AT ?? 0)
const wanted = killAt + failAt
const names = [
  'mkdirSync',
  'rmdirSync',
  'rmSync',
  'renameSync',
  'linkSync',
  'symlinkSync',
  'writeFileSync',
  'fsyncSync',
  'openSync',
  'chmodSync',
  'chownSync',
  'fchmodSync',
  'fchownSync',
  'futimesSync',
]
let count = 0

const systemError = (message, syscall) =>
  Object.assign(new Error(message), { code: message.split(':')[0], syscall })

for (const name of names) {
  const original = fs[name]
  fs[name] = (...args) => {
    // Opening for reading changes nothing.
    if (name === 'openSync' && args[1] === 'r') return original(...args)
    // A second name that can't be had is no failure.
    if (name === 'linkSync' && failAt > 0) return original(...args)
    count += 1
    if (count !== wanted) return original(...args)
    if (name === 'writeFileSync') {
      const bytes = Buffer.from(args[1])
      original(args[0], bytes.subarray(0, bytes.length >> 1), args[2])
    }
    if (failAt > 0) throw systemError('ENOSPC: no space left on device', 'write')
    process.kill(process.pid, 'SIGKILL')
    // The signal may take a moment.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }
}

const fullAt = Number(process.env.FULL_AT ?? 0)
if (fullAt > 0) {
  for (const name of ['mkdirSync', 'writeFileSync']) {
    const original = fs[name]
    fs[name] = (...args) => {
      if (count + 1 < fullAt) return original(...args)
      throw systemError('ENOSPC: no space left on device', 'write')
    }
  }
}

const refused = process.env.REFUSE
if (refused) {
  for (const name of ['rmSync', 'renameSync', 'openSync', 'linkSync']) {
    const original = fs[name]
    fs[name] = (...args) => {
      const isRead = name === 'openSync' && args[1] === 'r'
      if (isRead || !args.some((arg) => typeof arg === 'string' && arg.endsWith(refused)))
        return original(...args)
      throw systemError('EPERM: operation not permitted', name)
    }
  }
}

if (process.env.OTHER_DISK) {
  const isJournal = (file) => /[/\\]\.theme-convert[/\\]/.test(file)
  for (const name of ['renameSync', 'linkSync']) {
    const original = fs[name]
    fs[name] = (from, to) => {
      if (isJournal(from) === isJournal(to)) return original(from, to)
      throw systemError('EXDEV: cross-device link not permitted', name)
    }
  }
}

process.on('exit', () => {
  if (count < wanted) process.exitCode = 77
})
