import { layoutOf } from '../../src/formats/layout.js'
import type { Place } from '../../src/generated/places.js'
import {
  type ConversionTargetId,
  type Resolution,
  type ResolveOptions,
  resolve,
  type TargetId,
  targets,
  type WebOptions,
} from '../../src/index.js'
import { isObject, type Json, type JsonObject, own, ownObject } from '../../src/json/value.js'
import { legacyThemes } from '../../src/resolve/legacy.js'
import { shippedBackground, shippedCommon, shippedLogo } from '../../src/targets/shipped-file.js'

/** The visible values of a theme, in any client; `undefined` for missing ones. */
export interface Look {
  texts: Record<'name' | 'slogan', unknown>
  links: Record<'accessDeniedHelp' | 'imprint' | 'privacy', unknown>
  images: Record<ImageSlot, unknown>
  autoRedirect: unknown
  banner: Record<string, unknown>
  properties: Record<string, string>
}

type ImageSlot = 'topbar' | 'favicon' | 'login' | 'notFound' | 'background'
type LegacyGeneration = 'flat' | 'named' | 'wrapped'

/** The look of a converted theme in its target, independent of the names of keys. */
export function currentLook(document: unknown, options: ResolveOptions & { target: TargetId }): Look {
  const resolution = resolve(document, options)
  const { spots } = layoutOf(targets[options.target].places).theme
  const at = (pointer: string) => resolution.values.find((value) => value.pointer === pointer)?.value
  const shown = (place: Place) => at(spots.get(place)?.path ?? place)
  return {
    texts: { name: shown('common.name'), slogan: shown('common.slogan') },
    links: {
      accessDeniedHelp: shown('urls.accessDeniedHelp'),
      imprint: shown('urls.imprint'),
      privacy: shown('urls.privacy'),
    },
    images: {
      topbar: shown('logo.topbar'),
      favicon: shown('logo.favicon'),
      login: shown('logo.login'),
      notFound: shown('logo.notFound'),
      background: fromRoot(shown('login.background')),
    },
    autoRedirect: shown('login.autoRedirect'),
    banner: bannerOf(at),
    properties: setProperties(resolution),
  }
}

/**
 * The look that the themes of a legacy file must have in a target, in the order of the converted file: the values that the
 * old client showed, and for missing ones the value of the first theme, else of the root, else the shipped one. The `own`
 * look is without these fallbacks.
 */
export function legacyLooks(
  document: JsonObject,
  generation: LegacyGeneration,
  id: ConversionTargetId,
  webOptions: WebOptions = {},
): { key: string; look: Look; own: Look }[] {
  const themes = legacyThemes(document, generation).sort(([a], [b]) => rank(a) - rank(b))
  const root = generation === 'flat' ? {} : (ownObject(document, 'common') ?? {})
  const isTheme = themes.some(([, pointer]) => pointer === '/common')
  const common = isTheme ? {} : root
  const rootLogo = movedImage(own(common, 'logo') || undefined, id)
  let first: Look | undefined
  return themes.map(([key, , theme]) => {
    const shown = shownBy(document, key, theme, common, id, webOptions)
    const fallbacks = {
      texts: { name: own(common, 'name'), slogan: own(common, 'slogan') },
      images: { topbar: rootLogo, login: rootLogo },
    }
    const look: Look = {
      ...shown,
      texts: firstOf(shown.texts, first?.texts, fallbacks.texts, shippedCommon),
      images: {
        ...firstOf(shown.images, first?.images, fallbacks.images, {
          ...shippedLogo,
          background: fromRoot(shippedBackground),
        }),
        notFound: shown.images.notFound,
      },
    }
    first ??= look
    return { key, look, own: shown }
  })
}

const rank = (key: string) => (key === 'default' ? 0 : key === 'default-dark' ? 1 : 2)

/** Each value from the first object that has it. */
function firstOf<Values extends Record<string, unknown>>(
  values: Values,
  ...others: readonly (Record<string, unknown> | undefined)[]
): Values {
  return Object.fromEntries(
    Object.keys(values).map((key) => [
      key,
      [values, ...others].map((object) => object?.[key]).find((value) => value !== undefined),
    ]),
  ) as Values
}

