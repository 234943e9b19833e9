import { schemeOf } from '../../css/addresses.js'
import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'unfilled-placeholder': { severity: 'warning', title: 'Unfilled placeholder' },
} as const satisfies Metas

/** Marks of Helm, Jinja, shells and ERB, and what examples ask to replace. */
const MARK =
  /\{\{[^{}]*\}\}|\{%[^%]*%\}|<%[^%]*%>|\$\{[^{}]*\}|\$\([\w.-]+\)|<(?:your|insert|enter)[ _-][^<>]*>|\[(?:your|insert|enter)[ _-][^[\]]*\]|\b(?:change|replace)[ _-]?me\b|\byour[-_]?(?:company|organi[sz]ation|domain|hostname)\b|lorem ipsum/i
/** Marks of Windows, autoconf and others, and notes. */
const CAPITALS =
  /%[A-Z][A-Z\d_]{3,}%|__[A-Z][A-Z\d_]*__|@[A-Z][A-Z\d_]+@|<[A-Z][A-Z\d _-]+>|\b(?:TODO|FIXME|TBD)\b/
/** Hosts that only examples have (RFC 2606). */
const EXAMPLE = /^https?:\/\/(?:[\w-]+\.)*example\.(?:com|org|net)(?![\w.-])/i

export const unfilledPlaceholder: ValueRule = {
  code: 'unfilled-placeholder',
  rank: 0,
  kinds: ['text', 'link', 'image', 'common-logo', 'background', 'banner-icon'],
  check(text, kind) {
    const isText = kind === 'text'
    if (schemeOf(text) === 'data') return undefined
    const mark = (MARK.exec(text) ?? CAPITALS.exec(text) ?? (isText ? null : EXAMPLE.exec(text)))?.[0]
    // A letter that is encoded in an address.
    if (mark === undefined || (!isText && /^%[\dA-F]{2}/.test(mark))) return undefined
    return `${quoted(mark)} looks like a placeholder that was not filled in, and clients use the text as it is. Write what is meant here.`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'unfilled-placeholder': {
    why: 'A template or an example was taken over without its values: users see the mark in names, and links and images lead nowhere.',
    since: ocis5,
    wrong: { change: { at: '/common/name', value: '{{ .Values.theme.name }}' } },
    right: { change: { at: '/common/name', value: 'Acme Cloud' } },
  },
})
