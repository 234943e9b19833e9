import { shownOver, toneOf } from '../../css/tones.js'
import type { Pointer } from '../../json/pointer.js'
import type { PaintedPair } from '../../targets/contrast-pairs.js'
import {
  areReadable,
  backgroundRole,
  derivedRole,
  isReadable,
  palettesOf,
  type ThemePalettes,
  textRole,
} from './derived-roles.js'
import type { MadeRole } from './made-role.js'
import {
  BACKGROUND_DISTANCE,
  backgrounds,
  buttonSources,
  fixedRoles,
  type RowBorder,
  roleSources,
} from './role-sources.js'
import { isBackground, type Mark, marks, roleTones } from './role-tones.js'

/** A token as a theme sets it. */
export interface SetToken {
  readonly text: string
  readonly from: Pointer
}

/** The tokens of a theme, and the defaults of its old client. */
export interface ThemeTokens {
  /** A token as the theme or a layer below it sets it; `undefined` for an empty one. */
  readonly set: (token: string) => SetToken | undefined
  /** The default of the old client. */
  readonly fallback: (token: string) => string | undefined
  /** The name of the old client, for messages. */
  readonly client: string
}

/** The source and the target of the colours. */
export interface RoleOptions {
  /** Whether the palette is one of OpenCloud 1.x. */
  readonly isOfOpenCloud: boolean
  readonly border: RowBorder
  /** The colours that the target paints on each other. */
  readonly painted: readonly PaintedPair[]
  /** Those that the old client paints. */
  readonly paintedBefore: readonly PaintedPair[]
  /** Whether only set tokens count, because the file is merged into a complete one. */
  readonly isPart: boolean
}

/** The roles for a palette. */
export interface MadeRoles {
  readonly roles: readonly MadeRole[]
  /** Tokens whose colours only browsers can compute. */
  readonly unreadable: ReadonlyMap<string, SetToken>
  /** Backgrounds with another tone, because their own colour was too close to another one, with their tokens. */
  readonly separated: ReadonlyMap<string, string>
}

const onRole = (role: string) => `on${role.charAt(0).toUpperCase()}${role.slice(1)}`

/** Texts on the page: the role, one with the tone that it gets if nobody set it, and the roles that get that tone then. */
const pageTexts = [
  ['onSurface', 'onSurface', 'onSurface', 'onBackground', 'onSecondaryContainer'],
  ['onSurfaceVariant', 'onSurfaceVariant', 'onSurfaceVariant'],
  // The other end of the background of buttons, too.
  ['secondary', 'primary', 'primary', 'secondary'],
  ['error', 'error', 'error'],
] as const

/** Whether a role is for texts only: icons have the others, too. */
const isText = (role: string) => role.startsWith('on')

