import path from 'node:path'

/** Whether this is Windows: asked each time, so that tests can say so. */
export const isWindows = (): boolean => process.platform === 'win32'

/** What Windows says of a file that another program has open, such as a virus scanner, or that it still removes. */
const busyCodes: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY'])

/** The pauses between two tries in milliseconds: one second in all. Virus scanners take some hundredths of one. */
const pauses = [1, 3, 6, 10, 20, 40, 80, 160, 280, 400]

/**
 * Renames or removes a file that another program may have open. Windows refuses that until it is closed; elsewhere it
 * makes no difference, and the first refusal counts.
 */
export function patiently<Result>(work: () => Result): Result {
  if (!isWindows()) return work()
  for (const pause of pauses) {
    try {
      return work()
    } catch (error) {
      if (!busyCodes.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
  }
  return work()
}

/** Names of devices, in any folder and with any extension. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:\.|$)/i

/**
 * What is wrong with a name on Windows: it would lead to a device, to a hidden stream of another file, or to another name.
 *
 * @returns words that follow a colon; `undefined` for a possible name
 */
export function impossibleName(file: string): string | undefined {
  const name = path.win32.basename(file)
  if (device.test(name)) return `"${name}" is the name of a device on Windows. Choose another name.`
  if (/[<>:"|?*]/.test(name)) return 'Windows has no names with < > : " | ? or *. Choose another name.'
  if (/[ .]$/.test(name)) return 'Windows drops dots and spaces at the end of a name. Choose another name.'
  return undefined
}
