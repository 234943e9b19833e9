import { isLeaf, type JsonObject, own } from '../../document/json.js'
import { DARK_KEY, LIGHT_KEY } from '../../formats/named-clients.js'
import { unique } from '../unique.js'
import { report } from '../work.js'
import { type Draft, type DraftTheme, moved, type Step, write } from './draft.js'
import type { Placed } from './source.js'

/** What people called the two themes that the old client knew by their keys. */
const knownTitles = new Map([
  [LIGHT_KEY, 'Light Theme'],
  [DARK_KEY, 'Dark Theme'],
])

/** Gives every theme its name: its old key, or one for people, and no name twice. */
export const nameThemes: Step = (draft) => {
  const keep = (draft.options.themeNames ?? draft.target.themeNames) === 'keep'
  const used = new Set<string>()
  const counters = new Map<string, number>()
  const blank: [DraftTheme, string][] = []
  for (const theme of draft.themes) {
    const title = titleOf(theme, keep)
    if (title.trim() === '') blank.push([theme, title])
    else writeName(draft, theme, title, unique(title, used, counters), keep)
  }
  // What has no name takes none away from those that have one.
  for (const [theme, title] of blank) writeName(draft, theme, title, unique('Theme', used, counters), keep)
}

function titleOf({ source }: DraftTheme, keep: boolean): string {
  return keep ? source.key : (knownTitles.get(source.key) ?? ownTitle(source) ?? readable(source.key))
}

function writeName(draft: Draft, theme: DraftTheme, title: string, name: string, keep: boolean): void {
  const { source, output, pointer } = theme
  if (!keep && !knownTitles.has(source.key) && name === own(source.value, 'theme-name')) {
    const slot = moved(name, `${source.pointer}/theme-name`, 'the theme’s own display name')
    write(draft, output, 'name', pointer, slot)
    draft.titled.add(theme)
  } else {
    const reason = `the name of the theme with the key ${JSON.stringify(source.key)}`
    // An empty theme is a leaf of its own, and its name is all that it becomes.
    const from = isLeaf(source.value) ? source.pointer : null
    write(draft, output, 'name', pointer, { value: name, from, action: 'added', reason })
  }
  if (name === title) return
  const why = title.trim() === '' ? 'has no name that could be shown' : `would have the same name as another`
  report(
    draft,
    'theme-renamed',
    source.pointer,
    `The theme with the key ${JSON.stringify(source.key)} ${why}; it is called ${JSON.stringify(name)} now. Give it a better name.`,
  )
}

function ownTitle(source: Placed<JsonObject>): string | undefined {
  const title = own(source.value, 'theme-name')
  return typeof title === 'string' && title.trim() !== '' ? title : undefined
}

/** `acme-blue_2` becomes `Acme Blue 2`. */
function readable(key: string): string {
  return key
    .split(/[-_\s]+/u)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toLocaleUpperCase('en') + word.slice(1))
    .join(' ')
}
