import { bytesOf } from '../../document/bytes.js'
import type { DocumentRule } from '../rule.js'

const MAX_BYTES = 1_000_000
/** No character takes more bytes of UTF-8 for each of its code units. */
const MAX_BYTES_PER_UNIT = 3

/** Every visitor loads the file before anything shows. */
export const fileTooLarge: DocumentRule = {
  codes: ['file-too-large'],
  for: 'any',
  check({ text }, report) {
    if (text === undefined || text.length * MAX_BYTES_PER_UNIT <= MAX_BYTES) return
    const bytes = bytesOf(text)
    if (bytes <= MAX_BYTES) return
    report(
      'file-too-large',
      '',
      `The file has ${(bytes / 1_000_000).toFixed(1)} MB, which every visitor loads before anything shows. Real themes have about 10 kB: move images into files of their own, and delete themes that nobody uses.`,
    )
  },
}
