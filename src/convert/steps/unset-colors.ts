import { isSameColor } from '../../css/colors.js'
import type { TargetId } from '../../generated/target-facts.js'
import { getOrInsert } from '../../json/get-or-insert.js'
import type { Pointer } from '../../json/pointer.js'
import { designColor } from '../../targets/design-colors.js'
import type { Target } from '../../targets/target.js'
import { shownRole } from '../colors/roles-to-palette.js'
import { type Draft, lose, putUnknownKey, type Scope, type Step } from '../draft.js'
import { frameTokens } from './frame-colors.js'
import { hasPalette, type OldClient, oldClient } from './old-client.js'
import { setsAny, takeTokens, tokenIn } from './token-groups.js'

type Group = 'colorPalette' | 'roles'

/** A colour as the old client shows it, and its pointer if it is that of another token. */
interface Shown {
  readonly value: string
  readonly from: Pointer | null
}

/**
 * Sets the colours that a theme leaves unset as its users saw them, if the new client shows others. These are the colours
 * that have the same name in both clients; those that are renamed or computed get the defaults of the old client there.
 */
export const keepDefaults: Step = (draft) => {
  const { themes, target, generation } = draft
  // A branding file without themes changes the colours of all themes.
  if (generation === 'branding' && themes.length === 0) return
  if (!setsAny(draft, 'tokens.roles') && !hasPalette(draft)) return
  const old = oldClient(draft)
  if (old.release.id === target.id) return
  keepGroup(draft, old, 'colorPalette')
  keepGroup(draft, old, 'roles')
}

function keepGroup(draft: Draft, { client, release }: OldClient, group: Group): void {
  const { defaults, themes, target, generation } = draft
  const place = `tokens.${group}`
  const tokens = differingTokens(release, target, group)
  if (tokens.length === 0) return
  const lacking = new Map<Scope, ReadonlyMap<string, Shown>>(
    themes.map((theme) => [theme, lackingIn([theme, defaults])]),
  )
  // What a branding file sets in the defaults reaches themes of other files.
  const canShare = themes.length > 1 && generation !== 'branding'
  const isLackingInAll = (token: string) =>
    [...lacking.values()].every((shown) => shown.get(token)?.from === null)
  const shared = new Set(canShare ? tokens.filter(isLackingInAll) : [])
  const isReplaced = (token: string, _: unknown, layer: Scope) =>
    lacking.get(layer)?.has(token) ?? shared.has(token)
  for (const each of takeTokens(draft, place, isReplaced))
    lose(draft, each, 'superseded', `${client} shows another colour for ${each.token} here`)
  for (const [theme, shown] of lacking) {
    for (const [token, own] of shown) {
      const scope = shared.has(token) ? defaults : theme
      const reason = `${token} is not set: ${client} shows this colour, ${target.title} would show another`
      putUnknownKey(scope, place, token, { ...own, action: 'fallback', reason })
    }
  }

  /** The colours that a theme lacks. */
  function lackingIn(layers: readonly Scope[]): Map<string, Shown> {
    const set = (token: string) => tokenIn(layers, place, token)
    const shownAs = (token: string): Shown | undefined => {
      const own = set(token)
      const value = own?.text ?? designColor(release, group, token)
      return value === undefined ? undefined : { value, from: own?.from ?? null }
    }
    /** An unset token in a client. What shows instead of it has the colour that it had in the old one. */
    const unsetIn = (of: Target<TargetId>, token: string): Shown => {
      const usual = designColor(of, group, token)
      const instead = usual === undefined ? of.paintedInstead[`color-${token}`] : undefined
      const other = instead === undefined ? undefined : shownAs(instead.replace('color-', ''))
      return other ?? { value: usual ?? 'transparent', from: null }
    }
    const lacking = new Map<string, Shown>()
    for (const token of tokens) {
      if (set(token) !== undefined) continue
      const before = unsetIn(release, token)
      const after = unsetIn(target, token)
      if (!isSameColor(before.value, after.value)) lacking.set(token, before)
    }
    // Without `chrome`, the frame has the colours of two other roles as soon as they are set.
    const isFrameLost = set('chrome') === undefined && frame.flat().some((role) => lacking.has(role))
    if (isFrameLost) for (const [role] of frame) lacking.set(role, shownAs(shownRole({ set }, role)) as Shown)
    return lacking
  }
}

/** The roles of the frame, and those in their place. */
const frame = [
  ['chrome', 'surfaceContainer'],
  ['onChrome', 'onSurface'],
] as const

const differing = /* @__PURE__ */ new Map<string, readonly string[]>()

function differingTokens(release: Target<TargetId>, target: Target, group: Group): readonly string[] {
  return getOrInsert(differing, `${release.id} ${target.id} ${group}`, () =>
    findDiffering(release, target, group),
  )
}

/** The tokens that both clients show, but those with the same default in both. */
function findDiffering(release: Target<TargetId>, target: Target, group: Group): string[] {
  const names = [target, release].flatMap(({ tokens }) => [...(tokens[group]?.read ?? [])])
  return [...new Set(names)].filter((token) => {
    const property = `color-${token}`
    const isShown = reads(release, group, token) || Object.hasOwn(release.paintedInstead, property)
    const [before, after] = [release, target].map((of) => designColor(of, group, token))
    if (!isShown || frameTokens.includes(token)) return false
    return reads(target, group, token) && !(before && after && isSameColor(before, after))
  })
}

function reads({ tokens }: Target, group: Group, token: string): boolean {
  const { read, readPrefix = ' ' } = tokens[group] ?? {}
  return read?.has(token) === true || token.startsWith(readPrefix)
}
