import type { AnyPlace } from '../../formats/values.js'
import { child } from '../../json/pointer.js'
import { isObject, type JsonObject, own } from '../../json/value.js'
import { tokenValue } from '../../targets/design-tokens.js'
import {
  type Draft,
  isAcross,
  layersOf,
  lose,
  put,
  putStranger,
  type Scope,
  type Step,
  take,
} from '../draft.js'
import { oldClient } from './old-client.js'

const PALETTE: AnyPlace = 'tokens.colorPalette'

/** The colours of window and top bar, which ownCloud and OpenCloud 1.x call differently: background and text. */
const ofOwnCloud = ['swatch-brand-default', 'swatch-brand-contrast'] as const
const ofOpenCloud = ['background-chrome', 'swatch-inverse-default'] as const

/**
 * Between ownCloud and OpenCloud 1.x a palette stays one. The frame goes over under its other names, and what a theme
 * doesn't set keeps the default that its users saw, where the new client has another one.
 */
export const carryFrame: Step = (draft) => {
  const { defaults, themes, target, generation } = draft
  if (!isAcross(draft) || target.rowBorder !== undefined || layersOf(draft).some(hasNewNames)) return
  const isForOpenCloud = target.merge.common === 'flat'
  if (!isForOpenCloud && !layersOf(draft).some(({ values }) => values.has(PALETTE))) return
  const [before, after]: readonly (readonly string[])[] = isForOpenCloud
    ? [ofOwnCloud, ofOpenCloud]
    : [ofOpenCloud, ofOwnCloud]
  const parts = (before ?? []).map((token, index) => [token, after?.[index] ?? ''] as const)
  const settled = themes.map((theme) => frameOf(draft, [theme, defaults], parts, false))
  const ofPart =
    generation === 'branding' && themes.length === 0 ? frameOf(draft, [defaults], parts, true) : []
  // The new names meant something else, or nothing.
  dropTokens(
    draft,
    [...(after ?? []), ...(isForOpenCloud ? [] : ['background-chrome'])],
    settled.flat().concat(ofPart),
  )
  themes.forEach((theme, index) => {
    for (const token of settled[index] ?? []) putStranger(theme, PALETTE, token.name, token)
  })
  for (const token of ofPart) putStranger(defaults, PALETTE, token.name, token)
}

/** Whether the steps before made a palette out of roles, which has all that the target reads. */
function hasNewNames({ strangers }: Scope): boolean {
  return [...strangers.values()].some(({ group }) => group === PALETTE)
}

type Made = { readonly name: string } & Omit<Parameters<typeof putStranger>[3], 'known'>

function frameOf(
  draft: Draft,
  layers: readonly Scope[],
  parts: readonly (readonly [string, string])[],
  isPart: boolean,
): Made[] {
  const { fallback, client } = oldClient(draft)
  const made: Made[] = parts.flatMap(([token, name]): Made[] => {
    const set = tokenIn(layers, token)
    if (set !== undefined) return [{ ...set, name, action: 'moved', reason: `from ${token}` }]
    const value = isPart ? undefined : fallback(token)
    const reason = `${token} is not set: default of ${client}`
    return value === undefined ? [] : [{ name, value, from: null, action: 'fallback', reason }]
  })
  if (isPart) return made
  const taken = new Set(parts.flat())
  for (const property of Object.keys(draft.target.designTokens)) {
    const name = property.startsWith('color-') ? property.slice('color-'.length) : ''
    if (name === '' || name.startsWith('icon-') || taken.has(name) || tokenIn(layers, name) !== undefined)
      continue
    const value = fallback(name)
    if (value === undefined || value === tokenValue(draft.target.designTokens, property)) continue
    const reason = `not set: default of ${client}, as ${draft.target.title} has another`
    made.push({ name, value, from: null, action: 'fallback', reason })
  }
  return made
}

/** A token as the highest of some layers sets it; an empty one hides what is below it, and isn't set. */
function tokenIn(layers: readonly Scope[], token: string) {
  for (const { values } of layers) {
    const map = values.get(PALETTE)
    const value = isObject(map?.value) ? own(map.value, token) : undefined
    if (typeof value !== 'string' || map?.from == null) continue
    return value === '' ? undefined : { value, from: child(map.from, token) }
  }
  return undefined
}

/** Takes tokens out of every palette, because each theme has others in their place. */
function dropTokens(draft: Draft, tokens: readonly string[], made: readonly Made[]): void {
  const used = new Set(made.map(({ from }) => from))
  const renewed = new Set(made.map(({ name }) => name))
  for (const scope of layersOf(draft)) {
    const palette = scope.values.get(PALETTE)
    if (!isObject(palette?.value)) continue
    const left: JsonObject = { ...palette.value }
    for (const token of Object.keys(palette.value)) {
      const isEmptied = renewed.has(token) && palette.value[token] === ''
      if (!tokens.includes(token) && !isEmptied) continue
      const value = palette.value[token] as string
      const from = child(palette.from ?? '', token)
      delete left[token]
      if (!used.has(from))
        lose(draft, { value, from }, 'superseded', `${draft.target.title} paints other things with ${token}`)
    }
    if (Object.keys(left).length === Object.keys(palette.value).length) continue
    if (Object.keys(left).length > 0) put(scope, { ...palette, value: left })
    else take(scope, PALETTE)
  }
}