/** The values of a theme that the old client showed from the file itself. */
function shownBy(
  document: JsonObject,
  key: string,
  theme: JsonObject,
  common: JsonObject,
  id: ConversionTargetId,
  options: WebOptions,
): Look {
  const resolution = resolve(document, { theme: key })
  const at = (pointer: string) =>
    resolution.values.find((value) => value.pointer === pointer && value.origin.layer === 'theme')?.value
  const image = (...pointers: string[]) =>
    pointers
      .map((pointer, index) => movedImage(index === 0 ? at(pointer) : at(pointer) || undefined, id))
      .find((path) => path !== undefined)
  const isFlat = resolution.generation === 'flat'
  // Of both names the newer one counts, also if its image is gone.
  const topbar = at('/logo/topbar') === undefined ? '/logo/sidebar' : '/logo/topbar'
  return {
    texts: { name: at('/general/name'), slogan: at('/general/slogan') },
    links: {
      accessDeniedHelp:
        own(common, 'accessDeniedHelpUrl') || options.accessDeniedHelpUrl || helpDeskLink(theme) || '',
      imprint: at('/general/imprintUrl') || options.imprintUrl || '',
      privacy: at('/general/privacyUrl') || options.privacyUrl || '',
    },
    images: {
      // Images of flat files are used where there is no other.
      topbar: isFlat ? image(topbar, '/logo/small') : image(topbar),
      favicon: image('/logo/favicon'),
      login: isFlat ? image('/logo/login', '/logo/big') : image('/logo/login'),
      notFound: image('/logo/notFound'),
      background: fromRoot(image('/loginPage/backgroundImg')),
    },
    autoRedirect: at('/loginPage/autoRedirect'),
    banner: bannerOf(at, id),
    properties: setProperties(resolution),
  }
}

/** The link of the help desk: one for all languages, else the English one, else the first that isn't empty. */
function helpDeskLink(theme: JsonObject): Json | undefined {
  const general = ownObject(theme, 'general')
  const link = general && own(general, 'helpDeskLink')
  if (!isObject(link)) return link
  return link['en'] || Object.values(link).find((value) => value !== '')
}

/** A path with a leading slash: for old clients both forms led to the same file. */
const fromRoot = (path: unknown) =>
  typeof path === 'string' && path !== '' ? path.replace(/^(?!\/|[a-z]+:)(?:\.\/)*/, '/') : path

/** The path of an image after the conversion. */
function movedImage(path: unknown, id: ConversionTargetId): unknown {
  if (typeof path !== 'string') return path
  const [, lead = '', plain = ''] = /^(\.?\/)?(.*)$/s.exec(path) ?? []
  if (plain === 'themes/owncloud/favicon.jpg') return `${lead}themes/owncloud/assets/favicon.jpg`
  if (plain === 'themes/owncloud/assets/cloud.svg') return undefined
  const uploads = id === 'ocis-5' ? 'branding/' : 'themes/_branding/'
  for (const folder of ['themes/_branding/', 'branding/']) {
    if (plain.startsWith(folder)) return lead + uploads + plain.slice(folder.length)
  }
  return path
}

/** The custom properties that the client sets. Web 8 and later also set `--oc-spacing-*`, which nothing reads. */
function setProperties({ properties }: Resolution): Record<string, string> {
  return Object.fromEntries(
    properties
      .filter(({ set, name }) => set && !name.startsWith('--oc-spacing-'))
      .map(({ name, value }) => [name, value]),
  )
}

const bannerKeys = ['title', 'publisher', 'additionalInformation', 'ctaText', 'icon', 'appScheme']

function bannerOf(at: (pointer: string) => unknown, id?: ConversionTargetId): Record<string, unknown> {
  return Object.fromEntries(
    bannerKeys.flatMap((key) => {
      const value = at(`/appBanner/${key}`)
      const shown = id !== undefined && key === 'icon' ? movedImage(value, id) : value
      return shown === undefined ? [] : [[key, shown]]
    }),
  )
}
