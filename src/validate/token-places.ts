import { nearest } from '../findings/nearest.js'
import { nodeAt, pathTo } from '../formats/known-keys.js'
import { hostileKeys } from '../json/structure.js'
import { hasOwn, type JsonObject } from '../json/value.js'
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
    if (names.read.has(token) || names.unread.has(token) || hostileKeys.has(token)) return []
    const guess = guessFor(token, names)
    return guess === undefined || Object.hasOwn(map, guess) ? [] : [guess]
  })
}

/** Whether a name is a token of other groups only, so that its value doesn't count for its own group. */
export function isOfOtherGroup(token: string, group: string, target: Target): boolean {
  const has = (names: TokenNames | undefined) => names?.read.has(token) || names?.unread.has(token)
  if (has(target.tokens[group])) return false
  const others = Object.entries(target.tokens).filter(([other]) => other !== group)
  return others.some(([, names]) => has(names)) || otherPlacesOf(token, group, target).length > 0
}

/** The other places below `designTokens` where a client reads a name: groups of tokens, or a single value. */
export function otherPlacesOf(token: string, group: string, { tokens, places }: Target): string[] {
  const names = tokens[group]
  if (names?.read.has(token) || names?.unread.has(token)) return []
  const others = Object.keys(tokens).filter((other) => other !== group && tokens[other]?.read.has(token))
  const groups = nodeAt(places, pathTo(places, 'tokens', 'defaults') ?? [])?.keys ?? {}
  const single = hasOwn(groups, token) ? groups[token] : undefined
  return single !== undefined && single.entries === undefined && single.items === undefined
    ? [...others, '']
    : others
}
