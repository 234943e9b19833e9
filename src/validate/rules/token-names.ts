import type { RuleCode } from '../../findings/catalogue.js'
import { ocis5, palette } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { eachLayer } from '../../formats/web-section.js'
import { child, type Pointer } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import { hostileKeys } from '../../json/structure.js'
import { isObject, type JsonObject } from '../../json/value.js'
import { propertyOf } from '../../targets/design-colors.js'
import type { TokenNames } from '../../targets/known-tokens.js'
import type { Target } from '../../targets/target.js'
import type { DocumentRule, Report } from '../rule.js'
import type { Descriptions } from '../rule-description.js'
import { guessFor, otherPlacesOf } from '../token-places.js'

/** A token that no page reads, with its first place. There may be as many as the file has values. */
interface Unread {
  readonly map: JsonObject
  readonly parent: Pointer
  /** The number of its places. */
  count: number
  /** The next places after the first, up to `MAX_RELATED`. */
  others: Pointer[] | undefined
}

/** The most further places listed for one name. */
const MAX_RELATED = 10

export const meta = {
  'misspelt-token': {
    severity: 'warning',
    title: 'Misspelt token',
    part: 'key',
  },
  'unused-token': { severity: 'info', title: 'Unused token', part: 'key' },
} as const satisfies Metas

/** Clients accept any token; one that no page reads has no effect. Each is reported once, at its first place. */
export const tokenNames: DocumentRule = {
  codes: ['misspelt-token', 'unused-token', 'misplaced-key'],
  rank: 13,
  for: 'any',
  check(subject, report) {
    const { target } = subject
    const unread = new Map<string, Map<string, Unread>>()
    eachLayer(subject.document, (layer, pointer) => {
      const tokens = layer['designTokens']
      if (!isObject(tokens)) return
      for (const group in target.tokens) {
        const names = target.tokens[group] as TokenNames
        const map = tokens[group]
        if (!isObject(map)) continue
        const parent = `${pointer}/designTokens/${group}`
        if (names.read.size === 0) {
          reportGroup(map, group, names, parent, target.clients, report)
          continue
        }
        const found = unread.get(group) ?? new Map<string, Unread>()
        unread.set(group, found)
        for (const token in map) {
          if (names.read.has(token)) continue
          if (hostileKeys.has(token) || typeof map[token] !== 'string' || map[token] === '') continue
          const first = found.get(token)
          if (first === undefined) found.set(token, { map, parent, count: 1, others: undefined })
          else noteAgain(first, parent)
        }
      }
    })
    for (const [group, found] of unread) {
      const { unread: known } = target.tokens[group] as TokenNames
      const [first, ...others] = [...found].filter(([token]) => known.has(token))
      if (first !== undefined) reportKnown([first, ...others], group, target.clients, report)
      for (const [token, { map, parent, count, others = [] }] of found) {
        if (known.has(token)) continue
        const { code, message } = judge(token, map, group, target)
        const related = others.map((other) => ({
          message: 'Also set here',
          pointer: child(other, token),
        }))
        const beyond = count - 1 - others.length
        const more = beyond > 0 ? ` Also in ${beyond} more places.` : ''
        report(code, child(parent, token), message + more, related)
      }
    }
  },
}

function noteAgain(first: Unread, parent: Pointer): void {
  first.count += 1
  first.others ??= []
  if (first.others.length < MAX_RELATED) first.others.push(parent)
}

/** Reports all tokens of a group at once, if none is read or only those with a prefix. */
function reportGroup(
  map: JsonObject,
  group: string,
  { readPrefix }: TokenNames,
  pointer: Pointer,
  clients: string,
  report: Report,
): void {
  const unused = Object.keys(map).filter((token) => readPrefix === undefined || !token.startsWith(readPrefix))
  if (unused.length === 0) return
  const what = readPrefix === undefined ? 'no tokens' : `only tokens that start with "${readPrefix}"`
  const without = unused.length === 1 ? '1 of its tokens has' : `${unused.length} of its tokens have`
  report(
    'unused-token',
    pointer,
    `${clients} reads ${what} in ${group}: ${without} no effect. Keep them for your own styles, or delete them.`,
  )
}

/** Reports the tokens of the design system that no page reads: all of a group at once, because whole palettes have them. */
function reportKnown(
  found: readonly (readonly [token: string, place: Unread])[],
  group: string,
  clients: string,
  report: Report,
): void {
  const pointers = found.flatMap(([token, { parent, others = [] }]) =>
    [parent, ...others].map((each) => child(each, token)),
  )
  const names = found.map(([token]) => quoted(token)).join(', ')
  const [what, effect, them] =
    found.length === 1
      ? [`the token ${names}`, 'it has', '']
      : [`these tokens in ${group}`, 'they have', `: ${names}`]
  report(
    'unused-token',
    pointers[0] as Pointer,
    `No page of ${clients} reads ${what}, so ${effect} no effect there${them}. Keep or delete ${them === '' ? 'it' : 'them'}.`,
    pointers.slice(1, MAX_RELATED + 1).map((pointer) => ({ message: 'Also not read', pointer })),
  )
}

function judge(
  token: string,
  map: JsonObject,
  group: string,
  target: Target,
): { code: RuleCode; message: string } {
  const { clients } = target
  const names = target.tokens[group] as TokenNames
  const name = quoted(token)
  const places = otherPlacesOf(token, group, target).map((place) => `designTokens/${place || token}`)
  if (places.length > 0) {
    return {
      code: 'misplaced-key',
      message: `${clients} reads no token ${name} in ${group}. Move it to ${places.join(' or ')}, or delete it if that is already set.`,
    }
  }
  const guess = guessFor(token, names)
  if (guess !== undefined && !Object.hasOwn(map, guess)) {
    const isRead =
      propertyOf(target, group, token) === propertyOf(target, group, guess) &&
      !target.properties.fallbacks.some((fallback) => fallback.token === guess)
    return {
      code: 'misspelt-token',
      message: isRead
        ? `${clients} reads ${name} as ${quoted(guess)}, but only that name is documented, and checked here. Write ${quoted(guess)}.`
        : `${clients} reads no token ${name} in ${group}. Did you mean ${quoted(guess)}?`,
    }
  }
  const bare = token.slice(token.indexOf('-') + 1)
  const hint = names.read.has(bare) ? ` It reads ${quoted(bare)}.` : ''
  return {
    code: 'unused-token',
    message: `No page of ${clients} reads the token ${name}, so it has no effect.${hint} Keep it for your own styles, or delete it.`,
  }
}

export const description = (): Descriptions<typeof meta> => ({
  'misspelt-token': {
    why: 'Clients accept any token, so a misspelt one is never reported, and has no effect.',
    since: ocis5,
    wrong: { change: { at: `${palette}/swatch-pasive-muted`, value: '#4b635f' } },
    right: { change: { at: `${palette}/swatch-passive-muted`, value: '#4b635f' } },
  },
  'unused-token': {
    why: "No page of this release reads the token. Upstream's own themes also have some; they are harmless.",
    since: ocis5,
    wrong: { change: { at: `${palette}/harbour-blue`, value: '#0b4f4a' } },
    right: { change: { at: `${palette}/border`, value: '#0b4f4a' } },
  },
})
