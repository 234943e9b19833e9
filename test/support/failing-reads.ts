import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** The calls that read from a disk. */
const calls = [
  'accessSync',
  'fstatSync',
  'lstatSync',
  'openSync',
  'readFileSync',
  'readSync',
  'readdir',
  'readdirSync',
  'realpathSync',
  'statSync',
] as const

/**
 * Runs work on a damaged disk: one kind of call on one file or folder always fails.
 *
 * @param number the number of that call, from 1
 * @param folder only calls about paths in it count
 * @param code the code of the error
 * @returns the call that failed; `undefined` when there are fewer calls
 */
export async function onDamagedDisk(
  number: number,
  folder: string,
  work: () => Promise<void>,
  code = 'EIO',
): Promise<string | undefined> {
  const originals = calls.map((name) => [name, fs[name]] as const)
  const opened = new Map<unknown, string>()
  const seen = new Set<string>()
  let damaged: string | undefined
  const fails = (name: string, place: string) => {
    if (!place.startsWith(folder)) return false
    const call = `${name} ${place}`
    seen.add(call)
    if (seen.size === number) damaged ??= call
    return call === damaged
  }
  for (const [name, original] of originals) {
    const replaced =
      (pass: (...args: unknown[]) => unknown) =>
      (...args: unknown[]) => {
        const place = opened.get(args[0]) ?? String(args[0])
        if (!fails(name, place)) {
          const result = pass(...args)
          if (name === 'openSync') opened.set(result, place)
          return result
        }
        const message = `${code}: words of the system, ${name} '${place}'`
        const error = Object.assign(new Error(message), { code, syscall: name, path: place })
        const done = args.at(-1)
        if (typeof done !== 'function') throw error
        return done(error, [])
      }
    Object.assign(fs, {
      [name]: Object.assign(replaced(original as never), original, {
        native: replaced(('native' in original ? original.native : original) as never),
      }),
    })
  }
  syncBuiltinESMExports()
  try {
    await work()
  } finally {
    Object.assign(fs, Object.fromEntries(originals))
    syncBuiltinESMExports()
  }
  return damaged
}
