import { hasOwn, isObject, type Json, type JsonObject } from '../../document/json.js'
import { nearest } from '../../document/nearest.js'
import { child, type Pointer, parsePointer } from '../../document/pointer.js'
import { hostileKeys } from '../../document/structure.js'
import type { KnownKeys } from '../../generated/known-keys.js'
import { targets } from '../../targets/index.js'
import type { DocumentRule, Report, Subject } from '../rule.js'

/** Groups whose objects may have keys that no client reads and every server writes. */
const OPEN_GROUPS: ReadonlySet<string> = /* @__PURE__ */ new Set(['shareRoles'])

/** Where keys of old theme files belong now; an empty text means that nothing reads them any more. */
const legacyKeys: Readonly<Record<string, string>> = {
  general: '/common',
  imprintUrl: '/common/urls/imprint',
  privacyUrl: '/common/urls/privacy',
  accessDeniedHelpUrl: '/common/urls/accessDeniedHelp',
  sidebar: 'logo/topbar',
  'theme-name': 'name',
  helpDeskText: '',
  helpDeskLink: '/common/urls/accessDeniedHelp',
  helpDeskLinkText: '',
  filesList: '',
}

/** Clients ignore keys that they don't know, without a word. */
export const keys: DocumentRule = {
  codes: ['misspelt-key', 'misplaced-key', 'unknown-key'],
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
  for (const key in value) {
    const item = value[key] as Json
    const below = all ?? (hasOwn(known, key) ? known[key] : undefined)
    if (below === undefined) {
      if (!isElsewhere(pointer, key, subject)) judge(key, item, known, value, pointer, subject, report)
    } else if (typeof item === 'object' && item !== null && !OPEN_GROUPS.has(key)) {
      if (hasKeys(below)) descend(item, below, child(pointer, key), subject, report)
    }
  }
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

function hasKeys(known: KnownKeys): boolean {
  for (const _ in known) return true
  return false
}

/** Keys that are none of this rule's business. */
function isElsewhere(pointer: Pointer, key: string, { isMixed, keys: known }: Subject): boolean {
  if (hostileKeys.has(key)) return true
  if (pointer === '') return key === '$schema' || isMixed
  // Those clients have sections without fixed content, where the file is a theme.
  return (
    pointer === '/clients' && ['android', 'ios', 'desktop'].includes(key) && known['clients'] !== undefined
  )
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
  const name = JSON.stringify(key)
  const { target } = subject
  const legacy = hasOwn(legacyKeys, key) ? legacyKeys[key] : undefined
  if (legacy === '') {
    report('unknown-key', pointer, `No client reads ${name} since ownCloud Web 8. Delete it.`)
    return
  }
  const guess = nearest(
    key,
    Object.keys(known).filter((candidate) => !hasOwn(object, candidate)),
    true,
  )
  if (guess !== undefined) {
    const meant = child(parent, guess)
    if (subject.explainMissing(meant, `There is ${name}, which nothing reads: it is probably misspelt.`))
      return
    report(
      'misspelt-key',
      pointer,
      `${target.title} does not know ${name}: did you mean ${JSON.stringify(guess)}? As it stands, the value is ignored.`,
    )
    return
  }
  const place = legacy ?? placeOf(key, value, parent, subject)
  if (place !== undefined) {
    if (subject.explainMissing(place, `There is one at ${pointer}, where nothing reads it: move it.`)) return
    report(
      'misplaced-key',
      pointer,
      `${target.title} does not read ${name} here; it belongs in ${place}. Move it there, or delete it if that is set already.`,
    )
    return
  }
  const later = Object.values(targets).find(
    ({ family, keys: others }) => family === target.family && knows(others, parent, key),
  )
  report(
    'unknown-key',
    pointer,
    later === undefined
      ? `${target.title} does not read ${name}. Delete it, unless a program of your own does.`
      : `${target.title} does not read ${name}; ${later.title} does. Leave it, or delete it.`,
  )
}

/** Whether a key is known below a pointer. */
function knows(known: KnownKeys, parent: Pointer, key: string): boolean {
  let place: KnownKeys | undefined = known
  for (const part of parsePointer(parent)) place = place?.['*'] ?? place?.[part]
  return place !== undefined && Object.hasOwn(place, key)
}

/** Where in the file a key would be read: a place that takes such a value, the nearest to where it stands. */
function placeOf(
  key: string,
  value: Json,
  parent: Pointer,
  { keys: known, target }: Subject,
): Pointer | undefined {
  for (const group in target.tokens) {
    const names = target.tokens[group]
    if (names?.read.has(key) && typeof value === 'string') return `designTokens/${group}`
  }
  const candidates: Pointer[] = []
  collect(known, '', (pointer, name, below) => {
    if (name === key && hasKeys(below) === (typeof value === 'object' && value !== null))
      candidates.push(pointer)
  })
  const shared = (pointer: Pointer) => {
    let length = 0
    while (length < parent.length && pointer[length] === parent[length]) length += 1
    return length
  }
  const isBetter = (pointer: Pointer, best: Pointer) =>
    shared(pointer) > shared(best) || (shared(pointer) === shared(best) && pointer.length < best.length)
  let best: Pointer | undefined
  for (const pointer of candidates) if (best === undefined || isBetter(pointer, best)) best = pointer
  return best
}

function collect(
  known: KnownKeys,
  pointer: Pointer,
  visitKey: (pointer: Pointer, name: string, below: KnownKeys) => void,
): void {
  for (const [name, below] of Object.entries(known)) {
    const next = child(pointer, name === '*' ? '0' : name)
    if (name !== '*') visitKey(next, name, below)
    collect(below, next, visitKey)
  }
}
