import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { bytesOf } from '../../json/bytes.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

const MAX_BYTES = 1_000_000
/** The most bytes of UTF-8 for one UTF-16 code unit. */
const MAX_BYTES_PER_UNIT = 3

export const meta = {
  'file-too-large': { severity: 'warning', title: 'Large theme file' },
} as const satisfies Metas

/** Every visitor loads the file before anything shows. */
export const fileTooLarge: DocumentRule = {
  codes: ['file-too-large'],
  rank: 18,
  for: 'any',
  check({ text }, report) {
    if (text === undefined || text.length * MAX_BYTES_PER_UNIT <= MAX_BYTES) return
    const bytes = bytesOf(text)
    if (bytes <= MAX_BYTES) return
    report(
      'file-too-large',
      '',
      `The file has ${(bytes / 1_000_000).toFixed(1)} MB, and every visitor loads it before anything shows. Themes usually have about 10 kB: move images into separate files, and delete unused themes.`,
    )
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'file-too-large': {
    why: 'Every visitor loads the whole file before anything shows. Themes usually have about 10 kB.',
    since: ocis5,
    wrong: { change: { at: '/common/slogan', value: 'Files '.repeat(170_000) } },
    right: { change: { at: '/common/slogan', value: 'Files for everyone' } },
  },
})
