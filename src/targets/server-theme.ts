import { nodeAt } from '../formats/known-keys.js'
import type { JsonObject } from '../json/value.js'
import { shippedFile } from './shipped-file.js'
import type { Target } from './target.js'

/** Pairs of colours that can be read on each other: the text, and what is below it. */
const schemes = {
  light: { text: '#1b2a33', muted: '#4a5a64', background: '#ffffff', strong: '#0b3a5b', onStrong: '#ffffff' },
  dark: { text: '#eef3f6', muted: '#b9c6ce', background: '#15202b', strong: '#0b3a5b', onStrong: '#ffffff' },
} as const

type Scheme = keyof typeof schemes

const swatches = ['brand', 'primary', 'success', 'warning', 'danger', 'passive']
const roles = ['primary', 'secondary', 'tertiary', 'error', 'chrome']

function paletteOf(scheme: Scheme): JsonObject {
  const { text, muted, background, strong, onStrong } = schemes[scheme]
  const pairs = swatches.flatMap((name) => [
    [`swatch-${name}-default`, strong],
    [`swatch-${name}-contrast`, onStrong],
  ])
  return {
    'background-default': background,
    'background-highlight': background,
    'text-default': text,
    'text-muted': muted,
    'text-inverse': background,
    'input-bg': background,
    'input-text-default': text,
    'swatch-primary-muted-hover': strong,
    'swatch-primary-gradient-hover': strong,
    'swatch-passive-hover-outline': strong,
    ...Object.fromEntries(pairs),
  }
}

function rolesOf(scheme: Scheme): JsonObject {
  const { text, background, strong, onStrong } = schemes[scheme]
  const pairs = roles.flatMap((name) => [
    [name, strong],
    [`on${name[0]?.toUpperCase()}${name.slice(1)}`, onStrong],
  ])
  return {
    background: background,
    onBackground: text,
    surface: background,
    onSurface: text,
    ...Object.fromEntries(pairs),
  }
}

const themes = new WeakMap<Target, JsonObject>()

/**
 * A theme as the target's server brings it along: the same groups in the same places, with colours of our own. It
 * is used as the theme that a branding file is merged into.
 */
export function serverTheme(target: Target): JsonObject {
  let theme = themes.get(target)
  if (theme === undefined) {
    theme = target.merge.common === 'flat' ? openCloudTheme(target) : ownCloudTheme(target)
    themes.set(target, theme)
  }
  return theme
}

/** Seen in the servers of oCIS 6.0 to 8.1: a light and a dark theme; the later ones have a pair for the vault too. */
function ownCloudTheme(target: Target): JsonObject {
  const shipped = shippedFile(target)
  const { web } = shipped['clients'] as { web: JsonObject }
  const pair = (more: JsonObject): JsonObject[] => [
    { name: 'Light Theme', isDark: false, ...more, designTokens: { colorPalette: paletteOf('light') } },
    { name: 'Dark Theme', isDark: true, ...more, designTokens: { colorPalette: paletteOf('dark') } },
  ]
  const vault = target.modes.includes('vault')
    ? pair({ mode: 'vault', ...(target.shipsOwnLogos && { logo: logoOf(web) }) })
    : []
  return { ...shipped, clients: { web: { ...web, themes: [...pair({}), ...vault] } } }
}

const logoOf = (web: JsonObject) => (web['defaults'] as { logo: JsonObject }).logo

/** Seen in the servers of OpenCloud 1.0 to 4.1: the dark theme has a logo of its own. */
function openCloudTheme({ places }: Target): JsonObject {
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
