import { DARK_KEY, LIGHT_KEY } from '../../formats/named-clients.js'
import type { Pointer } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import {
  type Draft,
  inputPointerOf,
  isAcross,
  made,
  pointerOf,
  put,
  putUnknownKey,
  report,
  type Step,
  type Theme,
  take,
} from '../draft.js'

const NAME = 'theme.name'

/** Gives every theme a unique name. */
export const nameThemes: Step = (draft) => {
  if (draft.hasLegacyThemes) nameByKeys(draft)
  else nameByNames(draft)
}

/** Reports that the client lists themes by the name of the product, which is the same for all of them. */
export const reportSharedChoice: Step = (draft) => {
  const { target, themes, root } = draft
  if (target.choice.isTitleMerged !== true || !isAcross(draft) || themes.length < 2) return
  report(
    draft,
    'choice-shared',
    pointerOf(root, 'common.name'),
    `${target.title} lists the ${themes.length} themes by the name of the product and stores the choice by it, so browsers can't remember which of them was chosen. The label of each theme counts from OpenCloud Web 2.0 on.`,
  )
}

/** Readable names for the two keys that the old client knew. */
const knownTitles = new Map([
  [LIGHT_KEY, 'Light Theme'],
  [DARK_KEY, 'Dark Theme'],
])

/** Names each theme by its key in the map: as it is, or made readable. */
function nameByKeys(draft: Draft): void {
  const keep = (draft.options.themeNames ?? draft.target.themeNames) === 'keep'
  const names = new Names()
  const blank: [Theme, string][] = []
  for (const theme of draft.themes) {
    const title = titleOf(theme, keep)
    if (title.trim() === '') blank.push([theme, title])
    else nameByKey(draft, theme, title, names.free(title), keep)
  }
  // Unnamed themes don't take a name from named ones.
  for (const [theme, title] of blank) nameByKey(draft, theme, title, names.free('Theme'), keep)
}

function titleOf({ key = '', values }: Theme, keep: boolean): string {
  if (keep) return key
  const own = values.get(NAME)?.value
  const title = typeof own === 'string' && own.trim() !== '' ? own : undefined
  return knownTitles.get(key) ?? title ?? readable(key)
}

function nameByKey(draft: Draft, theme: Theme, title: string, name: string, keep: boolean): void {
  const { key = '', from, isEmpty } = theme
  const own = take(theme, NAME)
  if (own !== undefined && !keep && !knownTitles.has(key) && name === own.value) {
    put(theme, { ...own, reason: 'display name of the theme' })
  } else {
    // A display name that isn't used as the name stays under its own key.
    if (own !== undefined) {
      const ownKey = (own.from as Pointer).slice(from.length + 1)
      const reason = 'unknown key, kept'
      putUnknownKey(theme, '', ownKey, { ...own, reason, known: { place: NAME } })
    }
    const reason = `name of the theme with the key ${quoted(key)}`
    // An empty theme is a leaf of the input; its entry is that of the name.
    put(theme, { ...made(NAME, name, 'added', reason), from: isEmpty ? from : null })
  }
  if (name === title) return
  const why = title.trim() === '' ? 'has no display name' : `would have the same name as another`
  report(
    draft,
    'theme-renamed',
    from,
    `The theme with the key ${quoted(key)} ${why}. It was named ${quoted(name)}; choose a better name.`,
  )
}

/** `acme-blue_2` becomes `Acme Blue 2`. */
function readable(key: string): string {
  return key
    .split(/[-_\s]/u)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toLocaleUpperCase('en') + word.slice(1))
    .join(' ')
}

/** Names themes that have no name, and renames those whose name is taken. */
function nameByNames(draft: Draft): void {
  const used = new Map<string, Names>()
  const free = (name: string, { values }: Theme) => {
    const scope =
      draft.target.uniqueNames === 'mode' ? String(values.get('theme.mode')?.value === 'vault') : ''
    const names = used.get(scope) ?? new Names()
    used.set(scope, names)
    return names.free(name)
  }
  const unnamed: Theme[] = []
  for (const theme of draft.themes) {
    const present = theme.values.get(NAME)
    if (present === undefined) unnamed.push(theme)
    if (typeof present?.value !== 'string') continue
    const name = free(present.value, theme)
    if (name === present.value) continue
    const reason = 'another theme has the same name, so browsers could not remember this choice'
    put(theme, { ...present, value: name, action: 'rewritten', reason })
    reportName(
      draft,
      theme,
      `Two themes are named ${quoted(present.value)}, so browsers could not remember the choice of the second. It was renamed ${quoted(name)}.`,
    )
  }
  // Unnamed themes don't take a name from named ones.
  for (const theme of unnamed) {
    const name = free('Theme', theme)
    put(theme, made(NAME, name, 'fallback', 'clients require a name'))
    reportName(draft, theme, `A theme has no name. It was named ${quoted(name)}.`)
  }
}

function reportName(draft: Draft, theme: Theme, what: string): void {
  report(draft, 'theme-renamed', inputPointerOf(theme, NAME), `${what} Choose a better name.`)
}

/** The names in use. */
class Names {
  private readonly used = new Set<string>()
  /** The next number to try for each name: thousands of equal names would be slow otherwise. */
  private readonly counters = new Map<string, number>()

  /** The name, with a number if it is in use. */
  free(name: string): string {
    let candidate = name
    for (let number = this.counters.get(name) ?? 2; this.used.has(candidate); number += 1) {
      candidate = `${name} ${number}`
      this.counters.set(name, number + 1)
    }
    this.used.add(candidate)
    return candidate
  }
}
