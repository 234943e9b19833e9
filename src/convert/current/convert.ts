import {
  clone,
  isLeaf,
  isObject,
  type Json,
  type JsonObject,
  own,
  ownObject,
  setOwn,
} from '../../document/json.js'
import { child, type Pointer } from '../../document/pointer.js'
import { isOpenCloudKey, isOpenCloudTokenGroup } from '../../formats/detect.js'
import { isLegacySchema } from '../../formats/legacy-schemas.js'
import { clientSections } from '../../formats/rewrap.js'
import { targets } from '../../targets/index.js'
import { modeOf } from '../../targets/modes.js'
import { backgroundOf, isDarkBackground, isDarkByName } from '../darkness.js'
import { OLD_SCHEMA } from '../ledger.js'
import { dropOtherProducts } from '../other-product.js'
import { movePath } from '../paths.js'
import { unique } from '../unique.js'
import { report, themesPointer, type Work } from '../work.js'

/** What becomes of a value with a rule of its own: the new value, or `undefined` when it is left out. */
type Rule = (work: Work, value: Json, from: Pointer, to: Pointer) => Json | undefined

/** Rules by key, at any depth; `*` stands for the items of a list. */
interface Rules {
  readonly [key: string]: Rule | Rules
}

const KEPT = 'the target reads or ignores it as it is'

/**
 * Carries a document of the current shape over to another target: everything stays, but for what the target
 * gave up, images that are served elsewhere, and names that stand twice. The result may still lack required values.
 *
 * @param from where the `clients` object stands in the input: `''` for drafts that have its keys at the root
 * @param invalid pointers into the input of values to leave out
 */
export function convertCurrent(
  work: Work,
  document: JsonObject,
  clientsAt: '' | '/clients',
  invalid: ReadonlySet<Pointer>,
): JsonObject {
  const copier = new Copier(work, invalid)
  const rules = rulesFor(work)
  const isClient = (key: string) => clientsAt === '' && clientSections.has(key)
  const root = copier.object(document, '', '', rules, isClient) ?? {}
  if (clientsAt === '') {
    const clients: JsonObject = {}
    for (const key of Object.keys(document)) {
      if (!clientSections.has(key)) continue
      copier.entry(clients, key, document[key] as Json, '', '/clients', rules['clients'] as Rules)
    }
    setOwn(root, 'clients', clients)
  }
  const web = isObject(root['clients']) ? root['clients']['web'] : undefined
  const themes = isObject(web) ? web['themes'] : undefined
  if (Array.isArray(themes)) {
    nameThemes(work, themes)
    judgeDarkness(work, themes, ownObject(web as JsonObject, 'defaults') ?? {})
  }
  return root
}

/** Copies values leaf by leaf into the ledger, applying the rules on the way. */
class Copier {
  constructor(
    private readonly work: Work,
    private readonly invalid: ReadonlySet<Pointer>,
  ) {}

  /** @returns `undefined` when nothing is left: what is empty only because of that says nothing any more */
  object(
    source: JsonObject,
    from: Pointer,
    to: Pointer,
    rules: Rules | undefined,
    skip: (key: string) => boolean = () => false,
  ): JsonObject | undefined {
    const output: JsonObject = {}
    let isWritten = false
    for (const key of Object.keys(source)) {
      if (!skip(key) && this.entry(output, key, source[key] as Json, from, to, rules)) isWritten = true
    }
    return isWritten ? output : undefined
  }

  /** @returns whether anything was written */
  entry(
    output: JsonObject,
    key: string,
    value: Json,
    from: Pointer,
    to: Pointer,
    rules: Rules | undefined,
  ): boolean {
    const copy = this.value(value, child(from, key), child(to, key), rules && ruleOf(rules, key))
    if (copy === undefined) return false
    setOwn(output, key, copy)
    return true
  }

