import { slashed } from '../addresses.js'
import type { ValueRule } from '../rule.js'

/** The icon goes into `url('…')`. */
export const bannerIconBreaksOut: ValueRule = {
  code: 'banner-icon-breaks-out',
  kinds: ['banner-icon'],
  check: (text) =>
    /['\\\n\r\f]/.test(text)
      ? `The client writes the icon into url('…'), which a quote, a backslash or a line break ends: the rest becomes a style of its own. ${iconCure(text)}`
      : undefined,
}

function iconCure(text: string): string {
  return /['\n\r\f]/.test(text)
    ? 'Rename the file, or write %27 for a quote.'
    : `Write ${JSON.stringify(slashed(text))}.`
}
