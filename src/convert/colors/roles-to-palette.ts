import { colorAt, contrastBetween, type Palette, paletteOf, toneOf } from '../../css/tones.js'
import type { Pointer } from '../../json/pointer.js'
import { derivedRole, palettesOf, type ThemePalettes } from './derived-roles.js'
import type { MadeRole } from './made-role.js'
import type { RowBorder } from './role-sources.js'
import { type Mark, marks } from './role-tones.js'
import { frameOfOpenCloud, HOVER_DISTANCE, hovered, type TokenSource, tokenSources } from './token-sources.js'

/** The roles of a theme. */
export interface ThemeRoles {
  /** A role as the theme or a layer below it sets it; `undefined` for an empty one. */
  readonly set: (role: string) => { readonly text: string; readonly from: Pointer } | undefined
  /** The default of the old client. */
  readonly fallback: (role: string) => string | undefined
  /** The name of the old client, for messages. */
  readonly client: string
}

/** A token with its colour and the origin of that. */
export interface MadeToken {
  readonly token: string
  readonly color: string
  readonly kind: 'exact' | 'alike' | 'default' | 'derived'
  readonly role?: string
  readonly from: Pointer | null
  readonly reason: string
}

/** Roles that are always derived when roles are computed from a palette. */
const alwaysDerived = ['inversePrimary', 'primaryContainer', 'primaryFixed', 'surfaceDim']

/**
 * Computes a palette from the roles of a theme.
 *
 * @param border the role for borders of rows in the source
 * @param isForOpenCloud whether the palette is for OpenCloud 1.x
 * @param isPart whether only set roles count, because the file is merged into a complete one
 */
export function paletteFrom(
  roles: ThemeRoles,
  { border, isForOpenCloud, isPart }: { border: RowBorder; isForOpenCloud: boolean; isPart: boolean },
): MadeToken[] {
  const colorOf = (role: string) => roles.set(role)?.text ?? (isPart ? undefined : roles.fallback(role))
  const table = [...sourcesFor(colorOf, border), ...(isForOpenCloud ? frameOfOpenCloud : [])]
  const made = new Map<string, MadeToken>()
  for (const { token, role, isAlike } of table) {
    const shown = shownRole(roles, role)
    const set = roles.set(shown)
    const color = set?.text ?? (isPart ? undefined : roles.fallback(shown))
    if (color === undefined) continue
    const reason = set === undefined ? `${role} is not set: default of ${roles.client}` : `from ${shown}`
    const kind = set === undefined ? 'default' : isAlike ? 'alike' : 'exact'
    made.set(token, { token, color, kind, role: shown, from: set?.from ?? null, reason })
  }
  for (const { token, background, text } of hovered) {
    const rest = made.get(background)
    if (rest === undefined) continue
    const tone = toneOf(rest.color)
    // Only browsers can compute such a colour.
    if (tone === undefined) continue
    const isTextLight = (toneOf(made.get(text)?.color ?? '') ?? 100) > 50
    const away = Math.min(100, Math.max(0, tone + (isTextLight ? -HOVER_DISTANCE : HOVER_DISTANCE)))
    const reason = `tone ${Math.round(away * 10) / 10} of ${background} (${rest.color})`
    made.set(token, {
      token,
      color: colorAt(paletteOf(rest.color) as Palette, away),
      kind: 'derived',
      from: rest.from,
      reason,
    })
  }
  return [...made.values()]
}

/** Without `chrome`, the client paints the frame with two other roles if they are set, even if `onChrome` is set. */
export function shownRole({ set }: Pick<ThemeRoles, 'set'>, role: string): string {
  const instead = role === 'chrome' ? 'surfaceContainer' : role === 'onChrome' ? 'onSurface' : role
  return set('chrome') === undefined && set(instead) !== undefined ? instead : role
}

/**
 * The sources of tokens for a theme. Roles that this package computed from a palette are converted back to the same
 * tokens; the derived roles tell which those were.
 */
function sourcesFor(
  colorOf: (role: string) => string | undefined,
  border: RowBorder,
): readonly TokenSource[] {
  const palettes = palettesOfMade(colorOf)
  if (palettes === undefined) return changed({ 'swatch-primary-contrast': buttonText(colorOf) }, border)
  const isMarked = ([role]: Mark) => colorOf(role) !== derivedRole(role, palettes).color
  const line = isMarked(marks.oldBorders) ? 'outlineVariant' : 'surfaceContainerHighest'
  const isPassive = isMarked(marks.passiveButtons)
  const changes: Readonly<Record<string, string | undefined>> = {
    'background-highlight': isMarked(marks.separatedHighlight) ? 'surfaceContainer' : undefined,
    'background-hover': 'surfaceContainerHigh',
    'text-inverse': 'onSecondary',
    'swatch-primary-contrast': 'onPrimary',
    'swatch-primary-default': isPassive ? 'primary' : undefined,
    'swatch-inverse-hover': isPassive ? 'onPrimary' : undefined,
    'swatch-passive-default': isPassive ? 'secondary' : undefined,
    'swatch-passive-contrast': isPassive ? 'onSecondary' : undefined,
  }
  return changed(changes, line)
}

function changed(changes: Readonly<Record<string, string | undefined>>, line: RowBorder): TokenSource[] {
  return [
    ...tokenSources.map((source) => ({ ...source, role: changes[source.token] ?? source.role })),
    { token: 'border', role: line },
  ]
}

/** The background of primary buttons is a gradient of two roles: the text that is easier to read on both. */
function buttonText(colorOf: (role: string) => string | undefined): string {
  const [secondary, primary] = ['onSecondary', 'onPrimary'].map((text) =>
    Math.min(
      ...['secondary', 'primary'].map(
        (background) => contrastBetween(colorOf(text) ?? '', colorOf(background) ?? '') ?? 0,
      ),
    ),
  ) as [number, number]
  return primary > secondary ? 'onPrimary' : 'onSecondary'
}

/** The palettes of roles that this package computed from a palette; `undefined` for those of an author. */
function palettesOfMade(colorOf: (role: string) => string | undefined): ThemePalettes | undefined {
  const made = new Map<string, MadeRole>()
  for (const role of ['surface', 'primary', 'secondary', 'tertiary', 'error']) {
    const color = colorOf(role)
    if (color !== undefined) made.set(role, { role, color, kind: 'exact', from: null, reason: '' })
  }
  const palettes = palettesOf(made)
  const isMade = alwaysDerived.every((role) => colorOf(role) === derivedRole(role, palettes).color)
  return isMade ? palettes : undefined
}
