import { layoutOf, type Spot } from '../../formats/layout.js'
import { emptyLayer } from '../../formats/values.js'
import { isObject, type Json, own } from '../../json/value.js'
import type { Need } from '../../targets/target.js'
import {
  type Draft,
  isPresent,
  made,
  newTheme,
  put,
  renumber,
  report,
  type Scope,
  type Step,
  valuesOf,
} from '../draft.js'
import { backgroundOf, isDarkBackground } from './darkness.js'
import { asIn, fillGroup, type Pick, SHIPPED, shippedValue } from './fallbacks.js'

/** Adds a theme if there is none to show: clients show nothing then. */
export const ensureTheme: Step = (draft) => {
  if (draft.themes.some(({ values }) => values.get('theme.mode')?.value !== 'vault')) return
  const reason = 'clients require at least one theme'
  const isDark = isDarkBackground(backgroundOf([draft.defaults])?.text) ?? false
  const name = `${isDark ? 'Dark' : 'Light'} Theme`
  const layout = layoutOf(draft.target.places)
  const theme = newTheme(layout, { ...emptyLayer(), key: undefined, from: '', isEmpty: false })
  put(theme, made('theme.isDark', isDark, 'fallback', reason))
  put(theme, made('theme.name', name, 'fallback', reason))
  draft.themes.push(theme)
  renumber(draft)
  report(
    draft,
    'fallback-used',
    '',
    `The file has no theme that ${draft.target.title} can show. A "${name}" was added.`,
  )
}

/** Adds what the pages need, but the client's check doesn't require. */
export const meetNeeds: Step = (draft) => meet(draft, draft.target.needs)

/**
 * Adds only the tokens that the themes of a branding file need. Links and roles are in the theme below it, where empty ones
 * would hide them.
 */
export const meetTokenNeeds: Step = (draft) =>
  meet(
    draft,
    draft.target.needs.filter(({ path: [first] }) => first === 'designTokens'),
  )

function meet({ root, defaults, themes, target }: Draft, needs: readonly Need[]): void {
  for (const { path, standIn, otherwise } of needs) {
    if (standIn === undefined) continue
    const spot = spotAt(defaults, path)
    const { place } = spot
    if (isPresent(defaults, place)) continue
    // In a flat merge, the root's values are below those of the defaults.
    const isShown = target.merge.common === 'flat' && root.spots.has(place)
    if (isShown && isPresent(root, place)) continue
    if (themes.some((theme) => !isPresent(theme, place)))
      putAll(isShown ? root : defaults, spot, standIn, otherwise)
  }
}

/** Puts a value; for a group whose keys have places of their own, each of its values. */
function putAll(scope: Scope, { place, members }: Spot, value: Json, reason: string): void {
  const parts = members.flatMap((spot) => {
    const part = isObject(value) ? own(value, spot.key) : undefined
    return part === undefined ? [] : [made(spot.place, part, 'fallback', reason)]
  })
  for (const part of parts.length > 0 ? parts : [made(place, value, 'fallback', reason)]) put(scope, part)
}

/** The spot of a need; the schema of a target has one for each of its needs. */
function spotAt({ top }: Scope, path: readonly string[]): Spot {
  return path.reduce((at, key) => at.members.find((member) => member.key === key) as Spot, top)
}

/** Fills in what the target requires in the defaults and in themes, whose groups must be complete. */
export const fillRequired: Step = (draft) => {
  const { defaults, themes } = draft
  const ship: Pick = (spot) => [shippedValue(draft, spot), SHIPPED]
  fillGroup(draft, defaults, defaults.top, ship)
  if (valuesOf(defaults).length === 0)
    put(defaults, made('', {}, 'fallback', 'clients require the defaults, if only empty ones'))
  for (const theme of themes) {
    for (const group of theme.top.members) {
      if (group.place === 'common' || !isPresent(theme, group.place)) continue
      const reason = `a theme's "${group.key}" must be complete: value of the defaults`
      fillGroup(draft, theme, group, asIn(draft, defaults, reason))
    }
    fillGroup(draft, theme, theme.top, ship)
  }
}
