import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { aBoolean, assertOptions } from '../../findings/assert-options.js'
import { scriptsFor } from './script.js'
import { style } from './style.js'

const hashOf = (text: string) => `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}'`

/** A content security policy: the sources that each directive allows. */
export type Policy = Readonly<Record<string, string>>

/**
 * The content security policy of the pages that `previewPage` makes: only their own style and scripts, by their hashes, and
 * embedded images. In a frame (`srcdoc` or `blob:`) the policy of the page around it applies, too, and has to allow
 * `style-src`, `script-src` and `img-src` of this one.
 *
 * @param options as for `previewPage`
 * @returns the sources by directive
 * @throws TypeError for wrong options
 *
 * @example
 * const policy = previewPolicy()
 * const header = `style-src 'self' ${policy['style-src']}; script-src 'self' ${policy['script-src']}; img-src 'self' ${policy['img-src']}`
 */
export function previewPolicy(options: { isLive?: boolean } = {}): Policy {
  assertOptions(options, { isLive: aBoolean })
  const { isLive = false } = options
  return {
    'default-src': "'none'",
    'style-src': hashOf(style),
    'script-src': scriptsFor(isLive).map(hashOf).join(' '),
    'img-src': 'data:',
    ...(isLive && { 'connect-src': "'self'" }),
    'base-uri': "'none'",
    'form-action': "'none'",
  }
}
