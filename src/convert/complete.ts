import { isObject, type Json, type JsonObject, own, ownObject, setOwn } from '../document/json.js'
import { child, type Pointer, valueBelow } from '../document/pointer.js'
import { nodeAt } from '../formats/places.js'
import type { KeyNode } from '../generated/places.js'
import { lacksNeed } from '../targets/merge.js'
import { isShown } from '../targets/modes.js'
import { shippedFile } from '../targets/shipped.js'
import { type Common, completeCommons, mainCommon } from './complete-common.js'
import { fill, objectAt, put, SHIPPED } from './fill.js'
import { defaultsPointer, report, themePath, themesPointer, type Work } from './work.js'

/**
 * Fills in what the target requires and the file lacks: from the file itself where it has something fitting,
 * else with the shipped values. Every value is in the ledger; those that people see are also reported. What the
 * server adds anyway is left to `supply`.
 */
export function complete(work: Work, root: JsonObject): void {
  const shipped = shippedFile(work.target)
  const clients = objectAt(root, 'clients')
  const web = objectAt(clients, 'web')
  const defaults = objectAt(web, 'defaults')
  const themes = listAt(web, 'themes')

  ensureTheme(work, themes)
  meetNeeds(work, root, defaults, themes)
  const main = mainCommon(root, defaults, themes)
  exchangeLogos(work, main, defaults)
  completeCommons(work, root, defaults, themes, main)
  fill(work, clients, ownObject(shipped, 'clients') ?? {}, '/clients', SHIPPED)
  themes.forEach((theme, index) => {
    if (isObject(theme)) completeGroups(work, theme, `${themesPointer}/${index}`, defaults)
  })
}

/**
 * Adds what the server adds too, so that the file is whole without it. Where nothing else had to change, the file
 * is right as it is.
 */
export function supply(work: Work, root: JsonObject): void {
  if (work.ledger.entries.every(({ action }) => action === 'kept')) return
  fill(work, root, work.target.serverValues, '', SHIPPED)
}

/** A missing logo of the login page or top bar is the common one, and the other way round. */
function exchangeLogos(work: Work, { common, pointer, title }: Common, defaults: JsonObject): void {
  const login = valueBelow(defaults, 'logo', 'login')
  if (!Object.hasOwn(common, 'logo') && typeof login === 'string') {
    put(work, common, 'logo', login, `${pointer}/logo`, 'the logo of the login page')
  }
  const logo = own(common, 'logo')
  if (typeof logo !== 'string') return
  const group = objectAt(defaults, 'logo')
  for (const slot of ['topbar', 'login'] as const) {
    if (!Object.hasOwn(group, slot)) {
      put(work, group, slot, logo, `${defaultsPointer}/logo/${slot}`, `the logo in ${title} common`)
    }
  }
}

/** Clients take a group of a theme only whole. */
function completeGroups(work: Work, theme: JsonObject, pointer: Pointer, defaults: JsonObject): void {
  const groups = nodeAt(work.target.places, themePath)?.keys ?? {}
  for (const name of Object.keys(groups)) {
    const { place, required } = groups[name] as KeyNode
    // A "common" is completed from others, too.
    if (required === undefined || place === 'common') continue
    const group = ownObject(theme, name)
    const template = ownObject(defaults, name)
    if (group === undefined || template === undefined) continue
    const whole = Object.fromEntries(required.map((key) => [key, own(template, key) as Json]))
    fill(work, group, whole, `${pointer}/${name}`, `a theme’s "${name}" has to be whole: as in the defaults`)
  }
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

function listAt(object: JsonObject, key: string): Json[] {
  const present = own(object, key)
  if (Array.isArray(present)) return present
  const empty: Json[] = []
  setOwn(object, key, empty)
  return empty
}
