import { show as shownArgument } from '../findings/assert-options.js'
import { nearest } from '../findings/nearest.js'
import type { TargetId } from '../generated/target-facts.js'
import { onOneLine } from '../json/escaped.js'
import type { Pointer } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { isLeaf, type Json, typeName } from '../json/value.js'
import { tokenValue } from '../targets/design-tokens.js'
import { targetAmong } from '../targets/releases.js'
import type { ServedReleases } from '../targets/server-theme.js'
import type { PropertyRules, Target } from '../targets/target.js'
import { buttonWithout, measuredIn, paintingOf, paintingOfWeb7 } from '../targets/unset-tokens.js'
import { legacyClient } from './legacy.js'
import { type Clients, customProperty } from './properties.js'
import type {
  LayerName,
  Resolution,
  ResolvedProperty,
  ResolvedValue,
  ResolveOptions,
  SourceName,
} from './resolution.js'
import { resolveWith } from './resolve-with.js'

/** One possible origin of a value. */
export interface ExplainStep {
  /** The layer, or the design system at the end of the chain of a token. */
  layer: LayerName | 'design-system'
  source: SourceName | 'design-system'
  /** JSON Pointer in the document of the source; for the design system the name of its token. */
  pointer: Pointer
  /** The value there. */
  value: Json
  wins: boolean
  /** Why it wins, or why it doesn't. */
  reason: string
}

/** The origins of one value. */
export interface Explanation {
  /** The subject: a JSON Pointer in the shown theme, or a custom property. */
  subject: string
  /** The final value; `undefined` without any. */
  value: Json | undefined
  /** For a custom property that is not set: the one that the client's CSS falls back to. */
  instead?: { name: string; value: Json | undefined }
  /** Every origin with a value, highest first. */
  steps: ExplainStep[]
  /** The conclusion from the steps, as a sentence. */
  conclusion: string
  /** The resolution that was explained. */
  resolution: Resolution
}

/** The known releases, with the tokens that their clients read. */
export type KnownClients = Clients & ServedReleases<Target<TargetId>>

/** Explains one final value, as `explain` does, for the known releases. */
export function explainWith(
  clients: KnownClients,
  document: unknown,
  subject: string,
  options: ResolveOptions,
): Explanation {
  if (typeof subject !== 'string' || (!subject.startsWith('--') && !subject.startsWith('/'))) {
    throw new TypeError(
      `Expected a custom property such as --oc-color-border, or a JSON Pointer such as /logo/topbar, not ${shownArgument(subject)}.`,
    )
  }
  const resolution = resolveWith(clients, document, { ...options, provenance: true, properties: true })
  if (resolution.theme === undefined) {
    return { subject, value: undefined, steps: [], conclusion: 'No theme is shown.', resolution }
  }
  return subject.startsWith('--')
    ? explainProperty(resolution, subject, clients)
    : explainValue(resolution, subject)
}

function explainValue(resolution: Resolution, pointer: Pointer): Explanation {
  const found = resolution.values.find((value) => value.pointer === pointer)
  const steps = stepsOf(resolution, pointer)
  const name = onOneLine(pointer)
  if (found !== undefined) {
    const where = `from ${describe(found.origin.layer, found.origin.source)}`
    const conclusion = isLeaf(found.origin.value)
      ? `${name} is ${show(found.value)}, ${where}.`
      : `${name} is an ${typeName(found.origin.value)} without keys that the client reads, ${where}.`
    return { subject: pointer, value: found.value, steps, conclusion, resolution }
  }
  const inFile = resolution.values.find(({ origin, overrides }) =>
    [origin, ...overrides].some((each) => each.pointer === pointer),
  )
  const places = resolution.values.map((value) => value.pointer)
  const below = places.filter((place) => place.startsWith(`${pointer}/`)).length
  const isOfFile =
    !places.some((place) => rootKey(place) === rootKey(pointer)) &&
    resolution.values.some(({ origin }) => rootKey(origin.pointer) === rootKey(pointer))
  const conclusion =
    below > 0
      ? `${name} is a group of ${below} values. Name one of them.`
      : inFile !== undefined
        ? `${name} is a place in the file, which is ${onOneLine(inFile.pointer)} in the shown theme: pass that.`
        : isOfFile
          ? `${name} is a place in the file. Pass one in the shown theme, such as ${onOneLine(places[0] ?? '')}.`
          : `${name} has no value that this client reads.${hint(pointer, places)}`
  return { subject: pointer, value: undefined, steps, conclusion, resolution }
}

const rootKey = (pointer: Pointer) => pointer.split('/')[1]

