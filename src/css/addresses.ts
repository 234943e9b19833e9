/** The scheme of an address as browsers read it: they skip leading spaces and control characters, tabs and line breaks. */
export function schemeOf(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip exactly these
  const clean = address.replace(/^[\u0000-\u0020]+|[\t\n\r]/g, '')
  return /^([a-z][a-z\d+.-]*):/i.exec(clean)?.[1]?.toLowerCase()
}

const scripts: ReadonlySet<string | undefined> = /* @__PURE__ */ new Set(['javascript', 'data', 'vbscript'])

/** Whether a click on a link runs a script, or shows a page that the link itself contains. */
export const isScriptLink = (address: string) => scripts.has(schemeOf(address))

/** Brackets of markup and placeholders, spaces, invisible characters, and quotes around the whole. */
const NO_ADDRESS = /[<>`{|}^ \u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|\]\(|^["'].*["']$/
const NO_VALUE = /^(?:-+|n\/?a|none|null|tbd|todo|undefined|false|true)$/i

/** Whether a text can be an address or a path at all, and not a placeholder or markup. */
export function isAddressText(text: string): boolean {
  const address = text.trim()
  // Spaces in a path are encoded by browsers.
  const shown = isAddress(address) ? address : address.replaceAll(' ', '')
  if (NO_ADDRESS.test(shown) || NO_VALUE.test(address)) return false
  try {
    const { protocol, hostname } = new URL(address, 'https://a.example')
    return hostname !== '' || !protocol.startsWith('http')
  } catch {
    return false
  }
}

/** Whether an address is more than a path: it has a scheme or a host. */
export const isAddress = (text: string) => schemeOf(text) !== undefined || isOnOtherHost(text)

/** Whether an address starts with a host (`//host/…`). Browsers read backslashes as slashes, and skip leading spaces. */
export const isOnOtherHost = (text: string) => /^[/\\]{2}/.test(text.trim())

/**
 * The path below the site's root that a relative address leads to, percent-decoded; `undefined` when it leaves the root.
 * The query is cut off before decoding, so that `%23` and `%3F` stay a part of the path.
 */
export function pathBelowRoot(text: string): string | undefined {
  const [path = ''] = text.split(/[?#]/, 1)
  const kept: string[] = []
  // Browsers read %2e as a dot, also in a path that isn't valid percent-encoding; servers read %2f as a slash.
  for (const part of decoded(path.replace(/%2e/gi, '.')).split(/[/\\]/)) {
    if (part === '' || part === '.') continue
    if (part !== '..') kept.push(part)
    else if (kept.pop() === undefined) return undefined
  }
  return kept.join('/')
}

/** The path below the site's root that an image address leads to; `undefined` for an address elsewhere. */
export function localFile(text: string): string | undefined {
  const path = text === '' || isAddress(text) ? undefined : pathBelowRoot(text)
  // No file system allows a NUL character.
  return path?.includes('\0') ? undefined : path
}

/** The percent-decoded text, or the text itself where it isn't valid percent-encoding. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

/**
 * A relative path with a leading slash, so that it leads to the same file from every page and style sheet; `undefined`
 * for all other addresses.
 */
export function fromRoot(text: string): string | undefined {
  const path = text.trim()
  if (path === '' || /^[/\\.]/.test(path.replace(/^(?:\.\/)+/, '')) || isAddress(path)) return undefined
  return `/${path.replace(/^(?:\.\/)+/, '')}`
}

/** A path with forward slashes and none at its start. */
export function slashed(text: string): string {
  return text.trim().replaceAll('\\', '/').replace(/^\/+/, '')
}

/** A path whose spaces, quotes and parentheses, which end a CSS `url(…)`, are percent-encoded. */
export function encoded(text: string): string {
  return text.replace(
    /[\s'"()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
