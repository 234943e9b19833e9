import { nearest } from '../findings/nearest.js'
import { nodeAt, pathTo } from '../formats/known-keys.js'
import { hostileKeys } from '../json/structure.js'
import type { JsonObject } from '../json/value.js'
import type { TokenNames } from '../targets/known-tokens.js'
import type { Target } from '../targets/target.js'

const guesses = new WeakMap<TokenNames, Map<string, string | undefined>>()
const MAX_REMEMBERED = 16_384

/** The token of a group that is probably meant; the same wrong and unused ones come in many files. */
export function guessFor(token: string, names: TokenNames): string | undefined {
  let known = guesses.get(names)
  if (known === undefined || known.size >= MAX_REMEMBERED) {
    known = new Map()
    guesses.set(names, known)
  }
  if (!known.has(token)) known.set(token, nearest(token, names.read, true))
  return known.get(token)
}

/** The intended tokens of the misspelt ones of a map. */
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
