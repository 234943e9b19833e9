import { createHash } from 'node:crypto'

/** The SHA-256 of bytes; `null` and `undefined` stay as they are. */
export function hashOf(bytes: Uint8Array): string
export function hashOf(bytes: Uint8Array | null): string | null
export function hashOf(bytes: Uint8Array | null | undefined): string | null | undefined
export function hashOf(bytes: Uint8Array | null | undefined): string | null | undefined {
  return bytes && createHash('sha256').update(bytes).digest('hex')
}
