import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Diagnostic } from '../findings/diagnostic.js'

/**
 * Makes a fingerprint for each finding of a file: of its code, JSON Pointer and missing key, because the wording of messages,
 * lines and values change while the mistake stays. Findings that are equal in all of them are numbered.
 */
export function fingerprints(file: string): (finding: Diagnostic) => string {
  const seen = new Map<string, number>()
  const name = plainPath(file)
  return ({ code, pointer, key: missing }) => {
    const key = JSON.stringify([name, code, pointer, ...(missing === undefined ? [] : [missing])])
    const number = seen.get(key) ?? 0
    seen.set(key, number + 1)
    return bytesToHex(sha256(utf8ToBytes(`${key} ${number}`))).slice(0, 32)
  }
}

/** The path of a file as other systems write it, too: with slashes, and without `./`. */
export const plainPath = (file: string): string => file.replaceAll('\\', '/').replace(/^\.\//, '')
