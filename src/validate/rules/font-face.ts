import { isFontList } from '../../css/fonts.js'
import type { Metas } from '../../findings/meta.js'
import { eachLayer } from '../../formats/web-section.js'
import { quoted } from '../../json/quoted.js'
import { isObject } from '../../json/value.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'font-not-loaded': { severity: 'info', title: 'Font that the client does not load' },
} as const satisfies Metas

/** Families that browsers define themselves, or that most systems have. */
const common: ReadonlySet<string> = /* @__PURE__ */ (() =>
  new Set(
    'serif,sans-serif,monospace,cursive,fantasy,system-ui,ui-serif,ui-sans-serif,ui-monospace,ui-rounded,math,emoji,inherit,initial,unset,-apple-system,blinkmacsystemfont,arial,courier,courier new,georgia,helvetica,helvetica neue,segoe ui,tahoma,times,times new roman,trebuchet ms,verdana'.split(
      ',',
    ),
  ))()

/** A theme names fonts, but doesn't load them. Reported once, for the first one. */
export const fontFace: DocumentRule = {
  codes: ['font-not-loaded'],
  rank: 21,
  for: 'any',
  check({ document, target }, report) {
    let isReported = false
    eachLayer(document, (layer, pointer) => {
      const tokens = layer['designTokens']
      const fonts = isObject(tokens) ? tokens['fontFamily'] : undefined
      if (isReported || typeof fonts !== 'string') return
      const [first = '', second] = familiesIn(fonts)
      if (first === '' || common.has(first.toLowerCase())) return
      if (target.fonts.some((font) => font.toLowerCase() === first.toLowerCase())) return
      isReported = true
      const instead = second === undefined ? 'the default font of their browser' : quoted(second)
      report(
        'font-not-loaded',
        `${pointer}/designTokens/fontFamily`,
        `${target.title} does not load the font ${quoted(first)}: users who have not installed it see ${instead}. Load it with an @font-face in a style sheet of the server itself, or name ${list([...target.fonts, 'sans-serif'])}.`,
      )
    })
  },
}

/** The names in a list of families, without quotes; empty for anything but a plain list. */
function familiesIn(fonts: string): string[] {
  if (!isFontList(fonts) || /[(\\]/.test(fonts)) return []
  return fonts.split(',').map((name) => name.trim().replace(/^(["'])(.*)\1$/s, '$2'))
}

const list = (names: readonly string[]) => names.map((name) => quoted(name)).join(' or ')

export const description = (): Descriptions<typeof meta> => ({
  'font-not-loaded': {
    why: "The token only names a font. The client brings one family of its own; any other one shows only where the user's system has it, unless a style sheet with an @font-face loads it. The default content security policy of oCIS 6 and later, and of OpenCloud, blocks fonts from other hosts.",
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: {
      change: { at: '/clients/web/defaults/designTokens/fontFamily', value: 'Acme Sans, sans-serif' },
    },
    right: { change: { at: '/clients/web/defaults/designTokens/fontFamily', value: 'Inter, sans-serif' } },
  },
})
