import type { ChangedTheme, Descriptions } from '../findings/description.js'
import { unchanged } from '../findings/examples.js'
import type { Metas } from '../findings/meta.js'

export const meta = {
  'unreadable-file': { severity: 'error', title: 'Unreadable file' },
  'empty-file': { severity: 'error', title: 'Empty file' },
  'wrong-encoding': { severity: 'error', title: 'File not encoded as UTF-8' },
  'byte-order-mark': { severity: 'error', title: 'Byte-order mark' },
  'syntax-error': { severity: 'error', title: 'Invalid JSON' },
  'duplicate-key': { severity: 'error', title: 'Duplicate key' },
  'too-deep': { severity: 'error', title: 'Nesting too deep' },
  'too-many-values': { severity: 'error', title: 'Too many values' },
} as const satisfies Metas

/** What stands in a file. */
export type TextExample =
  | ChangedTheme
  /** Its whole text. */
  | { readonly text: string }
  /** Its bytes; `null` for a file that isn't there. */
  | { readonly bytes: readonly number[] | null }

export const description = (): Descriptions<typeof meta, TextExample> => ({
  'unreadable-file': {
    why: 'What can’t be read can’t be checked. The message says what the system says: no such file, no permission, a folder.',
    since: 'all releases',
    wrong: { bytes: null },
    right: { bytes: [123, 125] },
  },
  'empty-file': {
    why: 'The server takes an empty file for a theme without anything in it, and clients for a broken one: they show their stock theme.',
    since: 'all releases',
    wrong: { text: ' \n' },
    right: unchanged,
  },
  'wrong-encoding': {
    why: 'JSON is UTF-8. In any other encoding the server can’t read the file, and takes it for an empty one; clients show their stock theme.',
    since: 'all releases',
    wrong: { bytes: [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00] },
    right: { bytes: [123, 125] },
  },
  'byte-order-mark': {
    why: 'Some editors write an invisible mark at the start of a file. Browsers skip it, the server (oCIS 6 and later) takes such a file for an empty one and serves no theme.',
    since: 'oCIS 6',
    wrong: { text: '\ufeff{ "common": {} }' },
    right: unchanged,
  },
  'syntax-error': {
    why: 'The server takes a file that isn’t strict JSON for an empty one, and browsers refuse it: nobody sees the theme, and only the browser’s console says why. Comments and trailing commas are what most often gets in.',
    since: 'all releases',
    wrong: { text: '{\n  "common": {\n    "name": "Acme", // ours\n  }\n}' },
    right: unchanged,
  },
  'duplicate-key': {
    why: 'Of two equal keys in one object the last one counts, and the first is lost without a word: nobody can tell which was meant.',
    since: 'all releases',
    wrong: { text: '{ "web": { "default": { "general": { "name": "A", "name": "B" } } } }' },
    right: unchanged,
  },
  'too-deep': {
    why: 'Nesting without end overflows the memory of the programs that read the file. It comes from a fault in the program that wrote it.',
    since: 'all releases',
    wrong: { text: `${'['.repeat(501)}${']'.repeat(501)}` },
    right: unchanged,
  },
  'too-many-values': {
    why: 'Reading hundreds of thousands of values takes many times the memory of the file, here and in every visitor’s browser. No theme has so many: this is another file, or a program wrote it that went wrong.',
    since: 'all releases',
    wrong: { text: `[${'0,'.repeat(250_000)}0]` },
    right: unchanged,
  },
})
