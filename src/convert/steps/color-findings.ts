import { ratioText, TEXT_CONTRAST } from '../../css/colors.js'
import { contrastBetween } from '../../css/tones.js'
import type { Pointer } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import type { SetToken } from '../colors/palette-to-roles.js'
import { pairs } from '../colors/role-tones.js'
import { type Draft, report } from '../draft.js'

/**
 * Reports the texts of a theme that are hard to read on their backgrounds, with readable colours.
 *
 * @param roles all roles; their values must be plain colours
 */
export function reportContrast(
  draft: Draft,
  pointer: Pointer,
  theme: string,
  roles: ReadonlyMap<string, string>,
): void {
  const weak = pairs.flatMap(([on, background]) => {
    const below = roles.get(background) as string
    const contrastOf = (text: string) => contrastBetween(text, below) as number
    const ratio = contrastOf(roles.get(on) as string)
    if (ratio >= TEXT_CONTRAST) return []
    const best = contrastOf('#000000') > contrastOf('#ffffff') ? '#000000' : '#ffffff'
    return [`${on} on ${background} (${ratioText(ratio)}; ${best} would have ${ratioText(contrastOf(best))})`]
  })
  if (weak.length === 0) return
  report(
    draft,
    'role-contrast',
    pointer,
    `The theme ${theme} has texts below the 4.5:1 that WCAG 2 asks for: ${weak.join(', ')}. No colour was changed. Choose a text colour or a background with more contrast.`,
  )
}

/** Reports the backgrounds that were changed because they would look alike. */
export function reportSeparated(
  draft: Draft,
  pointer: Pointer,
  theme: string,
  separated: ReadonlyMap<string, string>,
): void {
  if (separated.size === 0) return
  const list = [...separated].map(([role, token]) => `${role} (${token})`).join(', ')
  report(
    draft,
    'grounds-separated',
    pointer,
    `In the palette of the theme ${theme}, backgrounds that touch each other have nearly the same colour. Changed to other tones to distinguish them: ${list}.`,
  )
}

/** Reports the colours that only browsers can compute. */
export function reportUnreadable(draft: Draft, tokens: readonly (readonly [string, SetToken])[]): void {
  const reported = new Set<Pointer>()
  for (const [token, { text, from }] of tokens) {
    if (reported.has(from)) continue
    reported.add(from)
    report(
      draft,
      'color-not-mapped',
      from,
      `The colour ${quoted(text)} can't be computed, so ${token} counts as not set. Set a plain colour, or set the role in the new file.`,
    )
  }
}

/** Reports the colours that are only alike, and those that have no place. */
export function reportAlike(draft: Draft, alike: readonly string[], lost: ReadonlySet<string>): void {
  if (alike.length > 0) {
    report(
      draft,
      'colors-alike',
      '',
      `${draft.target.title} paints other things with some colours, so these are alike, not the same: ${alike.join(', ')}. Compare the pages.`,
    )
  }
  if (lost.size > 0) {
    report(
      draft,
      'colors-without-place',
      '',
      `${draft.target.title} has no place for these colours, and they were dropped: ${[...lost].sort().join(', ')}.`,
    )
  }
}
