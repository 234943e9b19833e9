import { clone, isObject, type Json, type JsonObject, own, ownObject, setOwn } from '../document/json.js'
import { child, type Pointer, valueBelow } from '../document/pointer.js'
import { lacksNeed } from '../targets/merge.js'
import { isShown } from '../targets/modes.js'
import { defaultsPointer, report, themesPointer, type Work } from './work.js'

/** The groups of a theme that clients take only whole. */
const wholeGroups = ['logo', 'loginPage'] as const

/**
 * Fills in what the target requires and the file lacks: from the file itself where it has something fitting,
 * else with the shipped values. Every value is in the ledger; those that people see are also reported.
 */
export function complete(work: Work, root: JsonObject): void {
  const shipped = work.target.shipped
  const common = objectAt(root, 'common')
  const clients = objectAt(root, 'clients')
  const web = objectAt(clients, 'web')
  const defaults = objectAt(web, 'defaults')
  const themes = listAt(web, 'themes')

  ensureTheme(work, themes)
  meetNeeds(work, root, defaults, themes)
  exchangeLogos(work, common, defaults)
  fill(work, root, shipped, '', 'the shipped value')
  completeCommon(work, defaults, defaultsPointer, common)
  themes.forEach((theme, index) => {
    if (isObject(theme)) completeTheme(work, theme, `${themesPointer}/${index}`, common, defaults)
  })
}

/** A missing logo of the login page or top bar is the common one, and the other way round. */
function exchangeLogos(work: Work, common: JsonObject, defaults: JsonObject): void {
  const login = valueBelow(defaults, 'logo', 'login')
  if (!Object.hasOwn(common, 'logo') && typeof login === 'string') {
    put(work, common, 'logo', login, '/common/logo', 'the logo of the login page')
  }
  const logo = own(common, 'logo')
  if (typeof logo !== 'string') return
  const group = objectAt(defaults, 'logo')
  for (const slot of ['topbar', 'login'] as const) {
    if (!Object.hasOwn(group, slot)) {
      put(work, group, slot, logo, `${defaultsPointer}/logo/${slot}`, 'the logo in the root’s common')
    }
  }
}

function completeTheme(
  work: Work,
  theme: JsonObject,
  pointer: Pointer,
  common: JsonObject,
  defaults: JsonObject,
): void {
  completeCommon(work, theme, pointer, common)
  for (const name of wholeGroups) {
    const group = ownObject(theme, name)
    const template = ownObject(defaults, name)
    const required = valueBelow(work.target.shipped, 'clients', 'web', 'defaults', name)
    if (group === undefined || template === undefined || !isObject(required)) continue
    const whole = Object.fromEntries(Object.keys(required).map((key) => [key, own(template, key) as Json]))
    fill(work, group, whole, `${pointer}/${name}`, `a theme’s "${name}" has to be whole: as in the defaults`)
  }
}

/** A `common` below the root has to be whole too. The share roles reach it through the merge. */
function completeCommon(work: Work, layer: JsonObject, pointer: Pointer, root: JsonObject): void {
  const common = ownObject(layer, 'common')
  if (common === undefined) return
  const required = ownObject(work.target.shipped, 'common') ?? {}
  const whole: JsonObject = {}
  for (const key of Object.keys(required)) {
    // In `defaults` the whole `common` replaces the root's, so the roles have to be repeated there.
    whole[key] = key === 'shareRoles' && pointer !== defaultsPointer ? {} : (own(root, key) as Json)
  }
  const urls = Object.fromEntries(
    Object.keys(ownObject(required, 'urls') ?? {}).map((key) => [key, valueBelow(root, 'urls', key) as Json]),
  )
  whole['urls'] = urls
  fill(work, common, whole, `${pointer}/common`, 'a "common" has to be whole: as in the root’s')
}

/** Clients mount nothing without a theme that they can show. */
function ensureTheme(work: Work, themes: Json[]): void {
  if (themes.some((theme) => isShown(theme))) return
  const theme = { isDark: false, name: 'Light Theme' }
  work.ledger.make(
    theme,
    `${themesPointer}/${themes.length}`,
    'fallback',
    'clients need a theme that they can show',
  )
  themes.push(theme)
  report(
    work,
    'fallback-used',
    '',
    `The file has no theme that ${work.target.title} could show, and without one it shows nothing at all. A "Light Theme" in the design system's own colours was added.`,
  )
}

/** What the pages need beyond the client's own check. */
function meetNeeds(work: Work, root: JsonObject, defaults: JsonObject, themes: readonly Json[]): void {
  for (const need of work.target.needs) {
    if (need.standIn === undefined) continue
    if (!themes.some((theme) => isObject(theme) && lacksNeed(root, theme, need, work.target))) continue
    let object = defaults
    for (const key of need.path.slice(0, -1)) object = objectAt(object, key)
    const pointer = need.path.reduce(child, defaultsPointer)
    put(work, object, need.path[need.path.length - 1] as string, need.standIn, pointer, need.otherwise)
  }
}

/** Fills every key that a template has and an object lacks. */
function fill(work: Work, object: JsonObject, template: JsonObject, pointer: Pointer, reason: string): void {
  for (const key of Object.keys(template)) {
    const value = template[key] as Json
    const present = own(object, key)
    const to = child(pointer, key)
    if (present === undefined) put(work, object, key, value, to, reason)
    // The share roles are the file's own matter once it has any.
    else if (isObject(present) && isObject(value) && key !== 'shareRoles')
      fill(work, present, value, to, reason)
  }
}

function put(work: Work, object: JsonObject, key: string, value: Json, to: Pointer, reason: string): void {
  setOwn(object, key, clone(value))
  work.ledger.make(value, to, 'fallback', reason)
  if (key === 'shareRoles') return
  reportVisible(work, value, to, reason)
}

/** People see texts and images; empty texts and maps are nothing to look at. */
function reportVisible(work: Work, value: Json, to: Pointer, reason: string): void {
  if (isObject(value)) {
    for (const key of Object.keys(value)) {
      if (key !== 'shareRoles') reportVisible(work, value[key] as Json, child(to, key), reason)
    }
  } else if (value !== '') {
    report(
      work,
      'fallback-used',
      to,
      `The file has no value for ${to}, which ${work.target.title} requires. ${JSON.stringify(value)} stands in (${reason}); put your own there if that is not what you want.`,
    )
  }
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const present = ownObject(object, key)
  if (present !== undefined) return present
  const empty: JsonObject = {}
  setOwn(object, key, empty)
  return empty
}

function listAt(object: JsonObject, key: string): Json[] {
  const present = own(object, key)
  if (Array.isArray(present)) return present
  const empty: Json[] = []
  setOwn(object, key, empty)
  return empty
}
