import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Diagnostic } from '../findings/diagnostic.js'

/**
 * Makes a fingerprint for each finding of a file that is the same in every run. It doesn't depend on the line, so it
 * stays when the text above changes, nor on the backslashes of Windows. A leading `./` counts: it always has.
 */
export function fingerprints(file: string): (finding: Diagnostic) => string {
  const seen = new Map<string, number>()
  const name = file.replace(/^\.\\/, '').replaceAll('\\', '/')
  return ({ code, pointer, message }) => {
    const key = JSON.stringify([name, code, pointer, message.replace(/\bline \d+/, 'line')])
    const number = seen.get(key) ?? 0
    seen.set(key, number + 1)
    return bytesToHex(sha256(utf8ToBytes(`${key} ${number}`))).slice(0, 32)
  }
}

/** The path of a file as other systems write it, too: with slashes, and without `./`. */
export const plainPath = (file: string): string => file.replaceAll('\\', '/').replace(/^\.\//, '')
