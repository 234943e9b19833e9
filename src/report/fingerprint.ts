import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Diagnostic } from '../findings/diagnostic.js'

/**
 * Tells findings of one file apart, the same in every run: the line doesn't count, so a finding stays itself when
 * the text above it changes.
 */
export function fingerprints(file: string): (finding: Diagnostic) => string {
  const seen = new Map<string, number>()
  return ({ code, pointer, message }) => {
    const key = JSON.stringify([file, code, pointer, message.replace(/\bline \d+/, 'line')])
    const number = seen.get(key) ?? 0
    seen.set(key, number + 1)
    return bytesToHex(sha256(utf8ToBytes(`${key} ${number}`))).slice(0, 32)
  }
}