function explainProperty(resolution: Resolution, name: string, clients: KnownClients): Explanation {
  const client = resolution.target === 'legacy' ? legacyClient : targetAmong(clients, resolution.target)
  const property = resolution.properties.find((candidate) => candidate.name === name)
  const steps: ExplainStep[] = []
  for (const { pointer, value } of candidatesOf(resolution, name, client.properties, clients)) {
    for (const step of stepsOf(resolution, pointer)) {
      if (!step.wins || pointer === property?.pointer) steps.push(step)
      else steps.push({ ...step, wins: false, reason: whyUnset(value, property) })
    }
  }
  const tokens = client.designTokens
  const token = name.replace(/^--oc-/, '')
  if (Object.hasOwn(tokens, token)) {
    const wins = !steps.some((step) => step.wins)
    steps.push({
      layer: 'design-system',
      source: 'design-system',
      pointer: token,
      value: tokenValue(tokens, token),
      wins,
      reason: wins ? 'not set in a higher layer' : 'overridden by a higher layer',
    })
  }
  const winner = steps.find(({ wins }) => wins)
  if (winner === undefined) return { ...explainUnset(resolution, name, clients), steps }
  const conclusion = `${onOneLine(name)} is ${show(winner.value)}, from ${describe(winner.layer, winner.source)}.`
  return { subject: name, value: winner.value, steps, conclusion, resolution }
}

/** What the client paints where neither the theme nor the design system has a value. */
function explainUnset(
  resolution: Resolution,
  name: string,
  clients: KnownClients,
): Omit<Explanation, 'steps'> {
  const { target } = resolution
  const painting = target === 'legacy' ? paintingOfWeb7 : paintingOf(targetAmong(clients, target))
  const { withoutDefault, paintedInstead } = painting
  const token = name.replace(/^--oc-/, '')
  const unset = { subject: name, value: undefined, resolution }
  const said = `${onOneLine(name)} is not set`
  if (!withoutDefault.includes(token)) {
    const names = [...resolution.properties.map((each) => each.name), ...withoutDefault.map(inFull)]
    const conclusion = `${said}, and the design system of this release has no such token.${hint(name, names)}`
    return { ...unset, conclusion }
  }
  const property = paintedInstead[token]
  if (property !== undefined) {
    const { subject, value, conclusion } = explainProperty(resolution, inFull(property), clients)
    return {
      ...unset,
      instead: { name: subject, value },
      conclusion: `${said}. ${measuredIn} paints ${subject} instead. ${conclusion}`,
    }
  }
  const button = buttonWithout(painting, token)
  const otherwise =
    button === undefined
      ? 'What the client paints without it was not measured.'
      : `In ${measuredIn} hovered ${button}s have no background without it.`
  return { ...unset, conclusion: `${said}, and has no default. ${otherwise}` }
}

/** The name of a custom property of the design system. */
const inFull = (token: string) => `--oc-${token}`

/** The name that was meant, as a sentence to append. */
function hint(name: string, names: readonly string[]): string {
  const meant = nearest(name, names, true)
  return meant === undefined ? '' : ` Did you mean ${onOneLine(meant)}?`
}

/** Why a custom property hasn't the value of its token in the shown theme. */
function whyUnset(value: Json, property: ResolvedProperty | undefined): string {
  if (value === '') return 'empty token: not set'
  const pointer = property?.set === true ? property.pointer : null
  return pointer === null ? 'unset by an empty token' : `overridden by ${onOneLine(pointer)}`
}

/** The values of the shown theme that become a custom property, in the order in which the client sets them. */
function candidatesOf(
  resolution: Resolution,
  name: string,
  rules: PropertyRules,
  { kebabCase }: Clients,
): { pointer: Pointer; value: Json }[] {
  const set = resolution.properties.find((property) => property.name === name && property.set)
  return resolution.values
    .filter(
      ({ pointer }) => pointer === set?.pointer || customProperty(pointer, rules, kebabCase).includes(name),
    )
    .map(({ pointer, value }) => ({ pointer, value }))
}

function stepsOf(resolution: Resolution, pointer: Pointer): ExplainStep[] {
  const found = resolution.values.find((value) => value.pointer === pointer)
  if (found === undefined) return []
  const winner = found.origin
  return [
    {
      ...winner,
      wins: true,
      reason: found.overrides.length > 0 ? 'highest layer with a value' : 'only layer with a value',
    },
    ...found.overrides.map((origin) => ({
      ...origin,
      wins: false,
      reason:
        origin.layer === 'common' && isReplaced(found)
          ? "a common in the defaults replaces the root's entirely"
          : `overridden by ${describe(winner.layer, winner.source)}`,
    })),
  ]
}

/** Whether a `common` in the defaults replaced the root's: only then does a value of the defaults override one of it. */
function isReplaced({ pointer, origin, overrides }: ResolvedValue): boolean {
  return pointer.startsWith('/common/') && [origin, ...overrides].some(({ layer }) => layer === 'defaults')
}

const layerTitles: Record<ExplainStep['layer'], string> = {
  'web-options': 'the old web options',
  theme: 'the theme',
  defaults: 'the defaults of the client',
  common: "the root's common",
  'built-in': "the client's own theme",
  'design-system': 'the design system',
}

function describe(layer: ExplainStep['layer'], source: ExplainStep['source']): string {
  if (source === 'branding') return `${layerTitles[layer]} (the branding file)`
  if (source === 'server') return `${layerTitles[layer]} (the server's own values)`
  return layerTitles[layer]
}

function show(value: Json): string {
  return typeof value === 'object' && value !== null ? `an empty ${typeName(value)}` : quoted(value)
}
