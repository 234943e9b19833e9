import { fromRoot } from '../../css/addresses.js'
import { background } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'relative-background': { severity: 'warning', title: 'Background with a relative path does not load' },
} as const satisfies Metas

/** Measured in Web 12.5.0: a relative path is looked for below `/assets/`. */
export const relativeBackground: ValueRule = {
  code: 'relative-background',
  rank: 25,
  kinds: ['background'],
  concerns: ({ target }) => !target.loadsRelativeBackground,
  check(text) {
    const cure = fromRoot(text)
    return cure === undefined
      ? undefined
      : `ownCloud Web 12.5 looks for this path below /assets/, so no background shows. Write ${quoted(cure)}, which works in every release.`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'relative-background': {
    why: 'Web 12.5 resolves the path against its style sheet in /assets/ and gets no image there. With a leading slash it loads, in earlier releases too. A conversion writes the slash.',
    since: 'ownCloud Web 12.5 (oCIS 8.1)',
    wrong: { change: { at: background, value: 'themes/acme/harbour.jpg' } },
    right: { change: { at: background, value: '/themes/acme/harbour.jpg' } },
  },
})
