import { TEXT_CONTRAST } from '../../src/css/colors.js'
import { contrastBetween, shownOver } from '../../src/css/tones.js'
import { layoutOf } from '../../src/formats/layout.js'
import type { Place } from '../../src/generated/places.js'
import { type Resolution, resolve, type TargetId, targets } from '../../src/index.js'
import { inKebabCase } from '../../src/targets/design-colors.js'
import { type DesignTokens, tokenValue } from '../../src/targets/design-tokens.js'
import { shippedImages } from '../../src/targets/shipped-file.js'
import { type ColorRow, paletteFromRoles, rolesFromPalette } from './across-table.js'

const places = [
  'common.name',
  'common.slogan',
  'urls.accessDeniedHelp',
  'urls.imprint',
  'urls.privacy',
  'urls.accessibilityStatement',
  'logo.topbar',
  'logo.topbarSmall',
  'logo.login',
  'logo.favicon',
  'login.background',
] as const satisfies readonly Place[]

/** The values of a theme in a client: texts, links and images by place, colours by custom property. */
export interface Shown {
  readonly values: ReadonlyMap<Place, unknown>
  /** Custom properties that the theme sets. */
  readonly set: ReadonlyMap<string, string>
  /** All custom properties, those of the design system included. */
  readonly all: ReadonlyMap<string, string>
}

/** The values of each theme of a file in a client, in order. */
export function shownBy(document: unknown, target: TargetId, count: number): Shown[] {
  const { spots } = layoutOf(targets[target].places).theme
  return Array.from({ length: count }, (_, theme) => {
    const resolution = resolve(document, { target, theme })
    const at = (place: Place) => {
      const path = spots.get(place)?.path
      return resolution.values.find(({ pointer }) => pointer === path)?.value
    }
    return { values: new Map(places.map((place) => [place, at(place)])), ...propertiesOf(resolution) }
  })
}

function propertiesOf({ properties }: Resolution): Pick<Shown, 'set' | 'all'> {
  const pairs = (only: typeof properties) => new Map(only.map(({ name, value }) => [name, value]))
  return { set: pairs(properties.filter(({ set }) => set)), all: pairs(properties) }
}

/** Whether a value is an image that only servers of one product have. */
export function isShippedBy(product: string, value: unknown): boolean {
  const { folder = '', names = [] } = shippedImages[product] ?? {}
  const plain = typeof value === 'string' ? value.replace(/^\.?\//, '') : ''
  return plain.startsWith(folder) && names.includes(plain.slice(folder.length))
}

/** The colours that roles must have according to the table, from the palette of an old client. */
export function expectedRoles(
  { set }: Pick<Shown, 'set'>,
  defaults: DesignTokens,
  { isOfOpenCloud, border }: { isOfOpenCloud: boolean; border: Parameters<typeof rolesFromPalette>[1] },
): Map<string, string> {
  const own = (token: string) => set.get(`--oc-color-${token}`)
  const usual = (token: string) => tokenValue(defaults, `color-${token}`) || undefined
  const page = usual('background-default') ?? ''
  const below = shownOver(own('background-default') ?? '', page)?.text ?? page
  const colorOf = (from: readonly string[]) => {
    for (const of of [own, usual]) {
      for (const token of from) {
        const shown = shownOver(of(token) ?? '', token === 'background-default' ? page : below)
        if (shown !== undefined) return shown.text
      }
    }
    return undefined
  }
  const surface = colorOf(['background-default']) ?? ''
  const primary = colorOf(['swatch-primary-default']) ?? ''
  const isReadable = (contrastBetween(primary, surface) ?? 0) >= TEXT_CONTRAST
  return colorsOf(rolesFromPalette(isOfOpenCloud, border, isReadable), colorOf)
}

/** The colours that tokens must have according to the table, from the roles of a client. */
export function expectedTokens(
  { set }: Pick<Shown, 'set'>,
  defaults: DesignTokens,
  { isForOpenCloud, border }: { isForOpenCloud: boolean; border: Parameters<typeof paletteFromRoles>[1] },
): Map<string, string> {
  const of = (role: string) => {
    const property = `role-${inKebabCase(role)}`
    return set.get(`--oc-${property}`) ?? (tokenValue(defaults, property) || undefined)
  }
  return colorsOf(paletteFromRoles(isForOpenCloud, border), ([role = '']) => of(role))
}

function colorsOf(
  rows: readonly ColorRow[],
  colorOf: (from: readonly string[]) => string | undefined,
): Map<string, string> {
  return new Map(
    rows.flatMap(({ name, from }): [string, string][] => {
      const color = colorOf(from)
      return color === undefined ? [] : [[name, color]]
    }),
  )
}