  private value(value: Json, from: Pointer, to: Pointer, rule: Rule | Rules | undefined): Json | undefined {
    if (this.invalid.has(from)) {
      this.work.ledger.drop(
        value,
        from,
        'the target does not take a value of this type, and the caller asked to leave such out',
      )
      return undefined
    }
    if (typeof rule === 'function') return rule(this.work, value, from, to)
    if (isLeaf(value)) {
      const copy = clone(value)
      const action = from === to ? 'kept' : 'moved'
      if (typeof copy === 'object' && copy !== null) this.work.ledger.addEmpty(from, to, action, KEPT, copy)
      else this.work.ledger.add(from, to, action, KEPT)
      return copy
    }
    if (Array.isArray(value)) return this.list(value, from, to, rule)
    return this.object(value as JsonObject, from, to, rule)
  }

  private list(
    items: readonly Json[],
    from: Pointer,
    to: Pointer,
    rules: Rules | undefined,
  ): Json[] | undefined {
    const output: Json[] = []
    items.forEach((item, index) => {
      const itemFrom = child(from, index)
      if (to === themesPointer && dropsTheme(this.work, item, itemFrom)) return
      const copy = this.value(item, itemFrom, child(to, output.length), rules && ruleOf(rules, '*'))
      // A theme is one even when nothing is left in it.
      if (copy !== undefined) output.push(copy)
      else if (isObject(item) && !this.invalid.has(itemFrom)) output.push({})
    })
    return output.length === 0 ? undefined : output
  }
}

function ruleOf(rules: Rules, key: string): Rule | Rules | undefined {
  return Object.hasOwn(rules, key) ? rules[key] : undefined
}

/** The rules for a target; which keys it gave up is the target's own data. */
function rulesFor({ target }: Work): Rules {
  const layer: Record<string, Rule | Rules> = {
    favicon: unless(isOpenCloudKey, 'favicon'),
    common: { logo: image },
    logo: { topbar: image, topbarSm: image, favicon: image, login: image, notFound: image },
    loginPage: { backgroundImg: image },
    appBanner: { icon: image },
    designTokens: { roles: unless(isOpenCloudTokenGroup, 'roles') },
  }
  for (const { group, key, reason } of target.gone) {
    layer[group] = { ...layer[group], [key]: goneRule(reason) }
  }
  return {
    $schema: schemaRule,
    common: { logo: image },
    clients: {
      web: { defaults: layer, themes: { '*': { ...layer, label: unless(isOpenCloudKey, 'label') } } },
    },
  }
}

/** Drafts may hold what would make the new file look like one of another product. */
const unless =
  (isOther: (key: string, value: Json) => boolean, key: string): Rule =>
  (work, value, from, to) => {
    if (!isOther(key, value)) return keep(work, value, from, to)
    dropOtherProducts(work, value, from)
    return undefined
  }

const keep: Rule = (work, value, from, to) => {
  work.ledger.addTree(value, from, to, from === to ? 'kept' : 'moved', KEPT)
  return clone(value)
}

const image: Rule = (work, value, from, to) => {
  const change = typeof value === 'string' ? movePath(work, value, from) : undefined
  if (change === undefined || change.kind === 'same') {
    return keep(work, value, from, to)
  }
  if (change.kind === 'gone') {
    work.ledger.add(from, null, 'dropped', change.reason)
    return undefined
  }
  work.ledger.add(from, to, 'rewritten', change.reason)
  return change.path
}

const goneRule =
  (reason: string): Rule =>
  (work, value, from) => {
    work.ledger.drop(value, from, reason)
    report(work, 'setting-gone', from, `${from} was left out: ${reason}.`)
    return undefined
  }

