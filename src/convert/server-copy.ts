import type { JsonObject } from '../json/value.js'
import { shippedOpenCloud } from '../shipped/shipped-open-cloud.js'
import { detectServerCopy } from '../shipped/verdict.js'
import { type Draft, report } from './draft.js'

/**
 * Reports first that a document is an unmodified copy: it should be deleted, not converted. On the release that writes
 * such copies, the file is right.
 */
export function reportServerCopy(
  draft: Pick<Draft, 'target' | 'findings' | 'generation'>,
  document: JsonObject,
): void {
  if (draft.generation === 'opencloud') {
    const shipped = shippedOpenCloud(document)
    if (shipped !== undefined && shipped.target !== draft.target.id)
      reportShipped(draft, shipped.releases, 'it would hide the server’s own themes')
    return
  }
  const copy = detectServerCopy(document)
  if (copy === undefined) return
  const { image, shipped } = copy
  if (shipped.target === draft.target.id) return
  const effect = 'it would hide the server’s own themes and make logo uploads fail'
  if (image === undefined) {
    reportShipped(draft, shipped.releases, effect)
    return
  }
  const { title, readsBranding } = draft.target
  const keep = readsBranding
    ? `upload it again on ${title}, or let "theme-convert convert --branding-out" write the branding file for it`
    : `upload it again on ${title}`
  report(
    draft,
    'logo-only-theme',
    '',
    `This is a copy of the theme of ${shipped.releases} written by a logo upload; only the logo differs. Delete the file instead of converting it: ${effect}. To keep the logo ${image}, ${keep}.`,
  )
}

function reportShipped(draft: Pick<Draft, 'findings'>, releases: string, effect: string): void {
  report(
    draft,
    'shipped-theme',
    '',
    `This is an unmodified copy of the theme that ${releases} shipped. Delete the file instead of converting it: ${effect}.`,
  )
}
