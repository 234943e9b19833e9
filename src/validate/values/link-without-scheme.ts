import type { ValueRule } from '../rule.js'

/** Browsers take an address without a scheme for a path below the site. */
export const linkWithoutScheme: ValueRule = {
  code: 'link-without-scheme',
  kinds: ['link'],
  check: (text) =>
    /^\s*www\./i.test(text)
      ? `Without a scheme this is a path below the site, not another site. Write "https://${text.trim()}".`
      : undefined,
}
