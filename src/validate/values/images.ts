import { imageKinds, type ValueRule } from '../rule.js'
import { schemeOf } from './links.js'

const SVG_ADDRESS_LIMIT = 32 * 1024

/** Formats that all browsers show. */
const formats: ReadonlySet<string> = new Set([
  ...['apng', 'avif', 'bmp', 'gif', 'ico', 'jfif', 'jpeg', 'jpg', 'pjp', 'pjpeg', 'png', 'svg', 'webp'],
])

/** Whether the address is one of another host, or an absolute one of this host. */
const isAddress = (text: string) => schemeOf(text) !== undefined || isOnOtherHost(text)

/** Whether the address begins with a host: browsers take backslashes for slashes, and leave spaces before it out. */
const isOnOtherHost = (text: string) => /^[/\\]{2}/.test(text.trim())

/** The path below the site's root that a relative address leads to, `undefined` when it leaves the root. */
function pathBelowRoot(text: string): string | undefined {
  const path = text.replace(/[?#].*$/s, '').replaceAll('\\', '/')
  const kept: string[] = []
  for (const part of path.split('/')) {
    // Browsers take these for dots too.
    const plain = part.replace(/%2e/gi, '.')
    if (plain === '' || plain === '.') continue
    if (plain !== '..') kept.push(part)
    else if (kept.pop() === undefined) return undefined
  }
  return kept.join('/')
}

/** The file of this site that an image address means, below the site's root; `undefined` for all other addresses. */
export function localFile(text: string): string | undefined {
  if (text === '' || text.includes('\0') || isAddress(text)) return undefined
  return pathBelowRoot(decoded(text))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

/** The icon goes into `url('…')`. */
export const bannerIconBreaksOut: ValueRule = {
  code: 'banner-icon-breaks-out',
  kinds: ['banner-icon'],
  check: (text) =>
    /['\\\n\r\f]/.test(text)
      ? `The client writes the icon into url('…'), which a quote, a backslash or a line break ends: the rest becomes a style of its own. ${iconCure(text)}`
      : undefined,
}

function iconCure(text: string): string {
  return /['\n\r\f]/.test(text)
    ? 'Rename the file, or write %27 for a quote.'
    : `Write ${JSON.stringify(slashed(text))}.`
}

/** A path with slashes, from the site's root as all paths are. */
function slashed(text: string): string {
  return text.trim().replaceAll('\\', '/').replace(/^\/+/, '')
}

export const unreachableImage: ValueRule = {
  code: 'image-unreachable',
  kinds: imageKinds,
  check(text) {
    const scheme = schemeOf(text)
    if (scheme === undefined || ['http', 'https', 'data', 'blob'].includes(scheme)) return undefined
    return `No browser loads an image from a "${scheme}:" address. Put the image into the theme's folder on the server and write its path, such as "themes/acme/assets/logo.svg".`
  },
}

export const largeDataImage: ValueRule = {
  code: 'image-data-too-large',
  kinds: imageKinds,
  check: (text) =>
    schemeOf(text) === 'data' && text.length > SVG_ADDRESS_LIMIT
      ? `The image stands in the file itself, with ${Math.round(text.length / 1024)} kB: every visitor loads it before anything shows. Save it as a file below the theme's folder and write its path.`
      : undefined,
}

export const insecureImage: ValueRule = {
  code: 'image-insecure',
  kinds: imageKinds,
  check: (text) =>
    schemeOf(text) === 'http'
      ? 'Browsers block images from http on a site that is served by https. Put the image into the theme’s folder on the server and write its path.'
      : undefined,
}

/** The built-in login page (since oCIS 6.6) shows `'/' + common.logo`. */
export const absoluteLogo: ValueRule = {
  code: 'absolute-logo',
  kinds: ['common-logo'],
  concerns: ({ target, isBehindServer }) => isBehindServer && target.loginPageShowsLogo,
  check(address) {
    const text = address.trim()
    if (!text.startsWith('/') && !isAddress(text)) return undefined
    const cure =
      text.startsWith('/') && !isAddress(text)
        ? `Write ${JSON.stringify(slashed(text))}.`
        : 'Put the image into the theme’s folder on the server and write its path without a leading slash.'
    return `The built-in login page puts a slash before this logo and shows a broken image for ${JSON.stringify(shortened(text))}. ${cure}`
  },
}

/** The default policy of oCIS 6 and later. */
export const foreignImage: ValueRule = {
  code: 'image-other-host',
  kinds: imageKinds,
  concerns: ({ target, isBehindServer }) => isBehindServer && target.blocksForeignImages,
  check: (text) =>
    schemeOf(text) === 'https' || isOnOtherHost(text)
      ? 'The server’s default content security policy (since oCIS 6) blocks images from other hosts. Put the image into the theme’s folder on the server and write its path, or allow the host in the policy.'
      : undefined,
}

export const imageOutsideRoot: ValueRule = {
  code: 'image-outside-root',
  kinds: imageKinds,
  check: (text) =>
    !isAddress(text) && pathBelowRoot(text) === undefined
      ? 'The path leads out of the site’s root. Paths start at the root, not at the theme: write it without "..", such as "themes/acme/assets/logo.svg".'
      : undefined,
}

export const imageBackslash: ValueRule = {
  code: 'image-backslash',
  kinds: imageKinds,
  check: (text) =>
    !isAddress(text) && text.includes('\\')
      ? `Paths in addresses have slashes, not backslashes. Write ${JSON.stringify(slashed(text))}.`
      : undefined,
}

/** The picture goes into an unquoted `url(…)`. */
export const backgroundBreaksUrl: ValueRule = {
  code: 'background-breaks-url',
  kinds: ['background'],
  check: (text) =>
    /[\s'"()]/.test(text)
      ? `The client writes this into url(…) without quotes, which spaces, quotes and parentheses break: no picture shows. Rename the file, or write ${JSON.stringify(shortened(encoded(text)))}.`
      : undefined,
}

export const imageSpace: ValueRule = {
  code: 'image-space',
  kinds: imageKinds,
  check: (text) =>
    !isAddress(text) && /\s/.test(text)
      ? `There are spaces in the path, which not every program on its way takes. Rename the file, or write ${JSON.stringify(encoded(text.trim()))}.`
      : undefined,
}

export const imageFormat: ValueRule = {
  code: 'image-format',
  kinds: imageKinds,
  check(text) {
    if (schemeOf(text) === 'data' && !/^\s*data:image\//i.test(text)) {
      return 'This data: address holds no image. Write one that starts with "data:image/", or the path of an image.'
    }
    if (isAddress(text)) return undefined
    const extension = /\.([a-z\d]+)$/i.exec(text.replace(/[?#].*$/s, ''))?.[1]
    return extension === undefined || formats.has(extension.toLowerCase())
      ? undefined
      : `Browsers don't show ".${extension}" as an image. Save it as SVG, PNG, JPEG or WebP.`
  },
}

function encoded(text: string): string {
  return text.replace(
    /[\s'"()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
