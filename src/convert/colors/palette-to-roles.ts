import { TEXT_CONTRAST } from '../../css/colors.js'
import { contrastBetween, shownOver, toneOf } from '../../css/tones.js'
import type { Pointer } from '../../json/pointer.js'
import { derivedRole, palettesOf, separatedRole } from './derived-roles.js'
import type { MadeRole } from './made-role.js'
import {
  BACKGROUND_DISTANCE,
  backgrounds,
  buttonSources,
  fixedRoles,
  type RowBorder,
  roleSources,
} from './role-sources.js'
import { type Mark, marks, roleTones } from './role-tones.js'

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

/** Computes the roles of a theme from its palette. */
export function rolesOf(tokens: ThemeTokens, { isOfOpenCloud, border, isPart }: RoleOptions): MadeRoles {
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
  const palettes = palettesOf(made)
  const separated = separate()
  if (isPassive) mark(marks.passiveButtons)
  if (border === 'outlineVariant') mark(marks.oldBorders)
  if (separated.has('secondaryContainer')) mark(marks.separatedHighlight)
  for (const role of roleTones.keys()) if (!made.has(role)) made.set(role, derivedRole(role, palettes))
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
    const ratio = primary && contrastBetween(primary.color, below)
    const isPassive = passive !== undefined && (ratio ?? 0) < TEXT_CONTRAST
    if (!isPassive && primary === undefined) return false
    const { background: token, text } = buttonSources[isPassive ? 'passive' : 'primary']
    add('secondary', [token], true)
    add('onSecondary', text, true)
    return isPassive
  }

  /** Backgrounds on each other must be distinguishable: the first keeps its colour. */
  function separate(): ReadonlyMap<string, string> {
    const moved = new Map<string, string>()
    const kept: number[] = []
    for (const role of [...backgrounds, border]) {
      const own = made.get(role)
      const tone = own && toneOf(own.color)
      if (own === undefined || tone === undefined) continue
      if (kept.every((other) => Math.abs(other - tone) >= BACKGROUND_DISTANCE)) kept.push(tone)
      else moved.set(role, own.token as string)
    }
    // Changed ones keep their distance to all that keep their colour, and to each other.
    for (const role of moved.keys()) {
      const apart = separatedRole(role, palettes, kept)
      made.set(role, apart)
      kept.push(toneOf(apart.color) ?? 0)
    }
    return moved
  }
}
