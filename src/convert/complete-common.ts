import { isObject, type Json, type JsonObject, own, ownObject } from '../document/json.js'
import { child, type Pointer, valueBelow } from '../document/pointer.js'
import { fill, objectAt, put, SHIPPED } from './fill.js'
import { defaultsPointer, themesPointer, type Work } from './work.js'

/** A `common` of the output that others are completed from. */
export interface Common {
  readonly common: JsonObject
  readonly pointer: Pointer
  /** Whose it is, for a sentence. */
  readonly title: string
}

/** The icon that clients show for a role without one. */
const UNKNOWN_ICON = 'user'

/**
 * The `common` that speaks for the file: the root's, which is made where some theme needs it; else the one in the
 * defaults or the first theme, which hide the root's anyway.
 */
export function mainCommon(root: JsonObject, defaults: JsonObject, themes: readonly Json[]): Common {
  const ofDefaults = ownObject(defaults, 'common')
  const [first] = themes
  const ofTheme = isObject(first) ? ownObject(first, 'common') : undefined
  if (!Object.hasOwn(root, 'common')) {
    if (ofDefaults !== undefined)
      return { common: ofDefaults, pointer: `${defaultsPointer}/common`, title: 'the defaults’' }
    const isHidden = themes.every((theme) => isObject(theme) && isObject(own(theme, 'common')))
    if (ofTheme !== undefined && isHidden)
      return { common: ofTheme, pointer: `${themesPointer}/0/common`, title: 'the first theme’s' }
  }
  return { common: objectAt(root, 'common'), pointer: '/common', title: 'the root’s' }
}

/** Makes every `common` whole, because clients take none in part; the share roles in it included. */
export function completeCommons(
  work: Work,
  root: JsonObject,
  defaults: JsonObject,
  themes: readonly Json[],
  main: Common,
): void {
  const { shipped, serverValues } = work.target
  const required = ownObject(shipped, 'common') ?? {}
  const roles = own(required, 'shareRoles')
  const whole = (source: JsonObject, shareRoles: Json | undefined) =>
    wholeCommon(required, source, shareRoles)

  // The roles reach a theme through the merge; in the defaults they have to stand, because its "common" replaces the root's.
  const isTheme = main.pointer.startsWith(themesPointer)
  fill(
    work,
    main.common,
    whole({}, isTheme ? {} : roles),
    main.pointer,
    SHIPPED,
    main.pointer === '/common' ? ownObject(serverValues, 'common') : {},
  )
  if (main.pointer !== '/common' && Object.hasOwn(serverValues, 'common')) {
    const reason = `the server adds to the root’s "common", which has to be whole then: as in ${main.title}`
    fill(work, objectAt(root, 'common'), whole(main.common, roles), '/common', reason)
  }
  const ofDefaults = ownObject(defaults, 'common')
  const reason = (title: string) => `a "common" has to be whole: as in ${title}`
  if (ofDefaults !== undefined && ofDefaults !== main.common) {
    const ownRoles = own(main.common, 'shareRoles') ?? roles
    fill(work, ofDefaults, whole(main.common, ownRoles), `${defaultsPointer}/common`, reason(main.title))
  }
  const base = ofDefaults ?? main.common
  const title = ofDefaults === undefined ? main.title : 'the defaults’'
  themes.forEach((theme, index) => {
    const common = isObject(theme) ? ownObject(theme, 'common') : undefined
    if (common === undefined || common === main.common) return
    fill(work, common, whole(base, {}), `${themesPointer}/${index}/common`, reason(title))
  })
  completeRoles(work, root, defaults, themes)
}

/** Every key that a `common` needs, with the values of another one, else the shipped ones. */
function wholeCommon(required: JsonObject, source: JsonObject, shareRoles: Json | undefined): JsonObject {
  const whole: JsonObject = {}
  for (const key of Object.keys(required)) {
    const value = required[key] as Json
    if (key === 'shareRoles') whole[key] = shareRoles ?? value
    else if (isObject(value)) whole[key] = wholeCommon(value, ownObject(source, key) ?? {}, undefined)
    else whole[key] = own(source, key) ?? value
  }
  return whole
}

/** Gives every share role the icon that clients ask for: that of the role below it, else the server's. */
function completeRoles(work: Work, root: JsonObject, defaults: JsonObject, themes: readonly Json[]): void {
  if (valueBelow(work.target.shipped, 'common', 'shareRoles') === undefined) return
  const server = valueBelow(work.target.serverValues, 'common', 'shareRoles')
  fillIcons(work, root, '', server)
  fillIcons(work, defaults, defaultsPointer, server)
  const below = valueBelow(Object.hasOwn(defaults, 'common') ? defaults : root, 'common', 'shareRoles')
  themes.forEach((theme, index) => {
    if (isObject(theme)) fillIcons(work, theme, `${themesPointer}/${index}`, below, server)
  })
}

/** @param sources other share roles, the first of which that knows an icon gives it */
function fillIcons(
  work: Work,
  layer: JsonObject,
  pointer: Pointer,
  ...sources: readonly (Json | undefined)[]
): void {
  const roles = valueBelow(layer, 'common', 'shareRoles')
  if (!isObject(roles)) return
  for (const id of Object.keys(roles)) {
    const role = own(roles, id)
    if (!isObject(role) || Object.hasOwn(role, 'iconName')) continue
    const icon = sources
      .map((source) => valueBelow(source ?? null, id, 'iconName'))
      .find((value) => typeof value === 'string')
    const to = child(child(`${pointer}/common/shareRoles`, id), 'iconName')
    const reason =
      icon === undefined
        ? 'the icon that clients show for unknown roles'
        : 'the icon that the role has elsewhere'
    put(work, role, 'iconName', icon ?? UNKNOWN_ICON, to, reason)
  }
}
