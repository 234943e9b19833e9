import type { DiagnosticCode } from '../../findings/catalogue.js'
import type { RelatedPlace } from '../../findings/diagnostic.js'
import { ocis5, palette } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { child, type Pointer } from '../../json/pointer.js'
import { hostileKeys } from '../../json/structure.js'
import { isObject, type JsonObject } from '../../json/value.js'
import type { TokenNames } from '../../targets/known-tokens.js'
import type { Target } from '../../targets/target.js'
import type { Descriptions } from '../description.js'
import { eachLayer } from '../layers.js'
import type { DocumentRule, Report } from '../rule.js'
import { guessFor, otherPlacesOf } from '../token-places.js'

interface Finding {
  code: DiagnosticCode
  pointer: Pointer
  message: string
  related: RelatedPlace[]
}

/** More places of one name than these help nobody. */
const MAX_RELATED = 100

export const meta = {
  'misspelt-token': {
    severity: 'warning',
    title: 'Misspelt token',
    part: 'key',
  },
  'unused-token': { severity: 'info', title: 'Unused token', part: 'key' },
} as const satisfies Metas

/** Any token may be set; one that no page reads colours nothing. Each name is reported once, at its first place. */
export const tokenNames: DocumentRule = {
  codes: ['misspelt-token', 'unused-token', 'misplaced-key'],
  rank: 13,
  for: 'any',
  check(subject, report) {
    const { target } = subject
    const found = new Map<string, Finding>()
    eachLayer(subject.document, (layer, pointer) => {
      const tokens = layer['designTokens']
      if (!isObject(tokens)) return
      for (const group in target.tokens) {
        const names = target.tokens[group] as TokenNames
        const map = tokens[group]
        if (!isObject(map)) continue
        if (names.read.size === 0) {
          reportGroup(map, group, names, `${pointer}/designTokens/${group}`, target.clients, report)
          continue
        }
        for (const token in map) {
          if (names.read.has(token)) continue
          if (hostileKeys.has(token) || typeof map[token] !== 'string' || map[token] === '') continue
          const place = child(`${pointer}/designTokens/${group}`, token)
          const first = found.get(`${group}/${token}`)
          if (first !== undefined) {
            if (first.related.length < MAX_RELATED)
              first.related.push({ message: 'Also set here', pointer: place })
            continue
          }
          found.set(`${group}/${token}`, judge(token, map, group, names, place, target))
        }
      }
    })
    for (const { code, pointer, message, related } of found.values()) report(code, pointer, message, related)
  },
}

/** Where nothing of a group is read, or only tokens with a certain beginning, one finding says it for all. */
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
  report(
    'unused-token',
    pointer,
    `${clients} reads ${what} in ${group}: ${unused.length} of its tokens have no effect. Keep them for your own styles, or delete them.`,
  )
}

function judge(
  token: string,
  map: JsonObject,
  group: string,
  names: TokenNames,
  pointer: Pointer,
  target: Target,
): Finding {
  const { clients } = target
  const name = JSON.stringify(token)
  const places = otherPlacesOf(token, group, target).map((place) => `designTokens/${place || token}`)
  if (places.length > 0) {
    return {
      code: 'misplaced-key',
      pointer,
      message: `${clients} reads no token ${name} in ${group}. Move it to ${places.join(' or ')}, or delete it if that is already set.`,
      related: [],
    }
  }
  const unused = { code: 'unused-token', pointer, related: [] } as const
  if (names.unread.has(token)) {
    return {
      ...unused,
      related: [],
      message: `No page of ${clients} reads the token ${name}, so it has no effect. Keep or delete it.`,
    }
  }
  const guess = guessFor(token, names)
  if (guess !== undefined && !Object.hasOwn(map, guess)) {
    return {
      code: 'misspelt-token',
      pointer,
      message: `${clients} reads no token ${name} in ${group}. Did you mean ${JSON.stringify(guess)}?`,
      related: [],
    }
  }
  const [prefix] = token.split('-')
  const bare = prefix === undefined ? '' : token.slice(prefix.length + 1)
  const hint = names.read.has(bare) ? ` It reads ${JSON.stringify(bare)}.` : ''
  return {
    ...unused,
    related: [],
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
    why: 'No page of this release reads the token. Upstream’s own themes also have some; they are harmless.',
    since: ocis5,
    wrong: { change: { at: `${palette}/harbour-blue`, value: '#0b4f4a' } },
    right: { change: { at: `${palette}/border`, value: '#0b4f4a' } },
  },
})
