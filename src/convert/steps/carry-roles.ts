import type { AnyPlace, Value } from '../../formats/values.js'
import { child, escapeToken } from '../../json/pointer.js'
import { isObject, type Json, type JsonObject, own, setOwn } from '../../json/value.js'
import { inKebabCase } from '../../targets/design-colors.js'
import { tokenValue } from '../../targets/design-tokens.js'
import { openCloudWeb } from '../../targets/products.js'
import { type Releases, releasesOf } from '../../targets/releases.js'
import type { RowBorder } from '../colors/role-sources.js'
import { type MadeToken, paletteFrom, type ThemeRoles } from '../colors/roles-to-palette.js'
import { type Draft, find, layersOf, lose, put, putStranger, type Scope, type Step, take } from '../draft.js'
import { reportAlike } from './color-findings.js'

const PALETTE: AnyPlace = 'tokens.colorPalette'
const ROLES: AnyPlace = 'tokens.roles'

/** Groups that OpenCloud Web 4.0 was the first to read no more. */
const groupsOfOldReleases = ['tokens.breakpoints', 'tokens.fontSizes', 'tokens.sizes', 'tokens.spacing']

/** Roles of OpenCloud 2.0 and later become the palette of ownCloud, or that of OpenCloud 1.x. */
export const carryRolesToPalette: Step = (draft) => {
  const { defaults, themes, target, generation, product } = draft
  const layers = layersOf(draft)
  if (product !== openCloudWeb.product || target.rowBorder !== undefined || !layers.some(hasRoles)) return
  const isForOpenCloud = product === target.family.product
  const border: RowBorder = groupsOfOldReleases.some((group) =>
    layers.some((layer) => isFilled(layer, group)),
  )
    ? 'outlineVariant'
    : 'surfaceContainerHighest'
  dropUnreadTokens(draft)
  const used = new Set<string>()
  const alike = new Set<string>()
  const carry = (scope: Scope, sources: readonly Scope[], isPart: boolean) => {
    const made = paletteFrom(rolesIn(sources, draft.releases), { border, isForOpenCloud, isPart })
    for (const token of made) putToken(scope, token, used)
    for (const { token, role, kind } of made) if (kind === 'alike') alike.add(`${token} (${role})`)
  }
  for (const theme of themes) carry(theme, [theme, defaults], false)
  if (generation === 'branding' && themes.length === 0) carry(defaults, [defaults], true)
  const lost = dropRoles(draft, used)
  reportAlike(draft, [...alike], lost)
}

function hasRoles(scope: Scope): boolean {
  return isFilled(scope, ROLES)
}

function isFilled(scope: Scope, group: AnyPlace): boolean {
  const map = find(scope, group)?.value
  return isObject(map) && Object.values(map).some((value) => value !== '')
}

function rolesIn(layers: readonly Scope[], releases: Releases): ThemeRoles {
  const newest = releasesOf(releases, openCloudWeb.product)[0]?.designTokens ?? {}
  return {
    set(role) {
      for (const layer of layers) {
        const map = find(layer, ROLES)
        const text = isObject(map?.value) ? own(map.value, role) : undefined
        if (typeof text !== 'string' || map?.from == null) continue
        return text.trim() === '' ? undefined : { text, from: child(map.from, role) }
      }
      return undefined
    },
    fallback: (role) => tokenValue(newest, `role-${inKebabCase(role)}`) || undefined,
  }
}

const actions: Readonly<Record<MadeToken['kind'], Value['action']>> = {
  exact: 'moved',
  alike: 'mapped',
  default: 'fallback',
  derived: 'derived',
}

function putToken(scope: Scope, { token, color, kind, from, reason }: MadeToken, used: Set<string>): void {
  if (from !== null) used.add(from)
  putStranger(scope, PALETTE, token, { value: color, from, action: actions[kind], reason })
}

/** No release with roles reads more of the palette than the icons, and the target would suddenly. */
function dropUnreadTokens(draft: Draft): void {
  for (const scope of layersOf(draft)) {
    const palette = scope.values.get(PALETTE)
    if (!isObject(palette?.value)) continue
    const left: JsonObject = {}
    for (const [token, value] of Object.entries(palette.value)) {
      if (token.startsWith('icon-')) setOwn(left, token, value)
      else drop(draft, palette, token, value, 'clients with roles read only the icon colours of the palette')
    }
    if (Object.keys(left).length > 0) put(scope, { ...palette, value: left })
    else if (Object.keys(palette.value).length > 0) take(scope, PALETTE)
  }
}

/** @returns the roles that end here */
function dropRoles(draft: Draft, used: ReadonlySet<string>): ReadonlySet<string> {
  const lost = new Set<string>()
  for (const scope of layersOf(draft)) {
    const roles = find(scope, ROLES)
    if (roles === undefined) continue
    take(scope, roles.place)
    if (!isObject(roles.value) || Object.keys(roles.value).length === 0) {
      lose(draft, roles, 'dropped', 'empty')
      continue
    }
    for (const [role, value] of Object.entries(roles.value)) {
      if (used.has(`${roles.from}/${escapeToken(role)}`)) continue
      drop(draft, roles, role, value, `no colour of ${draft.target.title} is made of it`)
      if (value !== '') lost.add(role)
    }
  }
  return lost
}

function drop(draft: Draft, map: Value, key: string, value: Json, reason: string): void {
  lose(draft, { value, from: map.from === null ? null : child(map.from, key) }, 'dropped', reason)
}
