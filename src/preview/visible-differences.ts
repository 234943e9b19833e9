import { localFile } from '../css/addresses.js'
import { colorNotation } from '../css/colors.js'
import type { Place } from '../generated/places.js'
import type { Resolution, ResolvedProperty } from '../resolve/resolution.js'
import type { Paint } from '../targets/painted-regions.js'
import type { Client } from './client-pages.js'
import type { Look } from './look.js'

/** A visible difference before and after a conversion. */
export interface PreviewDifference {
  /** A custom property or a place. */
  readonly name: string
  readonly before: string | undefined
  readonly after: string | undefined
  /** Whether the theme sets it, before or after; otherwise the defaults of the releases differ. */
  readonly isByTheme: boolean
}

const places: readonly Place[] = [
  'common.name',
  'common.slogan',
  'urls.accessDeniedHelp',
  'urls.imprint',
  'urls.privacy',
  'logo.topbar',
  'logo.login',
  'logo.favicon',
  'logo.notFound',
  'login.background',
  'banner.title',
  'banner.publisher',
  'banner.additionalInformation',
  'banner.callToAction',
  'banner.icon',
]

/** A client with the theme that it shows. */
interface Side {
  readonly resolution: Resolution
  readonly look: Look
}

/** The differences between two releases of one product. */
export function differencesOf(before: Side, after: Side): PreviewDifference[] {
  const found: PreviewDifference[] = []
  const [old, now] = [propertiesOf(before), propertiesOf(after)]
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)]
    const isByTheme = was?.set === true || is?.set === true
    if (notation(was?.value) !== notation(is?.value))
      found.push({ name, before: was?.value, after: is?.value, isByTheme })
  }
  return [...found, ...placesThatDiffer(before, after)]
}

/** Web 8 and later also set `--oc-spacing-*`, which nothing reads. */
function propertiesOf({ resolution: { properties } }: Side): Map<string, ResolvedProperty> {
  const read = properties.filter(({ name }) => !name.startsWith('--oc-spacing-'))
  return new Map(read.map((property) => [property.name, property]))
}

function placesThatDiffer(before: Side, after: Side): PreviewDifference[] {
  return places.flatMap((place) => {
    const [was, is] = [before.look.text(place).value, after.look.text(place).value]
    return shownAs(place, was) === shownAs(place, is)
      ? []
      : [{ name: place, before: was, after: is, isByTheme: true }]
  })
}

/**
 * The differences between the clients of two products: the colours of regions that both have.
 */
export function differencesBetween(
  before: Side & { readonly client: Pick<Client, 'regions'> },
  after: Side & { readonly client: Pick<Client, 'regions'> },
): PreviewDifference[] {
  const found: PreviewDifference[] = []
  for (const [name, old] of Object.entries(before.client.regions)) {
    const now = after.client.regions[name]
    if (now === undefined) continue
    for (const role of ['background', 'text', 'icon', 'border'] as const) {
      const [oldPaint, newPaint] = [old[role], now[role]]
      if (oldPaint === undefined || newPaint === undefined || isFixed(oldPaint) || isFixed(newPaint)) continue
      const [was, is] = [shownColor(before.look, oldPaint), shownColor(after.look, newPaint)]
      if (was !== is) found.push({ name: `${old.title}, ${role}`, before: was, after: is, isByTheme: true })
    }
  }
  return [...found, ...placesThatDiffer(before, after)]
}

/** A value for comparison: an image is the same with and without a slash before its path. */
function shownAs(place: Place, value = ''): string {
  const isImage = place.startsWith('logo.') || place === 'login.background' || place === 'banner.icon'
  return isImage ? (localFile(value) ?? value) : value
}

const isFixed = (paint: Paint) => typeof paint === 'string' && paint.startsWith('#')

function shownColor(look: Look, paint: Paint): string | undefined {
  const { color, value } = look.color(...[paint].flat())
  return color?.hex ?? value
}

const notation = (value: string | undefined) => (value === undefined ? undefined : colorNotation(value))
