import type { AnyPlace, Value } from '../../formats/values.js'
import { limits } from '../../json/excess.js'
import { quoted } from '../../json/quoted.js'
import type { Json } from '../../json/value.js'
import { designColor } from '../../targets/design-colors.js'
import type { MadeRole, RoleKind } from '../colors/made-role.js'
import { type MadeRoles, rolesOf, type ThemeTokens } from '../colors/palette-to-roles.js'
import { type Draft, lose, putUnknownKey, report, type Scope, type Step } from '../draft.js'
import {
  reportAlike,
  reportContrast,
  reportSeparated,
  reportUnreadable,
  textPairs,
} from './color-findings.js'
import { hasPalette, type OldClient, oldClient } from './old-client.js'
import { dropEmpty, isNoIcon, setsAny, setsIn, takeTokens, tokenIn } from './token-groups.js'

const PALETTE: AnyPlace = 'tokens.colorPalette'
const ROLES: AnyPlace = 'tokens.roles'

/**
 * Computes the roles of OpenCloud 2.0 and later from the palette of ownCloud or of OpenCloud 1.x. Every theme gets all
 * roles that the client reads, because an unset role is a light colour in dark themes too. Icon colours stay if the
 * target reads them; all other tokens of the palette are dropped.
 */
export const carryPaletteToRoles: Step = (draft) => {
  const { defaults, themes, target, generation } = draft
  const border = target.rowBorder
  if (border === undefined || !hasPalette(draft)) return
  if (setsAny(draft, ROLES)) return reportPalettes(draft)
  dropEmpty(draft, ROLES)
  for (const each of takeTokens(draft, ROLES, () => true)) lose(draft, each, 'dropped', UNSET)
  const client = oldClient(draft)
  const options = {
    isOfOpenCloud: draft.product === target.family.product,
    border,
    painted: target.painted,
    paintedBefore: client.release.painted,
  }
  const used = new Set<string>()
  const make = (theme: Scope) => rolesOf(tokensOf([theme, defaults], client), { ...options, isPart: false })
  const perTheme = make(themes[0] ?? defaults).roles.length
  if (perTheme * themes.length > limits.values) {
    const most = limits.values.toLocaleString('en')
    const message = `${themes.length} themes with ${perTheme} colours each are more than ${most} values. Convert fewer themes at a time.`
    return report(draft, 'too-many-values', '', message)
  }
  const made = themes.map((theme) => ({ theme, ...make(theme) }))
  for (const { theme, roles } of made) putRoles(theme, roles, used)
  // A branding file without themes changes the colours of all themes.
  if (generation === 'branding' && themes.length === 0) {
    const part = rolesOf(tokensOf([defaults], client), { ...options, isPart: true })
    putRoles(defaults, part.roles, used)
  }
  // These are reported with the reason.
  const listed = new Set(made.flatMap((each) => [...each.separated.values(), ...each.unreadable.keys()]))
  const lost = new Set([...leaveIcons(draft, used)].filter((token) => !listed.has(token)))
  for (const each of made) reportTheme(draft, each)
  reportUnreadable(
    draft,
    made.flatMap(({ unreadable }) => [...unreadable]),
  )
  reportAlike(draft, [...new Set(made.flatMap(({ roles }) => roles.filter(isAlike).map(named)))], lost)
}

/** In a file with roles, clients of OpenCloud show a theme that has only a palette in the default colours. */
function reportPalettes({ defaults, themes, ...draft }: Draft): void {
  const unseen = themes.filter((theme) => {
    const layers = [theme, defaults]
    return !setsIn(layers, ROLES) && setsIn(layers, PALETTE, isNoIcon)
  })
  if (unseen.length === 0) return
  const names = unseen.map(({ values }) => quoted(values.get('theme.name')?.value ?? null)).join(', ')
  const message = `${draft.target.title} reads at most the icons of palettes, and shows these themes in its default colours: ${names}. Their palettes were not converted, because other themes of the file have roles. Convert them in a file of their own to get roles.`
  report(draft, 'colors-without-place', unseen[0]?.from ?? '', message)
}

const UNSET = 'an empty token is not set'

const isAlike = ({ kind }: MadeRole) => kind === 'alike'
const named = ({ role, token }: MadeRole) => `${role} (${token})`

/** The tokens of a theme in its layers, the highest first. */
function tokensOf(layers: readonly Scope[], { client, release }: OldClient): ThemeTokens {
  return {
    client,
    set: (token) => tokenIn(layers, PALETTE, token),
    fallback: (token) => designColor(release, 'colorPalette', token),
  }
}

const actions: Readonly<Record<RoleKind, Value['action']>> = {
  exact: 'moved',
  alike: 'mapped',
  default: 'fallback',
  fixed: 'added',
  derived: 'derived',
}

function putRoles(scope: Scope, roles: readonly MadeRole[], used: Set<string>): void {
  for (const { role, color, kind, from, reason, isBlended } of roles) {
    if (from !== null) used.add(from)
    const action = kind === 'exact' && isBlended ? 'rewritten' : actions[kind]
    putUnknownKey(scope, ROLES, role, { value: color, from, action, reason })
  }
}

/**
 * Takes the palettes away but for the icons that the target reads.
 *
 * @returns the dropped tokens
 */
function leaveIcons(draft: Draft, used: ReadonlySet<string>): ReadonlySet<string> {
  const prefix = draft.target.tokens['colorPalette']?.readPrefix
  dropEmpty(draft, PALETTE)
  const taken = takeTokens(draft, PALETTE, (token) => prefix === undefined || !token.startsWith(prefix))
  const lost = taken.filter(({ from }) => !used.has(from))
  for (const each of lost) lose(draft, each, 'dropped', reasonOf(draft, each.token, each.value))
  return new Set(lost.flatMap(({ token, value }) => (value === '' ? [] : token)))
}

function reasonOf({ target }: Draft, token: string, value: Json): string {
  if (value === '') return UNSET
  return token.startsWith('icon-')
    ? `${target.title} reads no icon colours`
    : `no role of ${target.title} is computed from ${token} here`
}

function reportTheme(
  draft: Draft,
  { theme, roles, separated }: MadeRoles & { theme: Draft['themes'][number] },
) {
  const name = quoted(theme.values.get('theme.name')?.value ?? null)
  reportSeparated(draft, theme.from, name, separated)
  const colors = new Map(roles.map(({ role, color }) => [role, color]))
  const pairs = textPairs([...colors.keys()], draft.target)
  reportContrast(draft, theme.from, name, pairs, (role) => colors.get(role))
}
