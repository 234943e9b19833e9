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
  'too-long-key': { severity: 'error', title: 'Keys too long' },
} as const satisfies Metas

/** The content of a file. */
export type TextExample =
  | ChangedTheme
  /** Its whole text. */
  | { readonly text: string }
  /** Its bytes; `null` for a file that isn't there. */
  | { readonly bytes: readonly number[] | null }

export const description = (): Descriptions<typeof meta, TextExample> => ({
  'unreadable-file': {
    why: "The file can't be read, so it can't be checked. The message has the reason from the system: no such file, no permission, a folder.",
    since: 'all releases',
    wrong: { bytes: null },
    right: { bytes: [123, 125] },
  },
  'empty-file': {
    why: 'The server treats an empty file as a theme without content, and clients as a broken one: they show their stock theme.',
    since: 'all releases',
    wrong: { text: ' \n' },
    right: unchanged,
  },
  'wrong-encoding': {
    why: 'JSON is UTF-8. Neither servers nor clients read UTF-16: the server treats the file as empty, and clients show their stock theme. In other encodings, such as Latin-1, servers and browsers replace every character that is not ASCII with "�" and read on: a warning. Such a file is not converted, because that would keep the "�".',
    since: 'all releases',
    wrong: { bytes: [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00] },
    right: { bytes: [123, 125] },
  },
  'byte-order-mark': {
    why: 'Some editors write an invisible mark at the start of a file. Browsers skip it; the server (oCIS 6 and later) treats the file as empty and serves no theme.',
    since: 'oCIS 6',
    wrong: { text: '\ufeff{ "common": {} }' },
    right: unchanged,
  },
  'syntax-error': {
    why: "The server treats a file that isn't strict JSON as empty, and browsers reject it: the theme isn't shown, and only the browser's console has the reason. The usual causes are comments and trailing commas.",
    since: 'all releases',
    wrong: { text: '{\n  "common": {\n    "name": "Acme", // ours\n  }\n}' },
    right: unchanged,
  },
  'duplicate-key': {
    why: 'Of two equal keys in one object only the last one counts, and the first is silently lost.',
    since: 'all releases',
    wrong: { text: '{ "web": { "default": { "general": { "name": "A", "name": "B" } } } }' },
    right: unchanged,
  },
  'too-deep': {
    why: 'Extreme nesting overflows the stack of programs that read the file. The usual cause is a bug in the program that wrote it.',
    since: 'all releases',
    wrong: { text: `${'['.repeat(501)}${']'.repeat(501)}` },
    right: unchanged,
  },
  'too-many-values': {
    why: "Reading hundreds of thousands of values takes many times the memory of the file, here and in every visitor's browser. Themes have a few hundred: this is another file, or the program that wrote it has a bug.",
    since: 'all releases',
    wrong: { text: `[${'0,'.repeat(100_000)}0]` },
    right: unchanged,
  },
  'too-long-key': {
    why: 'Pointers repeat each key for every value below it, so that many values below long keys use up the memory. This is another file, or the program that wrote it has a bug.',
    since: 'all releases',
    wrong: { text: JSON.stringify({ ['key'.repeat(5_000)]: Array(4_000).fill(0) }) },
    right: unchanged,
  },
})
