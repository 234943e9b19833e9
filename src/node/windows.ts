import path from 'node:path'

/** Whether this is Windows. A function, so that tests can change the answer. */
export const isWindows = (): boolean => process.platform === 'win32'

/** The errors of Windows for a file that another program, such as a virus scanner, has open, or that is being removed. */
const busyCodes: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY'])

/** The pauses between tries in milliseconds, one second in all. Virus scanners take some tens of milliseconds. */
const pauses = [1, 3, 6, 10, 20, 40, 80, 160, 280, 400]

/**
 * Renames or removes a file, with several tries on Windows: it refuses that while another program has the file open.
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

/** The names of devices, in any folder and with any extension. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:\.|$)/i

/**
 * Why a name is not possible on Windows: it would mean a device, a hidden stream of another file, or another name.
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
