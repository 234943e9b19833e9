import { bareName, nearest } from '../findings/nearest.js'
import { nodeAt, pathTo } from '../formats/known-keys.js'
import { getOrInsert } from '../json/get-or-insert.js'
import { hostileKeys } from '../json/structure.js'
import type { JsonObject } from '../json/value.js'
import type { TokenNames } from '../targets/known-tokens.js'
import type { Target } from '../targets/target.js'
import { memoized } from './memoized.js'

type Guess = (token: string, names: TokenNames) => string | undefined

// Made on first use: the build may put this module and that of the function into files that load each other.
let remembered: Guess | undefined

/** The tokens of a group by their bare names, and by what is left of these without words that are often left out. */
const bareTokens = new WeakMap<TokenNames, ReadonlyMap<string, string>>()

/** The token that another notation means, such as the custom property, `swatchBrandDefault` or `brand`. */
function sameToken(token: string, names: TokenNames): string | undefined {
  const tokens = getOrInsert(bareTokens, names, () => {
    const all = [...names.read]
    const found = new Map([
      ...all.map((each) => [shortName(each), each] as const).reverse(),
      ...all.map((each) => [bareName(each), each] as const),
    ])
    found.delete('')
    return found
  })
  const name = token.replace(/^\W*oc-(?:font-)?[a-z]+-/i, '')
  return tokens.get(bareName(name)) ?? tokens.get(shortName(name))
}

const shortName = (token: string) => bareName(token).replace(/^swatch|default$/g, '')

/** The token of a group that is probably meant. Memoized, because many files have the same unknown tokens. */
export const guessFor: Guess = (token, names) => {
  remembered ??= memoized<Parameters<Guess>, string | undefined>(
    (wrong, names) => sameToken(wrong, names) ?? nearest(wrong, names.read, true),
    16_384,
  )
  return remembered(token, names)
}

/** The tokens that the misspelt ones of a map probably mean. */
export function meantTokens(map: JsonObject | undefined, names: TokenNames | undefined): string[] {
  if (map === undefined || names === undefined) return []
  return Object.keys(map).flatMap((token) => {
    if (isToken(token, names) || hostileKeys.has(token)) return []
    const guess = guessFor(token, names)
    return guess === undefined || Object.hasOwn(map, guess) ? [] : [guess]
  })
}

const isToken = (token: string, names: TokenNames | undefined) =>
  names !== undefined && (names.read.has(token) || names.unread.has(token))

/** Whether a name is a token of other groups only, so that its value doesn't count for its own group. */
export function isOfOtherGroup(token: string, group: string, target: Target): boolean {
  if (isToken(token, target.tokens[group])) return false
  return Object.values(target.tokens).some((names) => isToken(token, names)) || isSingle(token, target)
}

/** The other places below `designTokens` where a client reads a name: groups of tokens, or a single value. */
export function otherPlacesOf(token: string, group: string, target: Target): string[] {
  const { tokens } = target
  if (isToken(token, tokens[group])) return []
  const groups = Object.keys(tokens).filter((other) => tokens[other]?.read.has(token))
  return isSingle(token, target) ? [...groups, ''] : groups
}

/** Whether a name is that of a single value beside the groups of tokens. */
function isSingle(token: string, { places }: Target): boolean {
  const tokens = pathTo(places, 'tokens', 'defaults') as readonly string[]
  return nodeAt(places, [...tokens, token])?.kind !== undefined
}
