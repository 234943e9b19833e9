import { ocis5, palette } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import { tokenKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

/** CSS that loads something, or runs a script in old browsers. */
const LOADS = /url\s*\(|\bsrc\s*\(|image-set\s*\(|@import|expression\s*\(/i

/** Characters that end a declaration, or the style sheet of a page. */
const ENDS = /[;{}]|<\/style/i

/** A text as browsers read it: with CSS escapes replaced by their characters. */
function unescaped(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gis, (_, code: string | undefined, character: string) => {
    if (code === undefined) return character
    const point = Number.parseInt(code, 16)
    return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point)
  })
}

export const meta = {
  'unsafe-token': { severity: 'error', title: 'Unsafe token value' },
} as const satisfies Metas

/** Token values go into `style.setProperty`, and so into the styles of every page. */
export const unsafeToken: ValueRule = {
  code: 'unsafe-token',
  rank: 1,
  kinds: tokenKinds,
  check(text) {
    const loads = LOADS.exec(unescaped(text))?.[0]
    const found = loads ?? ENDS.exec(text)?.[0]
    if (found === undefined) return undefined
    const effect =
      loads === undefined
        ? 'can end this declaration and change other styles'
        : "can load content from elsewhere in every visitor's browser"
    return `The value contains ${quoted(found)}, which ${effect}. Write a plain value without it.`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'unsafe-token': {
    why: "Token values are part of the styles of every page. Every visitor's browser loads an address in one, which reveals the visit to another host. Characters that end a declaration can change other styles.",
    since: ocis5,
    wrong: { change: { at: `${palette}/border`, value: 'url(https://spy.example/pixel)' } },
    right: { change: { at: `${palette}/border`, value: '#d5e0de' } },
  },
})
