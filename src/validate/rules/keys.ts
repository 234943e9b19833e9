import type { Metas } from '../../findings/meta.js'
import { type KnownKeys, keysOf } from '../../formats/known-keys.js'
import { isLegacyPart, otherClients, pastedThemes } from '../../formats/legacy-groups.js'
import { getOrInsert } from '../../json/get-or-insert.js'
import { child, type Pointer, valueAt } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import { hostileKeys } from '../../json/structure.js'
import { hasOwn, isObject, type Json, type JsonObject } from '../../json/value.js'
import { hasKeys, knows, meantKey, placeOf, sameKey, successorOf } from '../key-places.js'
import type { DocumentRule, Report, Subject } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

/** Keys that no client reads, but that the server and shipped themes have, by the map whose objects have them. */
const written: Readonly<Record<string, KnownKeys>> = { shareRoles: { name: {}, label: {} } }

export const meta = {
  'misspelt-key': { severity: 'warning', title: 'Misspelt key', part: 'key' },
  'misplaced-key': {
    severity: 'warning',
    title: 'Misplaced key',
    part: 'key',
  },
  'unknown-key': { severity: 'info', title: 'Unknown key', part: 'key' },
} as const satisfies Metas

/** Clients silently ignore keys that they don't know. */
export const keys: DocumentRule = {
  codes: ['misspelt-key', 'misplaced-key', 'unknown-key'],
  rank: 11,
  for: 'any',
  check(subject, report) {
    visit(subject.document, subject.keys, '', subject, report)
  },
}

function visit(
  value: JsonObject,
  known: KnownKeys,
  pointer: Pointer,
  subject: Subject,
  report: Report,
): void {
  const all = known['*']
  // In a map of single values, such as a group of tokens, every key is known.
  if (all !== undefined && !hasKeys(all)) return
  for (const key in value) {
    const item = value[key] as Json
    const below = all ?? (hasOwn(known, key) ? known[key] : undefined)
    if (below === undefined) {
      if (!isElsewhere(pointer, key, item, subject)) judge(key, item, known, value, pointer, subject, report)
    } else if (typeof item === 'object' && item !== null && hasKeys(below)) {
      const more = hasOwn(written, key) ? withWritten(below, written[key] as KnownKeys) : below
      descend(item, more, child(pointer, key), subject, report)
    }
  }
}

const extended = new WeakMap<KnownKeys, KnownKeys>()

/** The known keys of a map, with further ones for its objects. */
function withWritten(known: KnownKeys, more: KnownKeys): KnownKeys {
  return getOrInsert(extended, known, () => ({ ...known, '*': { ...known['*'], ...more } }))
}

function descend(
  value: JsonObject | Json[],
  known: KnownKeys,
  pointer: Pointer,
  subject: Subject,
  report: Report,
): void {
  if (!Array.isArray(value)) {
    visit(value, known, pointer, subject, report)
    return
  }
  const item = known['*']
  if (item === undefined) return
  for (let index = 0; index < value.length; index += 1) {
    const theme = value[index] as Json
    if (isObject(theme)) visit(theme, item, `${pointer}/${index}`, subject, report)
  }
}

/** Whether a key is allowed here, or reported by another rule. */
function isElsewhere(
  pointer: Pointer,
  key: string,
  value: Json,
  { document, isMixed, keys: known }: Subject,
): boolean {
  if (hostileKeys.has(key)) return true
  if (pointer === '') return key === '$schema' || (isMixed && isLegacyPart(key, value))
  if (isMixed && pastedThemes(document).some((theme) => theme.pointer === child(pointer, key))) return true
  // The sections of the other clients have no fixed content.
  return pointer === '/clients' && otherClients.includes(key) && known['clients'] !== undefined
}

