import type { Spot } from '../../formats/layout.js'
import { type Draft, defaultFrom, isPresent, put, type Scope, type Step, spotOf, valuesIn } from '../draft.js'
import { asIn, fill, fillGroup, type Pick, SHIPPED, shippedValue, suppliedAt } from './fallbacks.js'

const COMMON = 'common'
const ROLES = 'shareRoles'
const LOGO = 'common.logo'
const server = (title: string) =>
  `the server adds to the root's "common", so it must be complete: value of ${title}`
const whole = (title: string) => `a "common" must be complete: value of ${title}`

/** The scope whose `common` counts for the whole file, with its name for messages. */
interface Main {
  readonly scope: Scope
  readonly title: string
}

/** Completes every `common`, because clients reject a partial one. A missing logo is filled with another one of the file. */
export const completeCommons: Step = (draft) => {
  const { root, defaults, themes, target } = draft
  if (target.merge.common !== 'group') return
  const main = mainCommon(draft)
  exchangeLogos(draft, main)
  completeMain(draft, main)
  const ofDefaults = isPresent(defaults, COMMON)
  if (ofDefaults) {
    // A `common` in the defaults replaces the root's, with its share roles.
    copyRoles(defaults, main.scope, whole(main.title))
    fillGroup(draft, defaults, commonOf(defaults), asIn(draft, main.scope, whole(main.title)))
  }
  const base = ofDefaults ? { scope: defaults, title: "the defaults'" } : main
  for (const theme of themes) {
    if (!isPresent(theme, COMMON)) continue
    fillGroup(
      draft,
      theme,
      commonOf(theme),
      withoutRoles(asIn(draft, base.scope, whole(base.title)), whole(base.title)),
    )
  }
  if (root !== main.scope && commonOf(root).inside.some((place) => suppliedAt(draft, place) !== undefined)) {
    // The roles that the server adds are its own.
    const reason = server(main.title)
    const pick = asIn(draft, main.scope, reason)
    fillGroup(draft, root, commonOf(root), (spot) =>
      spot.place === ROLES ? [shippedValue(draft, spot), reason] : pick(spot),
    )
  }
}

/**
 * The `common` that counts for the whole file: the root's, which is added if some theme needs it. If there is none, and
 * the defaults or all themes have one, theirs.
 */
function mainCommon({ root, defaults, themes }: Draft): Main {
  if (!isPresent(root, COMMON)) {
    if (isPresent(defaults, COMMON)) return { scope: defaults, title: "the defaults'" }
    const [first] = themes
    if (first !== undefined && themes.every((theme) => isPresent(theme, COMMON)))
      return { scope: first, title: "the first theme's" }
  }
  return { scope: root, title: "the root's" }
}

/** The spot of `common` in a scope; all targets of ownCloud have it in every scope. */
const commonOf = (scope: Scope) => spotOf(scope, COMMON) as Spot

/** Fills a missing logo of the login page or top bar with the common one, and a missing common one with the former. */
function exchangeLogos(draft: Draft, { scope, title }: Main): void {
  const { defaults } = draft
  const login = defaults.values.get('logo.login')?.value
  if (!scope.values.has(LOGO) && typeof login === 'string')
    fill(draft, scope, LOGO, login, 'logo of the login page')
  const logo = scope.values.get(LOGO)?.value
  if (typeof logo !== 'string') return
  for (const place of ['logo.topbar', 'logo.login']) {
    if (!defaults.values.has(place)) fill(draft, defaults, place, logo, `logo in ${title} common`)
  }
}

function completeMain(draft: Draft, { scope }: Main): void {
  const { root, defaults } = draft
  const ship: Pick = (spot) => {
    return scope === root && suppliedAt(draft, spot.place) !== undefined
      ? undefined
      : [shippedValue(draft, spot), SHIPPED]
  }
  fillGroup(
    draft,
    scope,
    commonOf(scope),
    scope === root || scope === defaults ? ship : withoutRoles(ship, SHIPPED),
  )
}

/** A theme inherits the share roles, so an empty map completes its `common`. */
function withoutRoles(pick: Pick, reason: string): Pick {
  return (spot) => (spot.place === ROLES ? [{}, reason] : pick(spot))
}

/** Copies the share roles of another scope to one without. */
function copyRoles(scope: Scope, source: Scope, reason: string): void {
  if (!scope.spots.has(ROLES) || isPresent(scope, ROLES)) return
  for (const value of valuesIn(source, ROLES))
    put(scope, defaultFrom({ ...value, from: null, leaves: undefined }, reason))
}
