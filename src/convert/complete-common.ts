import { isObject, type Json, type JsonObject, own, ownObject } from '../document/json.js'
import { child, type Pointer, valueBelow } from '../document/pointer.js'
import { shippedFile } from '../targets/shipped.js'
import { fill, objectAt, put, SHIPPED } from './fill.js'
import { defaultsPointer, themesPointer, type Work } from './work.js'

/** A `common` of the output that others are completed from. */
export interface Common {
  readonly place: 'root' | 'defaults' | 'theme'
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
  if (!Object.hasOwn(root, 'common')) {
    const ofDefaults = ownObject(defaults, 'common')
    if (ofDefaults !== undefined) {
      const pointer = `${defaultsPointer}/common`
      return { place: 'defaults', common: ofDefaults, pointer, title: 'the defaults’' }
    }
    const [ofFirst] = themes.map(commonOf)
    if (ofFirst !== undefined && themes.every((theme) => commonOf(theme) !== undefined)) {
      const pointer = `${themesPointer}/0/common`
      return { place: 'theme', common: ofFirst, pointer, title: 'the first theme’s' }
    }
  }
  return { place: 'root', common: objectAt(root, 'common'), pointer: '/common', title: 'the root’s' }
}

function commonOf(layer: Json): JsonObject | undefined {
  return isObject(layer) ? ownObject(layer, 'common') : undefined
}

/** Makes every `common` whole, because clients take none in part; the share roles in it included. */
export function completeCommons(
  work: Work,
  root: JsonObject,
  defaults: JsonObject,
  themes: readonly Json[],
  main: Common,
): void {
  const required = ownObject(shippedFile(work.target), 'common') ?? {}
  completeMain(work, root, main, required)

  const ofDefaults = ownObject(defaults, 'common')
  const reason = (title: string) => `a "common" has to be whole: as in ${title}`
  if (ofDefaults !== undefined && ofDefaults !== main.common) {
    // This one replaces the root's, and the share roles with it.
    const whole = wholeCommon(required, main.common, own(main.common, 'shareRoles'))
    fill(work, ofDefaults, whole, `${defaultsPointer}/common`, reason(main.title))
  }
  const base = ofDefaults ?? main.common
  const title = ofDefaults === undefined ? main.title : 'the defaults’'
  themes.forEach((theme, index) => {
    const common = commonOf(theme)
    if (common === undefined || common === main.common) return
    // The roles reach a theme through the merge.
    const whole = wholeCommon(required, base, {})
    fill(work, common, whole, `${themesPointer}/${index}/common`, reason(title))
  })
  completeRoles(work, root, defaults, themes)
}

function completeMain(work: Work, root: JsonObject, main: Common, required: JsonObject): void {
  const ofServer = ownObject(work.target.serverValues, 'common')
  const { place, common, pointer, title } = main
  const whole = wholeCommon(required, {}, place === 'theme' ? {} : undefined)
  fill(work, common, whole, pointer, SHIPPED, place === 'root' ? ofServer : undefined)
  if (place === 'root' || ofServer === undefined) return
  const reason = `the server adds to the root’s "common", which has to be whole then: as in ${title}`
  fill(work, objectAt(root, 'common'), wholeCommon(required, common, undefined), '/common', reason)
}

/**
 * Every key that a `common` needs, with the values of another one, else the shipped ones.
 *
 * @param shareRoles the roles that it needs, the shipped ones unless given
 */
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
  if (valueBelow(shippedFile(work.target), 'common', 'shareRoles') === undefined) return
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
