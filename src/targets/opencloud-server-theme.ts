import { nodeAt } from '../formats/known-keys.js'
import type { JsonObject } from '../json/value.js'
import { frame, paletteOf, type Scheme, schemes } from './server-palette.js'
import type { Consumer } from './target.js'

const roles = ['primary', 'secondary', 'tertiary', 'error']

function rolesOf(scheme: Scheme): JsonObject {
  const { text, muted, background, strong, onStrong } = schemes[scheme]
  const pairs = roles.flatMap((name) => [
    [name, strong],
    [`on${name[0]?.toUpperCase()}${name.slice(1)}`, onStrong],
  ])
  return {
    background: background,
    onBackground: text,
    surface: background,
    onSurface: text,
    onSurfaceVariant: muted,
    surfaceContainer: background,
    surfaceContainerHigh: background,
    surfaceContainerHighest: background,
    secondaryContainer: background,
    onSecondaryContainer: text,
    chrome: frame.background,
    onChrome: frame.text,
    ...Object.fromEntries(pairs),
  }
}

/** Seen in the servers of OpenCloud 1.0 to 4.1: the dark theme has a logo of its own. */
export function openCloudTheme({ places }: Consumer): JsonObject {
  const nodeOf = (...path: string[]) => nodeAt(places, ['clients', 'web', 'defaults', ...path])
  const has = (...path: string[]) => nodeOf(...path) !== undefined
  const image = (name: string) => `themes/opencloud/assets/${name}.svg`
  const logos = (suffix: string): JsonObject => ({
    logo: image(`logo${suffix}`),
    ...(has('logoMobile') && { logoMobile: image(`logo${suffix}-mobile`) }),
  })
  const tokens = (scheme: Scheme): JsonObject =>
    has('designTokens', 'roles') ? { roles: rolesOf(scheme) } : { colorPalette: paletteOf(scheme) }
  return {
    common: {
      name: 'OpenCloud',
      slogan: 'OpenCloud – Excellent file sharing',
      logo: image('logo'),
      urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
    },
    clients: {
      web: {
        defaults: { ...logos(''), favicon: nodeOf('favicon')?.fallback ?? '' },
        themes: [
          { label: 'Light Theme', isDark: false, designTokens: tokens('light') },
          { label: 'Dark Theme', isDark: true, ...logos('-white'), designTokens: tokens('dark') },
        ],
      },
    },
  }
}
