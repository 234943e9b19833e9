import type { JsonObject } from '../json/value.js'
import { detectServerCopy } from '../shipped/server-copies.js'
import { productOf } from '../targets/products.js'
import { type Draft, report } from './draft.js'

/**
 * Reports a copy of a shipped theme, which should be deleted instead of converted. For the release that writes such
 * copies, nothing is reported.
 */
export function reportServerCopy(
  draft: Pick<Draft, 'target' | 'findings' | 'generation'>,
  document: JsonObject,
): void {
  const copy = detectServerCopy(document, productOf(draft.generation))
  if (copy === undefined || copy.shipped.target === draft.target.id) return
  const { image, shipped } = copy
  const effect = `it would hide the server's own themes${draft.generation === 'opencloud' ? '' : ' and make logo uploads fail'}`
  if (image === undefined) {
    report(
      draft,
      'shipped-theme',
      '',
      `This is an unmodified copy of the theme that ${shipped.releases} shipped. Delete the file instead of converting it: ${effect}.`,
    )
    return
  }
  const { title, readsBranding } = draft.target
  const keep = readsBranding
    ? `upload it again on ${title}, or first let "theme-convert convert --branding-out" (in the library: brandingFor) write the branding file for it`
    : `upload it again on ${title}`
  report(
    draft,
    'logo-only-theme',
    '',
    `This is a copy of the theme of ${shipped.releases} written by a logo upload; only the logo differs. Delete the file instead of converting it: ${effect}. To keep the logo ${image}, ${keep}.`,
  )
}
