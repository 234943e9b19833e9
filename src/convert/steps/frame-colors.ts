import type { AnyPlace } from '../../formats/values.js'
import { designColor } from '../../targets/design-colors.js'
import { type Draft, isAcross, lose, putUnknownKey, type Scope, type Step } from '../draft.js'
import { hasPalette, oldClient } from './old-client.js'
import { setsAny, takeTokens, tokenIn } from './token-groups.js'

const PALETTE: AnyPlace = 'tokens.colorPalette'

/** The frame is the window with the top bar. Its background and text have these names in ownCloud and OpenCloud 1.x. */
const frame = [
  ['swatch-brand-default', 'background-chrome'],
  ['swatch-brand-contrast', 'swatch-inverse-default'],
] as const

/** OpenCloud 1.x has the text of hovered rows in the colour that ownCloud has for the text of the frame. */
const hoveredText = { token: 'text-default', name: 'swatch-brand-contrast' }

/** The tokens of the frame. Each client paints other things with the names of the other one. */
export const frameTokens: readonly string[] = /* @__PURE__ */ frame.flat()

/** A colour of the frame, with its old and its new name. */
interface Renamed {
  readonly token: string
  readonly name: string
}

/** Between ownCloud and OpenCloud 1.x a palette stays a palette, but the colours of the frame are renamed. */
export const carryFrame: Step = (draft) => {
  const { defaults, themes, target, generation } = draft
  if (
    !isAcross(draft) ||
    target.rowBorder !== undefined ||
    setsAny(draft, 'tokens.roles') ||
    !hasPalette(draft)
  )
    return
  const isForOpenCloud = target.merge.common === 'flat'
  const parts: Renamed[] = frame.map(([ofOwnCloud, ofOpenCloud]) =>
    isForOpenCloud ? { token: ofOwnCloud, name: ofOpenCloud } : { token: ofOpenCloud, name: ofOwnCloud },
  )
  if (isForOpenCloud) parts.push(hoveredText)
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

type Made = { readonly name: string } & Omit<Parameters<typeof putUnknownKey>[3], 'known'>

function frameOf(
  draft: Draft,
  layers: readonly Scope[],
  parts: readonly Renamed[],
  isPart: boolean,
): readonly Made[] {
  const { client, release } = oldClient(draft)
  return parts.flatMap(({ token, name }): Made[] => {
    const set = tokenIn(layers, PALETTE, token)
    if (set !== undefined)
      return [{ name, value: set.text, from: set.from, action: 'moved', reason: `from ${token}` }]
    if (isPart) return []
    // Clients have a default for each colour of the frame.
    const value = designColor(release, 'colorPalette', token) as string
    return [
      { name, value, from: null, action: 'fallback', reason: `${token} is not set: default of ${client}` },
    ]
  })
}

/** Removes tokens from every palette that each theme gets anew. */
function dropTokens(draft: Draft, tokens: readonly string[], made: readonly Made[]): void {
  const used = new Set(made.map(({ from }) => from))
  for (const each of takeTokens(draft, PALETTE, (token) => tokens.includes(token))) {
    if (!used.has(each.from))
      lose(draft, each, 'superseded', `${draft.target.title} paints other things with ${each.token}`)
  }
}
