import type { DiagnosticCode } from '../findings/catalogue.js'
import { diagnostic } from '../findings/diagnostic.js'
import { detectGeneration, generationOfBranding } from '../formats/detect-generation.js'
import { cureForUnknown } from '../formats/parts.js'
import { rewrap } from '../formats/rewrap.js'
import { webSection } from '../formats/web-section.js'
import type { TargetId } from '../generated/target-facts.js'
import { isTooDeep } from '../json/structure.js'
import { isObject, type Json, type JsonObject, own } from '../json/value.js'
import { productOf } from '../targets/products.js'
import { targetAmongFor } from '../targets/releases.js'
import type { Consumer } from '../targets/target.js'
import { tooDeepDocument } from '../text/parse-text.js'
import { chooseTheme } from './choice.js'
import { chooseLegacyTheme, type LegacyTheme, legacyClient, legacyLayers, legacyThemes } from './legacy.js'
import type { Merging } from './merge.js'
import { checkOptions } from './options.js'
import { addReplaced, legacyPlaces, mergeWithOrigins, placesIn } from './origins.js'
import { type Clients, customProperties } from './properties.js'
import { brandingUnused, noLegacyTheme, noTheme, notATheme, optionsUnused, rejected } from './refusals.js'
import type { Resolution, ResolveOptions } from './resolution.js'
import { serve } from './server.js'
import { layersOf, replacesCommon } from './theme-layers.js'

/** Resolves a document, as `resolve` does, for the known releases. */
export function resolveWith(clients: Clients, document: unknown, options: ResolveOptions): Resolution {
  const prepared = prepare(document, options, clients)
  return 'resolution' in prepared ? prepared.resolution : prepared.resolveOne(options)
}

/** Resolves the first themes of a document, as `resolveThemes` does, for the known releases. */
export function resolveThemesWith(
  clients: Clients,
  document: unknown,
  most: number,
  options: ResolveOptions,
): Resolution[] {
  const prepared = prepare(document, options, clients)
  if ('resolution' in prepared) return [prepared.resolution]
  if (prepared.count === 0) return [prepared.resolveOne({})]
  const length = Math.min(prepared.count, most)
  return Array.from({ length }, (_, theme) => prepared.resolveOne({ ...options, theme }))
}

/** A document as it is served, ready to resolve any of its themes; or the result if there is nothing to resolve. */
type Prepared =
  | { resolution: Resolution }
  | { count: number; resolveOne: (options: ResolveOptions) => Resolution }

function prepare(document: unknown, options: ResolveOptions, clients: Clients): Prepared {
  checkOptions(options)
  const { generation, reasons } = detectGeneration(document, options.as ?? 'theme')
  const base = isObject(options.base) ? options.base : undefined
  const shape = generation === 'branding' ? generationOfBranding(document, base) : generation
  const target = targetAmongFor(clients, options.target, shape)
  const nothing: Resolution = {
    generation,
    target: target.id,
    client: 'web',
    choice: undefined,
    theme: undefined,
    values: [],
    properties: [],
    diagnostics: [],
  }
  const refused = (code: DiagnosticCode, message: string): Prepared => ({
    resolution: { ...nothing, diagnostics: [diagnostic(code, '', message)] },
  })
  if (isTooDeep(document as Json)) return { resolution: { ...nothing, diagnostics: [tooDeepDocument()] } }
  if (!isObject(document))
    return refused('not-a-theme', `${reasons.join(' ')} Pass the content of a theme.json.`)
  const product = productOf(shape)
  if (options.target === undefined && product !== target.family.product)
    return refused('other-product', `This is a theme for ${product}. ${clients.others}`)
  switch (generation) {
    case 'flat':
    case 'named':
    case 'wrapped':
      return prepareLegacy(document, generation, nothing)
    case 'unwrapped':
      return prepareCurrent(rewrap(document), target, nothing, options, clients)
    case 'unknown':
      if (!Object.hasOwn(document, 'clients')) {
        return refused('not-a-theme', `${reasons.join(' ')} ${cureForUnknown(document)}`)
      }
      return prepareCurrent(document, target, nothing, options, clients)
    case 'mixed':
      // Clients read only "clients".
      if (!isObject(own(document, 'clients'))) {
        return refused('mixed-generations', `${reasons.join(' ')} Keep the right part and delete the others.`)
      }
      return prepareCurrent(document, target, nothing, options, clients)
    case 'branding':
      return prepareCurrent(
        base ?? clients.serverTheme(target),
        target,
        nothing,
        { ...options, branding: document },
        clients,
      )
    default:
      return prepareCurrent(document, target, nothing, options, clients)
  }
}

function prepareCurrent(
  file: JsonObject,
  target: Consumer<TargetId>,
  nothing: Resolution,
  { branding, served: server = 'ocis', webOptions }: ResolveOptions,
  { kebabCase }: Clients,
): Prepared {
  const served = serve(file, target, server, isObject(branding) ? branding : undefined)
  const section = webSection(served.document) ?? {}
  const themes = own(section, 'themes')
  const list = Array.isArray(themes) ? themes : []
  const below = [own(section, 'defaults') ?? {}, own(served.document, 'common') ?? {}]
  const places = placesIn(served)
  const read: Merging['read'] = new WeakMap()
  const diagnostics = optionsUnused(target, webOptions)
  if (branding !== undefined && !served.sources.some(({ source }) => source === 'branding')) {
    diagnostics.push(brandingUnused(target, server))
  }
  if (!target.check(served.document)) {
    diagnostics.push(rejected(target, target.check(serve(file, target, server, undefined).document)))
  }
  return {
    count: list.length,
    resolveOne(options) {
      const choice = chooseTheme(list, target, options, below)
      if (choice === undefined) return { ...nothing, diagnostics: [noTheme(options, file)] }
      const { index } = choice
      if (!isObject(list[index])) return { ...nothing, diagnostics: [notATheme(index)] }
      const layers = layersOf(served.document, section, index, target)
      const { theme, values } = mergeWithOrigins(layers, { rules: target.merge, read }, options, places)
      const properties =
        options.properties !== false
          ? customProperties(theme, target.properties, target.designTokens, kebabCase)
          : []
      if (replacesCommon(section)) addReplaced(values, served.document, places)
      return { ...nothing, choice, theme, values, properties, diagnostics: [...diagnostics] }
    },
  }
}

function prepareLegacy(
  document: JsonObject,
  generation: 'flat' | 'named' | 'wrapped',
  nothing: Resolution,
): Prepared {
  const themes = legacyThemes(document, generation)
  const read: Merging['read'] = new WeakMap()
  return {
    count: themes.length,
    resolveOne(options) {
      const choice = chooseLegacyTheme(themes, options)
      if (choice === undefined) {
        const list = generation === 'wrapped' ? '/web' : ''
        return { ...nothing, target: 'legacy', diagnostics: [noLegacyTheme(options, list)] }
      }
      const chosen = themes[choice.index] as LegacyTheme
      const layers = legacyLayers(document, generation, chosen, options.webOptions)
      const merged = mergeWithOrigins(layers, { rules: legacyClient.merge, read }, options, legacyPlaces)
      const properties =
        options.properties === false
          ? []
          : customProperties(merged.theme, legacyClient.properties, legacyClient.designTokens, undefined)
      return { ...nothing, ...merged, target: 'legacy', choice, properties }
    },
  }
}
