import { isLeaf, isObject, type Json, own } from '../../document/json.js'
import { child } from '../../document/pointer.js'
import { isOpenCloudKey } from '../../formats/detect.js'
import { OLD_SCHEMA } from '../ledger.js'
import { dropOtherProducts } from '../other-product.js'
import { keysAt, themePath } from '../work.js'
import { type Draft, type DraftTheme, moved, type Step, write } from './draft.js'
import { copyUnknown, copyUnknownKey } from './unknown.js'

/** Groups that have a step of their own. */
const themeGroups: ReadonlySet<string> = new Set([
  'general',
  'logo',
  'loginPage',
  'appBanner',
  'designTokens',
])

/** Groups of flat files without a successor, and why. */
const goneGroups = new Map([
  ['colors', 'no client since 2019 reads colours from here; design tokens took their place'],
  ['filesList', 'no client since Web 3.0 has this setting'],
])

const flatGroups: ReadonlySet<string> = new Set([...themeGroups, ...goneGroups.keys(), '$schema'])

/** Everything that no other step reads: other clients, unknown keys, empty groups. */
export const convertRest: Step = (draft) => {
  for (const { key, pointer, value } of draft.source.clients) {
    write(
      draft,
      draft.clients,
      key,
      '/clients',
      moved(value, pointer, 'clients stand side by side in "clients"'),
    )
  }
  for (const { key, pointer, value } of draft.source.rest) {
    if (key === '$schema') draft.ledger.drop(value, pointer, OLD_SCHEMA)
    else copyUnknownKey(draft, key, value, pointer, draft.root, '', { common: {}, clients: {} })
  }
  const { common } = draft.source
  if (common !== undefined && isLeaf(common.value))
    draft.ledger.add(common.pointer, null, 'dropped', 'it is empty')
  for (const theme of draft.themes) convertThemeRest(draft, theme)
}

function convertThemeRest(draft: Draft, theme: DraftTheme): void {
  const { value, pointer } = theme.source
  for (const name of themeGroups) {
    const group = own(value, name)
    if (isObject(group) && isLeaf(group))
      draft.ledger.add(`${pointer}/${name}`, null, 'dropped', 'it is empty')
  }
  const isFlat = draft.source.generation === 'flat'
  if (isFlat) {
    for (const [name, reason] of goneGroups) {
      const group = own(value, name)
      if (group !== undefined) draft.ledger.drop(group, child(pointer, name), reason)
    }
    const schema = own(value, '$schema')
    if (schema !== undefined) draft.ledger.drop(schema, '/$schema', OLD_SCHEMA)
  }
  const known = new Set(isFlat ? flatGroups : themeGroups)
  // As a display name it is noted with the theme's name.
  if (draft.titled.has(theme)) known.add('theme-name')
  for (const key of Object.keys(value)) {
    const item = value[key] as Json
    if (known.has(key) || !isOpenCloudKey(key, item)) continue
    dropOtherProducts(draft, item, child(pointer, key))
    known.add(key)
  }
  copyUnknown(draft, value, pointer, theme.output, theme.pointer, known, keysAt(draft.target, themePath))
}