/** Computes the roles of a theme from its palette. */
export function rolesOf(
  tokens: ThemeTokens,
  { isOfOpenCloud, border, painted, paintedBefore, isPart }: RoleOptions,
): MadeRoles {
  const unreadable = new Map<string, SetToken>()
  const made = new Map<string, MadeRole>()
  const background = tokens.fallback('background-default') ?? '#ffffff'
  const below = colorOf('background-default', background)?.color ?? background
  const underOf = (token: string) => (token === 'background-default' ? background : below)
  for (const { role, from, isAlike } of roleSources(isOfOpenCloud, border)) add(role, from, isAlike)
  const isPassive = addButtons()
  if (isPart) return { roles: [...made.values()], unreadable, separated: new Map() }

  for (const [role, color] of Object.entries(fixedRoles))
    made.set(role, { role, color, kind: 'fixed', from: null, reason: `fixed in ${tokens.client}` })
  deriveTexts(palettesOf(made))
  const palettes = palettesOf(made)
  dropUnreadable()
  const separated = separate()
  if (isPassive) mark(marks.passiveButtons)
  if (border === 'outlineVariant') mark(marks.oldBorders)
  if (separated.has('secondaryContainer')) mark(marks.separatedHighlight)
  for (const role of roleTones.keys()) {
    if (made.has(role)) continue
    const isBelow = isBackground(role)
    made.set(
      role,
      isBelow ? backgroundRole(role, palettes, { texts: textsOn(role) }) : derivedRole(role, palettes),
    )
  }
  keepTexts()
  const order = [...roleTones.keys(), ...Object.keys(fixedRoles), 'chrome', 'onChrome']
  const roles = [...made.values()].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  return { roles, unreadable, separated }

  function colorOf(token: string, under: string) {
    const set = tokens.set(token)
    const shown = set && shownOver(set.text, under)
    if (set !== undefined && shown === undefined) unreadable.set(token, set)
    return set && shown && { color: shown.text, isBlended: shown.isBlended, from: set.from, text: set.text }
  }

  function mark([role, usual]: Mark): void {
    made.set(role, derivedRole(role, palettes, usual))
  }

  function pick(from: readonly string[]): Omit<MadeRole, 'role'> | undefined {
    for (const token of from) {
      const found = colorOf(token, underOf(token))
      if (found === undefined) continue
      const { color, isBlended } = found
      const reason = isBlended ? `${token} (${found.text}) over background-default` : `from ${token}`
      return { color, kind: 'exact', token, from: found.from, isBlended, reason }
    }
    if (isPart) return undefined
    for (const token of from) {
      const text = tokens.fallback(token)
      const shown = text === undefined ? undefined : shownOver(text, underOf(token))
      if (shown === undefined) continue
      const reason = `${token} is not set: default of ${tokens.client}`
      return { color: shown.text, kind: 'default', token, from: null, reason }
    }
    return undefined
  }

  function add(role: string, from: readonly string[], isAlike = false): void {
    const found = pick(from)
    if (found === undefined) return
    const isOnlyAlike = isAlike && found.kind === 'exact'
    made.set(role, {
      ...found,
      role,
      ...(isOnlyAlike && { kind: 'alike', reason: `${found.reason}: similar use, not the same` }),
    })
  }

  /**
   * OpenCloud paints with `secondary` what ownCloud paints with two swatches: the primary one is used if texts in that
   * colour are readable, else the passive one.
   *
   * @returns whether the passive one was used
   */
  function addButtons(): boolean {
    const primary = pick([buttonSources.primary.background])
    const passive = pick([buttonSources.passive.background])
    const [text, page] = [primary?.color ?? below, below].map(toneOf) as [number, number]
    const isPassive = passive !== undefined && !isReadable(text, [page])
    if (!isPassive && primary === undefined) return false
    const { background: token, text: on } = buttonSources[isPassive ? 'passive' : 'primary']
    add('secondary', [token], true)
    add('onSecondary', on, true)
    return isPassive
  }

  /** Texts that nobody set, and that were readable somewhere, get a tone that is readable on the page. */
  function deriveTexts(before: ThemePalettes): void {
    for (const [text, like, ...roles] of pageTexts) {
      const tone = isUnset(text) ? toneIn(text) : undefined
      if (tone === undefined || isReadable(tone, [before.surface]) || wasReadable(text) === false) continue
      for (const role of roles.filter(isUnset)) {
        derive(role, like)
        if (!isText(role) && isUnset(onRole(role))) derive(onRole(role), onRole(like))
      }
    }
    function derive(role: string, like: string): void {
      made.set(role, derivedRole(role, before, roleTones.get(like)))
    }
  }

  /** Whether nobody set the colour of a role. */
  function isUnset(role: string): boolean {
    return (made.get(role)?.kind ?? 'default') === 'default'
  }

  function toneIn(role: string): number | undefined {
    return toneOf(made.get(role)?.color ?? '')
  }

  /** The tones of the texts on a role that are readable on the pages, too. */
  function textsOn(role: string, isMeant = (_text: string) => true): number[] {
    return painted.flatMap(({ foreground, background }) => {
      const text = background === role && isMeant(foreground) ? toneIn(foreground) : undefined
      return text !== undefined && isReadable(text, [palettes.surface]) ? text : []
    })
  }

  /** Whether a text was readable somewhere in the old client; `undefined` if it isn't known where that has it. */
  function wasReadable(role: string): boolean | undefined {
    const shown = (name = '') => toneOf(pick([name])?.color ?? '')
    const text = shown(made.get(role)?.token)
    const under = paintedBefore.flatMap(({ foreground, background, below }) =>
      foreground === made.get(role)?.token ? (shown(background) ?? shown(below) ?? []) : [],
    )
    if (text === undefined || under.length === 0) return undefined
    return under.some((each) => isReadable(text, [each]))
  }

  /** Drops the defaults on which texts of the theme would be unreadable: no one chose them for these texts. */
  function dropUnreadable(): void {
    for (const role of made.keys()) {
      const tone = isUnset(role) && isBackground(role) ? toneIn(role) : undefined
      if (tone !== undefined && !areReadable(textsOn(role, isText), tone, palettes.surface)) made.delete(role)
    }
  }

  /** Backgrounds on each other must be distinguishable: the first keeps its colour, a set one before defaults. */
  function separate(): ReadonlyMap<string, string> {
    const moved = new Map<string, string>()
    const kept: number[] = []
    const [page, ...others] = [...backgrounds, border]
    const isSet = (role: string) => !isUnset(role)
    for (const role of [page, ...others.filter(isSet), ...others.filter(isUnset)]) {
      const tone = toneIn(role)
      if (tone === undefined) continue
      if (kept.every((other) => Math.abs(other - tone) >= BACKGROUND_DISTANCE)) kept.push(tone)
      else moved.set(role, made.get(role)?.token as string)
    }
    // Changed ones keep their distance to all that keep their colour, and to each other.
    for (const role of others) {
      if (made.has(role) && !moved.has(role)) continue
      const why = moved.has(role) ? ': its own colour is too close to another background' : ''
      made.set(role, backgroundRole(role, palettes, { backgrounds: kept, texts: textsOn(role) }, why))
      kept.push(toneIn(role) as number)
    }
    return moved
  }

  /** A default text that was readable in the old client stays so on the colours of the theme. */
  function keepTexts(): void {
    for (const role of made.keys()) {
      const tone = isUnset(role) && isText(role) ? toneIn(role) : undefined
      const below = painted.flatMap(({ foreground, background }) =>
        foreground === role ? (toneIn(background) ?? []) : [],
      )
      if (tone === undefined || isReadable(tone, below) || wasReadable(role) !== true) continue
      const readable = textRole(role, palettes, below)
      if (readable !== undefined) made.set(role, readable)
    }
  }
}
