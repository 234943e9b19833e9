import type { AnyPlace, Value } from '../../formats/values.js'
import type { Pointer } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import { designColor } from '../../targets/design-colors.js'
import { openCloudWeb } from '../../targets/products.js'
import type { RowBorder } from '../colors/role-sources.js'
import { type MadeToken, paletteFrom, type ThemeRoles } from '../colors/roles-to-palette.js'
import { type Draft, layersOf, lose, putUnknownKey, report, type Scope, type Step } from '../draft.js'
import { reportAlike, reportContrast } from './color-findings.js'
import { type OldClient, oldClient } from './old-client.js'
import { dropEmpty, isNoIcon, setsAny, takeTokens, tokenIn } from './token-groups.js'

const PALETTE: AnyPlace = 'tokens.colorPalette'
const ROLES: AnyPlace = 'tokens.roles'

/** Reports the roles of a file that no page of the target reads. They stay: another release reads them. */
export const reportUnreadRoles: Step = (draft) => {
  const { tokens, title } = draft.target
  const set = [...(tokens['roles']?.unread ?? [])].filter((role) =>
    layersOf(draft).some((layer) => tokenIn([layer], ROLES, role) !== undefined),
  )
  if (set.length === 0) return
  const message = `No page of ${title} reads these roles, so they have no effect there: ${set.join(', ')}. They were kept for other releases.`
  report(draft, 'colors-without-place', '', message)
}

/** Computes the palette of ownCloud, or of OpenCloud 1.x, from the roles of OpenCloud 2.0 and later. */
export const carryRolesToPalette: Step = (draft) => {
  const { defaults, themes, target, generation, product } = draft
  if (product !== openCloudWeb.product || target.rowBorder !== undefined || !setsAny(draft, ROLES)) return
  const old = oldClient(draft)
  const border = old.release.rowBorder as RowBorder
  const isForOpenCloud = product === target.family.product
  dropUnreadTokens(draft)
  const used = new Set<string>()
  const alike = new Set<string>()
  const carry = (scope: Scope, sources: readonly Scope[], isPart: boolean) => {
    const made = paletteFrom(rolesIn(sources, old), { border, isForOpenCloud, isPart })
    for (const token of made) putToken(scope, token, used)
    for (const { token, role, kind } of made) if (kind === 'alike') alike.add(`${token} (${role})`)
    return new Map(made.map(({ token, color }) => [token, color]))
  }
  for (const theme of themes) {
    const colors = carry(theme, [theme, defaults], false)
    const name = quoted(theme.values.get('theme.name')?.value ?? null)
    reportContrast(draft, theme.from, name, draft.target.painted, (token) => colors.get(token))
  }
  if (generation === 'branding' && themes.length === 0) carry(defaults, [defaults], true)
  const lost = dropRoles(draft, used)
  reportAlike(draft, [...alike], lost)
}

function rolesIn(layers: readonly Scope[], { client, release }: OldClient): ThemeRoles {
  return {
    client,
    set: (role) => tokenIn(layers, ROLES, role),
    fallback: (role) => designColor(release, 'roles', role),
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
  const reason = 'clients with roles read only the icon colours of the palette'
  const palettes = new Set<Pointer>()
  for (const each of takeTokens(draft, PALETTE, isNoIcon)) {
    lose(draft, each, 'dropped', reason)
    if (each.value !== '') palettes.add(each.from.slice(0, each.from.lastIndexOf('/')))
  }
  const message = `The file has roles, and ${reason}. The others were dropped; to convert them instead, remove the roles.`
  for (const palette of palettes) report(draft, 'value-dropped', palette, message)
}

/** @returns the dropped roles */
function dropRoles(draft: Draft, used: ReadonlySet<string>): ReadonlySet<string> {
  dropEmpty(draft, ROLES)
  const lost = takeTokens(draft, ROLES, () => true).filter(({ from }) => !used.has(from))
  for (const each of lost)
    lose(draft, each, 'dropped', `no colour of ${draft.target.title} is computed from it`)
  return new Set(lost.flatMap(({ token, value }) => (value === '' ? [] : token)))
}
