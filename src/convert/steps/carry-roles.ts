import type { AnyPlace, Value } from '../../formats/values.js'
import { isObject } from '../../json/value.js'
import { inKebabCase } from '../../targets/design-colors.js'
import { tokenValue } from '../../targets/design-tokens.js'
import { openCloudWeb } from '../../targets/products.js'
import { type Releases, releasesOf } from '../../targets/releases.js'
import type { Target } from '../../targets/target.js'
import type { RowBorder } from '../colors/role-sources.js'
import { type MadeToken, paletteFrom, type ThemeRoles } from '../colors/roles-to-palette.js'
import { type Draft, find, layersOf, lose, putUnknownKey, type Scope, type Step } from '../draft.js'
import { reportAlike } from './color-findings.js'
import { dropEmpty, takeTokens, tokenIn } from './token-groups.js'

const PALETTE: AnyPlace = 'tokens.colorPalette'
const ROLES: AnyPlace = 'tokens.roles'

/** Groups that only OpenCloud Web before 4.0 reads. */
const groupsOfOldReleases = ['tokens.breakpoints', 'tokens.fontSizes', 'tokens.sizes', 'tokens.spacing']

/** Computes the palette of ownCloud, or of OpenCloud 1.x, from the roles of OpenCloud 2.0 and later. */
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
  const [newest] = releasesOf(releases, openCloudWeb.product) as [Target]
  return {
    set: (role) => tokenIn(layers, ROLES, role),
    fallback: (role) => tokenValue(newest.designTokens, `role-${inKebabCase(role)}`) || undefined,
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
  putUnknownKey(scope, PALETTE, token, { value: color, from, action: actions[kind], reason })
}

/** Releases with roles read only the icons of the palette, but the target would read all of it. */
function dropUnreadTokens(draft: Draft): void {
  for (const each of takeTokens(draft, PALETTE, (token) => !token.startsWith('icon-')))
    lose(draft, each, 'dropped', 'clients with roles read only the icon colours of the palette')
}

/** @returns the dropped roles */
function dropRoles(draft: Draft, used: ReadonlySet<string>): ReadonlySet<string> {
  dropEmpty(draft, ROLES)
  const lost = takeTokens(draft, ROLES, () => true).filter(({ from }) => !used.has(from))
  for (const each of lost)
    lose(draft, each, 'dropped', `no colour of ${draft.target.title} is computed from it`)
  return new Set(lost.flatMap(({ token, value }) => (value === '' ? [] : token)))
}
