import { colorNotation } from '../css/colors.js'
import type { Place } from '../generated/places.js'
import type { Resolution } from '../resolve/resolution.js'
import type { Look } from './look.js'

/** A value that shows otherwise after the conversion. */
export interface PreviewDifference {
  /** A custom property or a place. */
  readonly name: string
  readonly before: string | undefined
  readonly after: string | undefined
  /** Whether the theme sets it before or after; otherwise the releases differ by themselves. */
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

/** What two clients show otherwise of one theme, by name. */
export function differencesOf(
  [before, lookBefore]: readonly [Resolution, Look],
  [after, lookAfter]: readonly [Resolution, Look],
): PreviewDifference[] {
  const found: PreviewDifference[] = []
  const [old, now] = [before, after].map(
    ({ properties }) =>
      // Web 8 and later also set `--oc-spacing-*`, which nothing reads.
      new Map(
        properties.filter(({ name }) => !name.startsWith('--oc-spacing-')).map((each) => [each.name, each]),
      ),
  ) as [Map<string, Resolution['properties'][number]>, Map<string, Resolution['properties'][number]>]
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)]
    const isByTheme = was?.set === true || is?.set === true
    if (notation(was?.value) !== notation(is?.value))
      found.push({ name, before: was?.value, after: is?.value, isByTheme })
  }
  for (const place of places) {
    const [was, is] = [lookBefore.text(place).value, lookAfter.text(place).value]
    if ((was ?? '') !== (is ?? '')) found.push({ name: place, before: was, after: is, isByTheme: true })
  }
  return found
}

const notation = (value: string | undefined) => (value === undefined ? undefined : colorNotation(value))
