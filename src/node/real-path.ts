import { realpathSync } from 'node:fs'
import { isWindows } from './windows.js'

/**
 * The path of a file without links, in its own upper and lower case.
 *
 * @throws the error of the system
 */
export function realPath(file: string): string {
  try {
    return realpathSync.native(file)
  } catch (error) {
    // RAM disks and some network drives of Windows don't tell the path; Node then follows the links itself.
    if (isWindows()) return realpathSync(file)
    throw error
  }
}
