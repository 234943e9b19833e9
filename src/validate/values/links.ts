import type { ValueRule } from '../rule.js'

/** The scheme of an address as browsers read it: they leave out tabs, line breaks and what stands before it. */
export function schemeOf(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip exactly these
  const clean = address.replace(/^[\u0000-\u0020]+|[\t\n\r]/g, '')
  return /^([a-z][a-z\d+.-]*):/i.exec(clean)?.[1]?.toLowerCase()
}

const scripts: ReadonlySet<string> = new Set(['javascript', 'data', 'vbscript'])
const usual: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel'])

/** The links go into `href` as they are, and `appScheme` into the beginning of one. */
export const scriptLink: ValueRule = {
  code: 'script-link',
  kinds: ['link', 'app-scheme'],
  check(text, kind) {
    const scheme = schemeOf(kind === 'app-scheme' ? `${text}:` : text)
    return scheme !== undefined && scripts.has(scheme)
      ? `A "${scheme}:" address runs as a script, or shows a foreign page, in the session of whoever clicks it. ${kind === 'app-scheme' ? 'Write the scheme of the app, such as "owncloud".' : 'Write an https address.'}`
      : undefined
  },
}

export const unusualLink: ValueRule = {
  code: 'unusual-link',
  kinds: ['link'],
  check(text) {
    const scheme = schemeOf(text)
    return scheme === undefined || usual.has(scheme)
      ? undefined
      : `Links with "${scheme}:" open for nobody, or only on computers set up for it. Write an address with https, http, mailto or tel, or a path below the site.`
  },
}

/** Browsers take an address without a scheme for a path below the site. */
export const linkWithoutScheme: ValueRule = {
  code: 'link-without-scheme',
  kinds: ['link'],
  check: (text) =>
    /^\s*www\./i.test(text)
      ? `Without a scheme this is a path below the site, not another site. Write "https://${text.trim()}".`
      : undefined,
}

export const invalidAppScheme: ValueRule = {
  code: 'invalid-app-scheme',
  kinds: ['app-scheme'],
  check: (text) =>
    /^[a-z][a-z\d+.-]*$/i.test(text)
      ? undefined
      : `${JSON.stringify(text)} is no scheme of an address: those are letters, digits, "+", "." and "-" without a colon, such as "owncloud". The banner's button leads nowhere. Write the scheme that the app is registered for.`,
}
