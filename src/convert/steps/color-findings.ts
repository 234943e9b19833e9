import { contrastOf, ratioText, TEXT_CONTRAST } from '../../css/colors.js'
import type { Pointer } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import type { PaintedPair } from '../../targets/contrast-pairs.js'
import { designColor } from '../../targets/design-colors.js'
import type { Target } from '../../targets/target.js'
import type { SetToken } from '../colors/palette-to-roles.js'
import { type Draft, report } from '../draft.js'

/** A colour of texts, and one below them. */
type TextPair = Pick<PaintedPair, 'group' | 'foreground' | 'background' | 'below'>

const TEXT_ROLE = /^(?:on|inverseOn)(?=[A-Z])/

/**
 * The roles of texts with their backgrounds: the role that each is named after, and those that the target paints below it.
 * The other roles, which are colours of icons, too, are judged on the pages only.
 */
export function textPairs(roles: readonly string[], { painted }: Target): TextPair[] {
  const named = roles
    .filter((role) => TEXT_ROLE.test(role))
    .map((foreground) => ({ group: 'roles', foreground, background: groundOf(foreground) }))
  const isMeant = ({ foreground, background }: TextPair) =>
    TEXT_ROLE.test(foreground) || background === 'surface'
  return [...named, ...painted.filter(isMeant)]
}

function groundOf(role: string): string {
  if (role === 'onSurfaceVariant') return 'surface'
  const name = role.replace(TEXT_ROLE, '')
  return role.startsWith('inverse') ? `inverse${name}` : name.charAt(0).toLowerCase() + name.slice(1)
}

/**
 * Reports the texts of a theme that the target paints in colours that are hard to read, with readable ones.
 *
 * @param pairs the texts and their backgrounds
 * @param colorOf the computed colour of a token
 */
export function reportContrast(
  draft: Draft,
  pointer: Pointer,
  theme: string,
  pairs: readonly TextPair[],
  colorOf: (token: string) => string | undefined,
): void {
  const { target } = draft
  const weak = new Map<string, { backgrounds: Set<string>; ratio: number; worst: string }>()
  for (const { group, foreground, background, below } of pairs) {
    const [front, back, under = 'white'] = [foreground, background, below ?? ''].map(
      (token) => colorOf(token) ?? designColor(target, group, token),
    )
    if (front === undefined || back === undefined) continue
    const on = (text: string) => contrastOf(text, back, under) ?? TEXT_CONTRAST
    const ratio = on(front)
    if (ratio >= TEXT_CONTRAST) continue
    const best = on('#000000') > on('#ffffff') ? '#000000' : '#ffffff'
    const known = weak.get(foreground) ?? { backgrounds: new Set(), ratio: TEXT_CONTRAST, worst: '' }
    known.backgrounds.add(background)
    if (ratio < known.ratio)
      Object.assign(known, {
        ratio,
        worst: `${ratioText(ratio)}; ${best} would have ${ratioText(on(best))}`,
      })
    weak.set(foreground, known)
  }
  if (weak.size === 0) return
  const list = [...weak].map(
    ([text, { backgrounds, worst }]) => `${text} on ${[...backgrounds].join(', ')} (${worst})`,
  )
  report(
    draft,
    'role-contrast',
    pointer,
    `The theme ${theme} has texts below the 4.5:1 that WCAG 2 asks for: ${list.join('; ')}. No colour was changed. Choose a text colour or a background with more contrast.`,
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
