import { type Resolution, type ResolveOptions, resolve } from '../../src/index.js'

/** What a user sees of a theme, whichever client shows it. */
export interface Look {
  name: unknown
  slogan: unknown
  links: { imprint: unknown; privacy: unknown }
  images: Record<'topbar' | 'favicon' | 'login' | 'background', unknown>
  banner: unknown
  properties: Record<string, string>
}

function at(resolution: Resolution, pointer: string): unknown {
  return resolution.values.find((value) => value.pointer === pointer)?.value
}

/** The custom properties that the client sets. Web 8 and later also set `--oc-spacing-*`, which nothing reads. */
function setProperties({ properties }: Resolution): Record<string, string> {
  return Object.fromEntries(
    properties
      .filter(({ set, name }) => set && !name.startsWith('--oc-spacing-'))
      .map(({ name, value }) => [name, value]),
  )
}

/** What a legacy theme looked like under the client that it was written for. */
export function legacyLook(document: unknown, key: string): Look {
  const resolution = resolve(document, { theme: key })
  return {
    name: at(resolution, '/general/name'),
    slogan: at(resolution, '/general/slogan'),
    links: {
      imprint: at(resolution, '/general/imprintUrl') ?? '',
      privacy: at(resolution, '/general/privacyUrl') ?? '',
    },
    images: {
      topbar: at(resolution, '/logo/topbar') ?? at(resolution, '/logo/sidebar'),
      favicon: at(resolution, '/logo/favicon'),
      login: at(resolution, '/logo/login'),
      background: at(resolution, '/loginPage/backgroundImg'),
    },
    banner: bannerOf(resolution),
    properties: setProperties(resolution),
  }
}

/** What a converted theme looks like under its target. */
export function currentLook(document: unknown, options: ResolveOptions): Look {
  const resolution = resolve(document, options)
  return {
    name: at(resolution, '/common/name'),
    slogan: at(resolution, '/common/slogan'),
    links: {
      imprint: at(resolution, '/common/urls/imprint'),
      privacy: at(resolution, '/common/urls/privacy'),
    },
    images: {
      topbar: at(resolution, '/logo/topbar'),
      favicon: at(resolution, '/logo/favicon'),
      login: at(resolution, '/logo/login'),
      background: at(resolution, '/loginPage/backgroundImg'),
    },
    banner: bannerOf(resolution),
    properties: setProperties(resolution),
  }
}

const bannerKeys = ['title', 'publisher', 'additionalInformation', 'ctaText', 'appScheme']

function bannerOf(resolution: Resolution): Record<string, unknown> {
  return Object.fromEntries(
    bannerKeys.flatMap((key) => {
      const value = at(resolution, `/appBanner/${key}`)
      return value === undefined ? [] : [[key, value]]
    }),
  )
}
