/** The scheme of an address as browsers read it: they leave out tabs, line breaks and what stands before it. */
export function schemeOf(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip exactly these
  const clean = address.replace(/^[\u0000-\u0020]+|[\t\n\r]/g, '')
  return /^([a-z][a-z\d+.-]*):/i.exec(clean)?.[1]?.toLowerCase()
}

/** Whether the address is one of another host, or an absolute one of this host. */
export const isAddress = (text: string) => schemeOf(text) !== undefined || isOnOtherHost(text)

/** Whether the address begins with a host: browsers take backslashes for slashes, and leave spaces before it out. */
export const isOnOtherHost = (text: string) => /^[/\\]{2}/.test(text.trim())

/**
 * The path below the site's root that a relative address leads to, percent-decoded; `undefined` when it leaves the root.
 * The query ends it before anything is decoded, so that `%23` and `%3F` are a part of it.
 */
export function pathBelowRoot(text: string): string | undefined {
  const [path = ''] = text.split(/[?#]/, 1)
  const kept: string[] = []
  // Browsers take %2e for a dot even where another percent sign is no encoding; servers take %2f for a slash.
  for (const part of decoded(path.replace(/%2e/gi, '.')).split(/[/\\]/)) {
    if (part === '' || part === '.') continue
    if (part !== '..') kept.push(part)
    else if (kept.pop() === undefined) return undefined
  }
  return kept.join('/')
}

/** The file of this site that an image address means, below the site's root; `undefined` for all other addresses. */
export function localFile(text: string): string | undefined {
  const path = text === '' || isAddress(text) ? undefined : pathBelowRoot(text)
  // No system has a NUL character in a path.
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
 * A path that browsers resolve against the page or style sheet that names it, with a leading slash instead, so that it
 * leads to the same file from everywhere; `undefined` for all other addresses.
 */
export function fromRoot(text: string): string | undefined {
  const path = text.trim()
  if (path === '' || /^[/\\.]/.test(path.replace(/^(?:\.\/)+/, '')) || isAddress(path)) return undefined
  return `/${path.replace(/^(?:\.\/)+/, '')}`
}

/** A path with slashes, from the site's root as all paths are. */
export function slashed(text: string): string {
  return text.trim().replaceAll('\\', '/').replace(/^\/+/, '')
}

export function encoded(text: string): string {
  return text.replace(
    /[\s'"()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
