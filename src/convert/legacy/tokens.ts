import { isLeaf, isObject, type Json, type JsonObject, own, ownObject, setOwn } from '../../document/json.js'
import { child, escapeToken, type Pointer } from '../../document/pointer.js'
import { isOpenCloudTokenGroup } from '../../formats/detect.js'
import { dropOtherProducts } from '../other-product.js'
import { defaultsPointer, keysAt, report, themePath } from '../work.js'
import { type Draft, type DraftTheme, moved, type Step, write } from './draft.js'
import { dropSuddenlyRead } from './unknown.js'

/** The maps of tokens, in the order of the shipped files. */
const tokenGroups = ['breakpoints', 'colorPalette', 'fontSizes', 'sizes', 'spacing'] as const
const known: ReadonlySet<string> = new Set([...tokenGroups, 'fontFamily'])

const REASON = 'tokens stay in their theme'
const SHARED_REASON = 'all themes set the same value'
const UNSET_REASON = 'an empty token is not set, and no theme sets it'

/**
 * The design tokens: what all themes set alike goes to `defaults`, the rest stays in its theme. A token that
 * some theme leaves unset is never shared, or that theme would inherit it. An empty token is left out where no
 * theme sets it; otherwise it stays, because clients up to Web 12.4.0 clear a token of the theme that was shown
 * before only when the next one has it as an empty text.
 */
export const convertTokens: Step = (draft) => {
  const sharedTokens: JsonObject = {}
  const all = draft.themes.map(({ source }) => own(source.value, 'designTokens'))
  const outputs = draft.themes.map((): JsonObject => ({}))
  for (const group of tokenGroups) convertGroup(draft, group, all, outputs, sharedTokens)
  convertFontFamily(draft, all, outputs, sharedTokens)
  if (!isLeaf(sharedTokens)) draft.defaults['designTokens'] = sharedTokens
  draft.themes.forEach((theme, index) => {
    const tokens = all[index]
    const output = outputs[index] as JsonObject
    if (isObject(tokens)) convertOthers(draft, theme, tokens, output)
    if (!isLeaf(output)) theme.output['designTokens'] = output
  })
}

function convertGroup(
  draft: Draft,
  group: string,
  all: readonly (Json | undefined)[],
  outputs: readonly JsonObject[],
  sharedTokens: JsonObject,
): void {
  const maps = all.map((tokens) => readMap(tokens, group))
  if (maps.every((map) => map === undefined)) return
  const shared = sharedOf(maps)
  const context: GroupContext = {
    draft,
    group,
    shared,
    set: setSomewhere(maps),
    sharedTo: `${defaultsPointer}/designTokens/${group}/`,
  }
  draft.themes.forEach((theme, index) => {
    const map = maps[index]
    if (map === undefined) return
    const output = convertMap(context, theme, map, index === 0)
    if (output !== undefined) (outputs[index] as JsonObject)[group] = output
  })
  const [first] = maps
  if (shared.size === 0 || first === undefined) return
  const sharedMap: JsonObject = {}
  first.keys.forEach((key, position) => {
    if (shared.has(key)) setOwn(sharedMap, key, first.values[position] as Json)
  })
  sharedTokens[group] = sharedMap
}

/** The tokens of one group of a theme, listed once: every step walks through them. */
interface TokenMap {
  readonly map: JsonObject
  readonly keys: readonly string[]
  readonly values: readonly Json[]
}

function readMap(tokens: Json | undefined, group: string): TokenMap | undefined {
  const map = isObject(tokens) ? ownObject(tokens, group) : undefined
  return map && { map, keys: Object.keys(map), values: Object.values(map) }
}

interface GroupContext {
  readonly draft: Draft
  readonly group: string
  /** The tokens that every theme sets alike. */
  readonly shared: ReadonlySet<string>
  /** The tokens that any theme gives a value. */
  readonly set: ReadonlySet<string>
  /** The pointer of the shared tokens, with a slash behind. */
  readonly sharedTo: Pointer
}

/**
 * What stays of one map of tokens in its theme, `undefined` for nothing. This loop sees nearly all values of a
 * file; a map that stays whole is copied at once, which is many times faster than key by key and takes less memory.
 */
function convertMap(
  context: GroupContext,
  theme: DraftTheme,
  { map, keys, values }: TokenMap,
  isFirst: boolean,
): JsonObject | undefined {
  const { draft, group, shared, set, sharedTo } = context
  const { ledger } = draft
  const from = `${theme.source.pointer}/designTokens/${group}`
  const fromSlash = `${from}/`
  const toSlash = `${theme.pointer}/designTokens/${group}/`
  const isShared = shared.size > 0
  const left: string[] = []
  let unset = 0
  for (let position = 0; position < keys.length; position += 1) {
    const key = keys[position] as string
    const token = escapeToken(key)
    if (isShared && shared.has(key)) {
      ledger.add(fromSlash + token, sharedTo + token, isFirst ? 'moved' : 'shared', SHARED_REASON)
      left.push(key)
    } else if (values[position] === '' && !set.has(key)) {
      ledger.add(fromSlash + token, null, 'dropped', UNSET_REASON)
      left.push(key)
      unset += 1
    } else {
      ledger.add(fromSlash + token, toSlash + token, 'moved', REASON)
    }
  }
  if (keys.length === 0) ledger.add(from, null, 'dropped', 'it is empty')
  if (unset > 0) reportUnset(draft, from, group, unset)
  if (left.length === keys.length) return undefined
  const output = { ...map }
  for (const key of left) delete output[key]
  return output
}

