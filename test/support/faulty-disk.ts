import { lstatSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { disk } from '../../src/node/disk.js'

/** A system call, as a fault gets it. */
export interface Call {
  readonly name: keyof typeof disk
  readonly args: readonly unknown[]
  /** Whether it may change the disk. */
  readonly isChange: boolean
  /** Its number among all calls, from 1. */
  readonly number: number
  /** Its number among the calls that may change the disk, or that of the last one. */
  readonly change: number
}

/** Throws, or returns something else instead of the call; `undefined` lets the call pass. */
export type Fault = (call: Call) => undefined | { returns: unknown }

/** Ends a killed run. It isn't a system error, so nothing handles it. */
class Killed extends Error {}

const reading: ReadonlySet<string> = new Set([
  'close',
  'fstat',
  'lstat',
  'stat',
  'read',
  'list',
  'assertWritable',
  'linkText',
  'realPath',
  'run',
] satisfies Call['name'][])
/** O_RDONLY is 0; creating a file needs a flag for writing. */
const isWriting = (flags: unknown) => (Number(flags) & 3) !== 0

/**
 * Runs work on a disk with faults.
 *
 * @returns the number of system calls
 */
export function onFaultyDisk(fault: Fault, work: () => unknown): number {
  const { count, repair } = breakDisk(fault)
  try {
    work()
  } finally {
    repair()
  }
  return count()
}

/** Runs asynchronous work on a disk with faults. */
export async function whileFaulty<Result>(fault: Fault, work: () => Promise<Result>): Promise<Result> {
  const { repair } = breakDisk(fault)
  try {
    return await work()
  } finally {
    repair()
  }
}

/** Puts faults between the program and the disk. */
function breakDisk(fault: Fault): { count: () => number; repair: () => void } {
  const original = { ...disk }
  let number = 0
  let change = 0
  for (const name of Object.keys(original) as Call['name'][]) {
    const pass = original[name] as (...args: unknown[]) => unknown
    Object.assign(disk, {
      [name]: (...args: unknown[]) => {
        const isChange = name === 'open' ? isWriting(args[1]) : !reading.has(name)
        number += 1
        if (isChange) change += 1
        const instead = fault({ name, args, isChange, number, change })
        return instead === undefined ? pass(...args) : instead.returns
      },
    })
  }
  return { count: () => number, repair: () => Object.assign(disk, original) }
}

/** A system error. */
export function refusal(code: string, syscall = 'write'): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: refused by the test, ${syscall}`), { code, syscall })
}

/**
 * Runs work until its Nth change of the disk, as if it was killed then. If that change is a write, half of the bytes are
 * written.
 *
 * @returns whether there was an Nth change
 */
export function killAt(step: number, work: () => unknown, fault: Fault = () => undefined): boolean {
  const killer = killerAt(step, fault)
  try {
    onFaultyDisk(killer.fault, work)
  } catch (error) {
    if (!killer.isDead()) throw error
  }
  return killer.isDead()
}

/**
 * The same for asynchronous work. Code that catches all errors catches this one, too, but can't change the disk any more.
 */
export async function killCommandAt(step: number, work: () => Promise<unknown>): Promise<boolean> {
  const killer = killerAt(step, () => undefined)
  await whileFaulty(killer.fault, work)
  return killer.isDead()
}

function killerAt(step: number, fault: Fault): { fault: Fault; isDead: () => boolean } {
  const { write } = disk
  let isDead = false
  return {
    isDead: () => isDead,
    fault(call) {
      if (!isDead && call.isChange && call.change === step) {
        isDead = true
        if (call.name === 'write') {
          const [descriptor, bytes] = call.args as [number, Uint8Array]
          write(descriptor, bytes.subarray(0, bytes.length >> 1))
        }
      }
      if (!isDead) return fault(call)
      // The system closes descriptors when a process ends.
      if (call.name === 'close') return undefined
      throw new Killed()
    },
  }
}

/** Refuses links and renames between the journals of a migration and its files, as on two disks. */
export const otherDisk: Fault = ({ name, args }) => {
  if (name !== 'rename' && name !== 'link') return undefined
  const [from, to] = args.map((file) => /[/\\]\.theme-convert[/\\]/.test(placeOf(String(file))))
  if (from === to) return undefined
  throw refusal('EXDEV', name)
}

/** Refuses hard links, as some file systems do. */
export const noLinks: Fault = ({ name }) => {
  if (name === 'link') throw refusal('EPERM', name)
  return undefined
}

/** A disk with a file of a group that this account isn't in. */
export function ofGroup(name: string, gid: bigint): Fault {
  return ({ name: call, args }) => {
    if (call === 'setOwner' && args[2] === Number(gid)) throw refusal('EPERM', 'fchown')
    if (call !== 'lstat' || path.basename(String(args[0])) !== name) return undefined
    const stats = lstatSync(String(args[0]), { bigint: true, throwIfNoEntry: false })
    return { returns: stats && Object.assign(stats, { gid }) }
  }
}

/** Refuses every change below a folder, as a read-only disk does. */
export function readOnly(folder: string): Fault {
  const isBelow = (file: unknown) => typeof file === 'string' && placeOf(file).startsWith(folder + path.sep)
  return ({ name, args, isChange }) => {
    // The first argument of symlink is a text, not a path.
    const files = name === 'symlink' ? args.slice(1) : args
    if (isChange && files.some(isBelow)) throw refusal('EROFS', name)
    return undefined
  }
}

/** The path of a file that is accessed through the descriptor of its folder. */
export function placeOf(file: string): string {
  return path.join(realpathSync.native(path.dirname(file)), path.basename(file))
}

/**
 * Simulates that no programs for attributes are installed, because starting them a thousand times is slow.
 *
 * @returns a function that ends it
 */
export function withoutTools(): () => void {
  const { run } = disk
  Object.assign(disk, { run: () => ({ status: null, stdout: null, stderr: null }) })
  return () => Object.assign(disk, { run })
}
