import { type SolidColor, solidColor } from '../css/colors.js'
import { allKeys, layersOf, tablesOfGenerations } from '../formats/known-keys.js'
import type { KeyNode, Place } from '../generated/places.js'
import { getOrInsert } from '../json/get-or-insert.js'
import { child, type Pointer, valueBelow } from '../json/pointer.js'
import { kebabCase } from '../resolve/kebab-case.js'
import { legacyClient } from '../resolve/legacy.js'
import { customProperty } from '../resolve/properties.js'
import type { Resolution, ResolvedProperty } from '../resolve/resolution.js'
import { targetOf } from '../targets/index.js'
import { type TokenGroups, tokensOfWeb8 } from '../targets/known-tokens.js'
import type { PropertyRules } from '../targets/target.js'

/** A value of a theme in a drawing, with its origin. */
export interface Shown {
  /** The token, or the place of the value: `swatch-brand-default`, `logo.topbar`. */
  readonly name: string
  readonly value: string | undefined
  /** The layer that it comes from, or what is used instead of the theme. */
  readonly layer: string
  /** The place in the file; `undefined` where the value doesn't come from the file. */
  readonly pointer: Pointer | undefined
  /** The value as a colour, if it is one. */
  readonly color?: SolidColor
}

/** The values of a theme for drawings. */
export interface Look {
  /** The name of the theme in the client. */
  readonly name: string
  readonly isDark: boolean
  readonly isVault: boolean
  /** A colour by its token; of several the first that is set. */
  color(...tokens: readonly string[]): Shown
  /** The text of a place. */
  text(place: Place): Shown
  /** A custom property without `--oc-`. */
  property(name: string): Shown
}

interface Client {
  readonly group: string
  readonly tokens: TokenGroups
  readonly properties: PropertyRules
  readonly places: KeyNode
}

/** The group of tokens that the pages of a client are painted with. */
const groupOf = ({ store }: PropertyRules): string =>
  store.some(({ group }) => group === 'roles') ? 'roles' : 'colorPalette'

/** The client of a resolved theme. */
function clientOf({ target, generation }: Resolution): Client {
  if (target !== 'legacy') {
    const { tokens, properties, places } = targetOf(target)
    return { group: groupOf(properties), tokens, properties, places }
  }
  const places = tablesOfGenerations[generation as 'flat' | 'named' | 'wrapped']
  return { group: 'colorPalette', tokens: tokensOfWeb8, properties: legacyClient.properties, places }
}

/** The look of a resolved theme. */
export function lookOf(resolution: Resolution): Look {
  const { theme = {}, values, properties, choice } = resolution
  const { group, tokens, properties: rules, places } = clientOf(resolution)
  const byName = new Map(properties.map((property) => [property.name, property]))
  const byPointer = new Map(values.map((value) => [value.pointer, value]))
  const paths = pathsOf(places)
  const known = tokens[group]

  const originOf = (pointer: Pointer | null): Pick<Shown, 'layer' | 'pointer'> => {
    const origin = pointer === null ? undefined : byPointer.get(pointer)?.origin
    if (origin === undefined) return { layer: 'not set', pointer: undefined }
    const { layer, source, pointer: place } = origin
    return source === 'file'
      ? { layer, pointer: place }
      : { layer: `${layer} (${source})`, pointer: undefined }
  }
  const shownProperty = (name: string, property: ResolvedProperty | undefined): Shown => {
    if (property === undefined) return { name, value: undefined, layer: 'not set', pointer: undefined }
    const { value, set, pointer } = property
    const color = solidColor(value)
    return {
      name,
      value,
      ...(set ? originOf(pointer) : { layer: 'design system', pointer: undefined }),
      ...(color !== undefined && { color }),
    }
  }
  // All pages use the same tokens.
  const tokenByName = new Map<string, Shown>()
  const token = (name: string): Shown =>
    getOrInsert(tokenByName, name, () => {
      // OpenCloud Web 2 and 3 name properties by the keys when they start; pages read the later names.
      const property = customProperty(child(`/designTokens/${group}`, name), rules, kebabCase).at(-1)
      return shownProperty(name, byName.get(property ?? ''))
    })
  const isRead = (name: string) => known === undefined || known.read.has(name) || known.unread.has(name)
  return {
    name: choice?.name ?? '',
    isDark: theme['isDark'] === true || choice?.name === 'default-dark',
    isVault: theme['mode'] === 'vault',
    color(...names) {
      let last: Shown | undefined
      for (const name of names) {
        if (!isRead(name) && names.length > 1) continue
        last = token(name)
        if (last.value !== undefined) return last
      }
      return last ?? token(names[0] ?? '')
    },
    text(place) {
      // OpenCloud has one logo for the top bar and the plain pages.
      for (const path of paths.get(place) ?? ((place === 'logo.login' && paths.get('logo.topbar')) || [])) {
        const value = valueBelow(theme, ...path)
        if (typeof value === 'string') {
          return { name: place, value, ...originOf(path.reduce<Pointer>(child, '')) }
        }
      }
      return { name: place, value: undefined, layer: 'not set', pointer: undefined }
    },
    property: (name) => shownProperty(name, byName.get(`--oc-${name}`)),
  }
}

/** The paths to each place in a resolved theme, newest names first. */
function pathsOf(places: KeyNode): ReadonlyMap<Place, readonly (readonly string[])[]> {
  const themeNode = layersOf(places).find(({ scope }) => scope === 'theme')?.node ?? places
  const found = new Map<Place, (readonly string[])[]>()
  const add = (node: KeyNode, above: readonly string[]) => {
    for (const { path, node: each } of allKeys(node)) {
      if (each.place !== undefined)
        found.set(each.place, [...(found.get(each.place) ?? []), [...above, ...path]])
    }
  }
  add(themeNode, [])
  // Old clients also show the root's common.
  const common = places.keys?.['common']
  if (common !== undefined && themeNode !== places) add(common, ['common'])
  return found
}