function reportUnset(draft: Draft, from: Pointer, group: string, count: number): void {
  const what = count === 1 ? 'One empty token was' : `${count} empty tokens were`
  const whose = count === 1 ? 'it' : 'them'
  report(
    draft,
    'tokens-unset',
    from,
    `${what} left out of ${group}: an empty token is not set, and no theme sets ${whose}.`,
  )
}

const none: ReadonlySet<string> = new Set()

/** The tokens that every theme sets to the same value. A single theme shares nothing with others. */
function sharedOf(maps: readonly (TokenMap | undefined)[]): ReadonlySet<string> {
  const [first] = maps
  if (first === undefined || maps.length === 1) return none
  let shared: number[] | undefined
  for (let index = 1; index < maps.length; index += 1) {
    const other = maps[index]
    if (other === undefined) return none
    const candidates: readonly number[] | undefined = shared
    const count = candidates === undefined ? first.keys.length : candidates.length
    shared = []
    for (let candidate = 0; candidate < count; candidate += 1) {
      const position = candidates === undefined ? candidate : (candidates[candidate] as number)
      const value = first.values[position] as Json
      if (value === '') continue
      const key = first.keys[position] as string
      // Themes mostly list their tokens alike; looking a key up takes many times longer.
      const theirs = other.keys[position] === key ? other.values[position] : other.map[key]
      if (theirs === value) shared.push(position)
    }
    if (shared.length === 0) return none
  }
  return new Set(shared?.map((position) => first.keys[position] as string))
}

/** The tokens that any theme gives a value. Only asked about empty ones, so none without those. */
function setSomewhere(maps: readonly (TokenMap | undefined)[]): ReadonlySet<string> {
  const empty = new Set<string>()
  for (const map of maps) {
    if (map === undefined) continue
    const { keys, values } = map
    for (let position = 0; position < keys.length; position += 1) {
      if (values[position] === '') empty.add(keys[position] as string)
    }
  }
  if (empty.size === 0) return none
  const set = new Set<string>()
  for (const map of maps) {
    if (map === undefined) continue
    const { keys, values } = map
    for (let position = 0; position < keys.length; position += 1) {
      if (values[position] !== '' && empty.has(keys[position] as string)) set.add(keys[position] as string)
    }
  }
  return set
}

function convertFontFamily(
  draft: Draft,
  all: readonly (Json | undefined)[],
  outputs: readonly JsonObject[],
  sharedTokens: JsonObject,
): void {
  const values = all.map((tokens) => (isObject(tokens) ? own(tokens, 'fontFamily') : undefined))
  const [first] = values
  const isShared = values.length > 1 && first !== '' && values.every((value) => value === first)
  const isSet = values.some((value) => value !== undefined && value !== '')
  values.forEach((value, index) => {
    if (value === undefined) return
    const theme = draft.themes[index] as DraftTheme
    const from = `${theme.source.pointer}/designTokens/fontFamily`
    if (isShared) {
      sharedTokens['fontFamily'] = value
      const to = `${defaultsPointer}/designTokens/fontFamily`
      draft.ledger.add(from, to, index === 0 ? 'moved' : 'shared', SHARED_REASON)
    } else if (!isSet) {
      draft.ledger.add(from, null, 'dropped', UNSET_REASON)
      report(draft, 'tokens-unset', from, 'The empty fontFamily was left out: an empty token is not set.')
    } else {
      write(
        draft,
        outputs[index] as JsonObject,
        'fontFamily',
        `${theme.pointer}/designTokens`,
        moved(value, from, REASON),
      )
    }
  })
}

/** Groups of tokens that nobody knows stay in their theme, unless the new client would read them. */
function convertOthers(draft: Draft, theme: DraftTheme, tokens: JsonObject, output: JsonObject): void {
  const read = keysAt(draft.target, [...themePath, 'designTokens'])
  for (const key of Object.keys(tokens)) {
    if (known.has(key)) continue
    const value = tokens[key] as Json
    const from = child(`${theme.source.pointer}/designTokens`, key)
    if (Object.hasOwn(read, key)) dropSuddenlyRead(draft, key, value, from)
    else if (isOpenCloudTokenGroup(key, value)) dropOtherProducts(draft, value, from)
    else
      write(
        draft,
        output,
        key,
        `${theme.pointer}/designTokens`,
        moved(value, from, 'no client knows this key; it was kept'),
      )
  }
}
