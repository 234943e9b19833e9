import { realpathSync } from 'node:fs'
import path from 'node:path'
import { disk } from '../../src/node/disk.js'

/** A call of the system, as a fault sees it. */
export interface Call {
  readonly name: keyof typeof disk
  readonly args: readonly unknown[]
  /** Whether it changes anything on the disk. */
  readonly isChange: boolean
  /** The how manieth of all calls it is, and of those that change something; from 1. */
  readonly number: number
  readonly change: number
}

/** Throws, or does something else instead of the call; `undefined` lets it pass. */
export type Fault = (call: Call) => undefined | { returns: unknown }

/** What a run that was killed ends with: it is no error of the system, so nobody handles it. */
class Killed extends Error {}

const reading: ReadonlySet<string> = new Set([
  'close',
  'fstat',
  'lstat',
  'stat',
  'read',
  'list',
  'linkText',
  'realPath',
  'run',
] satisfies Call['name'][])
/** O_RDONLY is 0, and whoever makes a file asks for writing. */
const isWriting = (flags: unknown) => (Number(flags) & 3) !== 0

/**
 * Does something on a disk with faults.
 *
 * @returns how many calls of the system it took
 */
export function onFaultyDisk(fault: Fault, work: () => void): number {
  const { count, repair } = breakDisk(fault)
  try {
    work()
  } finally {
    repair()
  }
  return count()
}

/** The same for something that takes its time. */
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

/** An error of the system. */
export function refusal(code: string, syscall = 'write'): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: refused by the test, ${syscall}`), { code, syscall })
}

/**
 * Does something until its Nth change of the disk, and nothing after it: what is on disk then is what a killed run
 * leaves. Half of what is being written gets written.
 *
 * @returns whether it came that far
 */
export function killAt(step: number, work: () => void, fault: Fault = () => undefined): boolean {
  const killer = killerAt(step, fault)
  try {
    onFaultyDisk(killer.fault, work)
  } catch (error) {
    if (!killer.isDead()) throw error
  }
  return killer.isDead()
}

/**
 * The same for something that takes its time. Whoever catches all errors catches this one, too, and says so in vain:
 * nothing reaches the disk any more.
 */
export async function killCommandAt(step: number, work: () => Promise<unknown>): Promise<boolean> {
  const killer = killerAt(step, () => undefined)
  const { repair } = breakDisk(killer.fault)
  try {
    await work()
  } finally {
    repair()
  }
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
      // Descriptors go with the process.
      if (call.name === 'close') return undefined
      throw new Killed()
    },
  }
}

/** Refuses all second names and moves between the journals of a migration and its files. */
export const otherDisk: Fault = ({ name, args }) => {
  if (name !== 'rename' && name !== 'link') return undefined
  const [from, to] = args.map((file) => /[/\\]\.theme-convert[/\\]/.test(placeOf(String(file))))
  if (from === to) return undefined
  throw refusal('EXDEV', name)
}

/** Refuses second names, as some file systems do. */
export const noLinks: Fault = ({ name }) => {
  if (name === 'link') throw refusal('EPERM', name)
  return undefined
}

/** Refuses every change below a folder, as a disk that can only be read does. */
export function readOnly(folder: string): Fault {
  const isBelow = (file: unknown) => typeof file === 'string' && placeOf(file).startsWith(folder + path.sep)
  return ({ name, args, isChange }) => {
    // What a program runs with, or a lock says, is no place.
    const files = name === 'symlink' ? args.slice(1) : args
    if (isChange && files.some(isBelow)) throw refusal('EROFS', name)
    return undefined
  }
}

/** Where a file is that is reached through the descriptor of its folder. */
export function placeOf(file: string): string {
  return path.join(realpathSync(path.dirname(file)), path.basename(file))
}

/**
 * Lets no program for attributes be installed, which saves the time of starting it a thousand times.
 *
 * @returns what takes that back
 */
export function withoutTools(): () => void {
  const { run } = disk
  Object.assign(disk, { run: () => ({ status: null, stdout: null, stderr: null }) })
  return () => Object.assign(disk, { run })
}
