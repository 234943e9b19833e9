import type { AnyPlace } from '../../formats/values.js'
import { tokenValue } from '../../targets/design-tokens.js'
import { type Draft, isAcross, layersOf, lose, putUnknownKey, type Scope, type Step } from '../draft.js'
import { oldClient } from './old-client.js'
import { takeTokens, tokenIn } from './token-groups.js'

const PALETTE: AnyPlace = 'tokens.colorPalette'

/** The frame is the window with the top bar. Its background and text have these names in ownCloud and OpenCloud 1.x. */
const frame = [
  ['swatch-brand-default', 'background-chrome'],
  ['swatch-brand-contrast', 'swatch-inverse-default'],
] as const

/** A colour of the frame, with its old and its new name. */
interface Renamed {
  readonly token: string
  readonly name: string
}

/**
 * Between ownCloud and OpenCloud 1.x a palette stays a palette. The colours of the frame are renamed, and an unset token
 * gets the default of the old client if the new client has another one.
 */
export const carryFrame: Step = (draft) => {
  const { defaults, themes, target, generation } = draft
  if (!isAcross(draft) || target.rowBorder !== undefined || layersOf(draft).some(hasNewNames)) return
  const isForOpenCloud = target.merge.common === 'flat'
  if (!isForOpenCloud && !layersOf(draft).some(({ values }) => values.has(PALETTE))) return
  const parts = frame.map(([ofOwnCloud, ofOpenCloud]) =>
    isForOpenCloud ? { token: ofOwnCloud, name: ofOpenCloud } : { token: ofOpenCloud, name: ofOwnCloud },
  )
  // A branding file without themes changes the colours of all themes, so defaults are not filled in.
  const isPart = generation === 'branding' && themes.length === 0
  const scopes = isPart ? [defaults] : themes
  const settled = scopes.map((scope) => ({
    scope,
    tokens: frameOf(draft, [scope, defaults], parts, isPart),
  }))
  // In the old product the new names had another meaning, or none.
  const names = [...parts.map(({ name }) => name), ...(isForOpenCloud ? [] : ['background-chrome'])]
  dropTokens(
    draft,
    names,
    settled.flatMap(({ tokens }) => tokens),
  )
  for (const { scope, tokens } of settled)
    for (const token of tokens) putUnknownKey(scope, PALETTE, token.name, token)
}

/** Whether an earlier step computed the palette from roles, and so with every token that the target reads. */
function hasNewNames({ unknownKeys }: Scope): boolean {
  return [...unknownKeys.values()].some(({ group }) => group === PALETTE)
}

type Made = { readonly name: string } & Omit<Parameters<typeof putUnknownKey>[3], 'known'>

function frameOf(
  draft: Draft,
  layers: readonly Scope[],
  parts: readonly Renamed[],
  isPart: boolean,
): readonly Made[] {
  const { fallback, client } = oldClient(draft)
  const made = parts.flatMap(({ token, name }): Made[] => {
    const set = tokenIn(layers, PALETTE, token)
    if (set !== undefined)
      return [{ name, value: set.text, from: set.from, action: 'moved', reason: `from ${token}` }]
    const reason = `${token} is not set: default of ${client}`
    // Clients have a default for each colour of the frame.
    return isPart ? [] : [{ name, value: fallback(token) as string, from: null, action: 'fallback', reason }]
  })
  if (isPart) return made
  const taken = new Set(parts.flatMap(({ token, name }) => [token, name]))
  for (const property of Object.keys(draft.target.designTokens)) {
    const name = property.replace(/^color-/, '')
    if (name.startsWith('icon-') || taken.has(name) || tokenIn(layers, PALETTE, name) !== undefined) continue
    const value = fallback(name)
    if (value === undefined || value === tokenValue(draft.target.designTokens, property)) continue
    const reason = `not set: default of ${client}, as ${draft.target.title} has another`
    made.push({ name, value, from: null, action: 'fallback', reason })
  }
  return made
}

/** Removes tokens from every palette that each theme gets anew. */
function dropTokens(draft: Draft, tokens: readonly string[], made: readonly Made[]): void {
  const used = new Set(made.map(({ from }) => from))
  const renewed = new Set(made.map(({ name }) => name))
  const isTaken = (token: string, value: unknown) =>
    tokens.includes(token) || (renewed.has(token) && String(value).trim() === '')
  for (const each of takeTokens(draft, PALETTE, isTaken)) {
    if (!used.has(each.from))
      lose(draft, each, 'superseded', `${draft.target.title} paints other things with ${each.token}`)
  }
}