function judge(
  key: string,
  value: Json,
  known: KnownKeys,
  object: JsonObject,
  parent: Pointer,
  subject: Subject,
  report: Report,
): void {
  const pointer = child(parent, key)
  const name = quoted(key)
  const { target, missing, branding } = subject
  // For a branding file, keys of the theme below don't count.
  const ofBranding = branding && valueAt(branding.document, parent)
  const present = isObject(ofBranding) ? ofBranding : object
  const same = sameKey(key, known, present)
  const successor = same === undefined ? successorOf(key, parent, target) : undefined
  if (successor !== undefined && 'gone' in successor) {
    report('unknown-key', pointer, `${target.title} does not read ${name}: ${successor.gone}. Delete it.`)
    return
  }
  if (key === 'general' && isObject(value)) {
    report(
      'misplaced-key',
      pointer,
      `${target.title} does not read ${name}, a group of older files. Its "name" and "slogan" belong in /common, its "imprintUrl" and "privacyUrl" are "imprint" and "privacy" in /common/urls. Add what is missing there, and delete it.`,
    )
    return
  }
  const guess = same ?? (successor === undefined ? meantKey(key, known, present) : undefined)
  if (guess !== undefined) {
    const meant = quoted(guess)
    if (missing.explain(child(parent, guess), pointer, `${name} is ignored: rename it to ${meant}.`)) return
    report('misspelt-key', pointer, `${target.title} ignores the unknown key ${name}. Did you mean ${meant}?`)
    return
  }
  if (
    key === 'roles' &&
    isObject(value) &&
    hasOwn(known, 'colorPalette') &&
    !hasOwn(object, 'colorPalette')
  ) {
    report(
      'misplaced-key',
      pointer,
      `${target.title} does not read "roles", so these colours have no effect: OpenCloud Web 2.0 and later do. Convert the file, or set the tokens of "colorPalette".`,
    )
    return
  }
  const moved = isObject(value) ? valueThatMoved(value, pointer, subject) : undefined
  if (moved !== undefined) {
    report(
      'misplaced-key',
      pointer,
      `${target.title} does not read ${name}. Move its ${quoted(moved.key)} to ${moved.place}.`,
    )
    return
  }
  const place = successor?.place ?? placeOf(key, value, parent, subject)
  if (place !== undefined) {
    if (missing.explain(place, pointer, `${name} is in the wrong place: move it to ${place}.`)) return
    report(
      'misplaced-key',
      pointer,
      `${target.title} does not read ${name} here. Move it to ${place}, or delete it if that is already set.`,
    )
    return
  }
  const later = Object.values(subject.releases.targets).find(
    ({ family, places }) => family === target.family && knows(keysOf(places), parent, key),
  )
  report(
    'unknown-key',
    pointer,
    later === undefined
      ? `${target.title} does not read ${name}. Delete it, unless another program does.`
      : // Not the titles: oCIS 7.3 has a client of those that oCIS 8 has.
        `${target.clients} does not read ${name}; ${later.clients} does. Keep or delete it.`,
  )
}

/** The first value of a group that no client reads here, and that this client reads in another place, which is not set. */
function valueThatMoved(
  group: JsonObject,
  pointer: Pointer,
  { document, target }: Subject,
): { key: string; place: Pointer } | undefined {
  for (const key in group) {
    const successor = group[key] === '' ? undefined : successorOf(key, pointer, target)
    if (successor !== undefined && 'place' in successor && valueAt(document, successor.place) === undefined)
      return { key, place: successor.place }
  }
  return undefined
}

export const description = (): Descriptions<typeof meta> => ({
  'misspelt-key': {
    why: 'Clients silently ignore unknown keys: the value has no effect.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/defaults/logo/notFuond', value: 'themes/acme/lost.svg' } },
    right: { change: { at: '/clients/web/defaults/logo/notFound', value: 'themes/acme/lost.svg' } },
  },
  'misplaced-key': {
    why: 'Clients read each key only in its place: here it has no effect.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/appBanner', value: { appScheme: 'acme' } } },
    right: { change: { at: '/clients/web/defaults/appBanner', value: { appScheme: 'acme' } } },
  },
  'unknown-key': {
    why: 'Clients ignore unknown keys. Notes and keys of other programs are fine, and have no effect on the pages.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/contact', value: 'design@acme.example' } },
    right: { change: { at: '/common/slogan', value: 'Ask design@acme.example' } },
  },
})