/** A schema of ours follows the target, but for one of an old shape; anybody else's stays. */
const schemaRule: Rule = (work, value, from, to) => {
  if (isLegacySchema(value)) {
    work.ledger.drop(value, from, OLD_SCHEMA)
    return undefined
  }
  const isOurs = Object.values(targets).some(({ schema }) => schema === value)
  if (!isOurs || value === work.target.schema) {
    return keep(work, value, from, to)
  }
  work.ledger.add(from, to, 'rewritten', `the schema of ${work.target.title}`)
  return work.target.schema
}

/** A client that knows no vault would offer its themes to everybody. */
function dropsTheme(work: Work, theme: Json, from: Pointer): boolean {
  const mode = modeOf(theme)
  if (work.target.modes.includes(mode)) return false
  work.ledger.drop(theme, from, `${work.target.title} has no ${mode} and would offer this theme to everybody`)
  const name = isObject(theme) ? JSON.stringify(own(theme, 'name') ?? null) : ''
  report(
    work,
    'theme-dropped',
    from,
    `The theme ${name} is for the ${mode}, which ${work.target.title} does not have: it would be offered to everybody. It was left out.`,
  )
  return true
}

/** Gives a name to themes that have none, and another one to those whose name is taken. */
function nameThemes(work: Work, themes: readonly Json[]): void {
  const used = new Map<string, Set<string>>()
  const counters = new Map<string, number>()
  const free = (name: string, theme: JsonObject) => {
    const scope = work.target.uniqueNames === 'mode' ? modeOf(theme) : ''
    const taken = used.get(scope) ?? new Set()
    used.set(scope, taken)
    return unique(name, taken, counters)
  }
  const renamed = new Map<Pointer, { present: string; name: string }>()
  const unnamed: [JsonObject, Pointer][] = []
  themes.forEach((theme, index) => {
    if (!isObject(theme)) return
    const pointer = `${themesPointer}/${index}/name`
    const present = own(theme, 'name')
    if (present === undefined) unnamed.push([theme, pointer])
    if (typeof present !== 'string') return
    const name = free(present, theme)
    if (name === present) return
    theme['name'] = name
    renamed.set(pointer, { present, name })
  })
  if (renamed.size > 0) noteRenamed(work, renamed)
  // What has no name takes none away from those that have one.
  for (const [theme, pointer] of unnamed) {
    theme['name'] = free('Theme', theme)
    work.ledger.add(null, pointer, 'fallback', 'clients require a name')
    report(
      work,
      'theme-renamed',
      pointer,
      `A theme has no name; it is called ${JSON.stringify(theme['name'])} now. Give it a better one.`,
    )
  }
}

function noteRenamed(
  work: Work,
  renamed: ReadonlyMap<Pointer, { readonly present: string; readonly name: string }>,
): void {
  for (const entry of work.ledger.entries) {
    if (entry.to === null || !renamed.has(entry.to)) continue
    entry.action = 'rewritten'
    entry.reason = 'another theme has the same name, so that this one could not be chosen lastingly'
  }
  for (const [pointer, { present, name }] of renamed) {
    report(
      work,
      'theme-renamed',
      pointer,
      `Two themes are called ${JSON.stringify(present)}, so that the second could not be chosen lastingly; it is called ${JSON.stringify(name)} now. Give it a better name.`,
    )
  }
}

function judgeDarkness(work: Work, themes: readonly Json[], defaults: JsonObject): void {
  themes.forEach((theme, index) => {
    if (!isObject(theme) || Object.hasOwn(theme, 'isDark')) return
    const isDark = isDarkBackground(backgroundOf(theme, defaults)) ?? isDarkByName(theme['name'])
    theme['isDark'] = isDark
    const pointer = `${themesPointer}/${index}/isDark`
    work.ledger.add(
      null,
      pointer,
      'fallback',
      'clients require it; judged by the background, else by the name',
    )
    report(
      work,
      'fallback-used',
      pointer,
      `The theme ${JSON.stringify(theme['name'])} does not say whether it is dark; it was taken for a ${isDark ? 'dark' : 'light'} one. Check "isDark".`,
    )
  })
}
