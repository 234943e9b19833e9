import { colorNotation } from '../../css/colors.js'
import type { Metas } from '../../findings/meta.js'
import { isObject, type Json, type JsonObject } from '../../json/value.js'
import { themeMerger } from '../../resolve/theme-layers.js'
import { modeOf } from '../../targets/modes.js'
import { effectiveToken, nameOf, tokenGroup } from '../layers.js'
import type { DocumentRule, Subject } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

/** Tokens in which almost all themes that look different differ, by group. */
const distinguishing = [
  ['colorPalette', ['background-default', 'text-default', 'swatch-brand-default', 'swatch-primary-default']],
  ['roles', ['surface', 'primary']],
] as const

/** Themes with the same distinguishing tokens: the first of them, and all looks as soon as there is a second one. */
interface Alike {
  readonly first: number
  looks: Map<string, number> | undefined
}

export const meta = {
  'same-look': { severity: 'warning', title: 'Themes look identical' },
} as const satisfies Metas

/** Two themes that look the same are probably an unfinished copy. */
export const sameLook: DocumentRule = {
  codes: ['same-look'],
  rank: 6,
  for: 'accepted',
  check(subject, report) {
    const { themes, target } = subject
    const groups = new Map<string, Alike>()
    let show: ReturnType<typeof themeMerger> | undefined
    const lookOf = (index: number) => {
      show ??= themeMerger(subject.document, target)
      return lookAs(show(index))
    }
    themes.forEach((_, index) => {
      const key = glanceAt(subject, index)
      const alike = groups.get(key)
      if (alike === undefined) {
        groups.set(key, { first: index, looks: undefined })
        return
      }
      alike.looks ??= new Map([[lookOf(alike.first), alike.first]])
      const look = lookOf(index)
      const other = alike.looks.get(look)
      if (other === undefined) {
        alike.looks.set(look, index)
        return
      }
      const name = nameOf(themes[other] as (typeof themes)[number], other, target)
      report(
        'same-look',
        `/clients/web/themes/${index}`,
        `This theme looks exactly like ${name}. Change its colours, or delete it.`,
        [{ message: 'Identical theme', pointer: `/clients/web/themes/${other}` }],
      )
    })
  },
}

/** The distinguishing tokens of a theme, as a text. */
function glanceAt({ themes, target, defaults }: Subject, index: number): string {
  const theme = themes[index] as (typeof themes)[number]
  let glance: string = target.modes.includes('vault') ? modeOf(theme) : ''
  for (const [group, tokens] of distinguishing) {
    const inTheme = tokenGroup(theme, group)
    const inDefaults = tokenGroup(defaults, group)
    for (const token of tokens)
      glance += ` ${colorNotation(effectiveToken(inTheme, inDefaults, token) ?? '')}`
  }
  return glance
}

/** Everything that a theme shows, as a text that is equal for equal looks. */
function lookAs({ name: _, label: __, isDark: ___, mode: ____, ...look }: JsonObject): string {
  return JSON.stringify(alikeOf(look))
}

/** A value with its keys in one order, colours in one notation, and without empty values, which have no effect. */
function alikeOf(value: Json): Json {
  if (typeof value === 'string') return colorNotation(value)
  if (Array.isArray(value)) return value.map(alikeOf)
  if (!isObject(value)) return value
  return Object.keys(value)
    .sort()
    .map((key): [string, Json] => [key, alikeOf(value[key] as Json)])
    .filter(([, item]) => item !== '' && !(Array.isArray(item) && item.length === 0))
}

export const description = (): Descriptions<typeof meta> => ({
  'same-look': {
    why: 'Two entries of the theme menu look exactly the same. One is probably an unchanged copy.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: {
      change: {
        at: '/clients/web/themes/1/designTokens/colorPalette',
        value: {
          'background-default': '#ffffff',
          'text-default': '#12302c',
          'swatch-brand-default': '#0b4f4a',
          'swatch-brand-contrast': '#ffffff',
        },
      },
    },
    right: {
      change: {
        at: '/clients/web/themes/0/designTokens/colorPalette',
        value: { 'background-default': '#ffffff', 'text-default': '#12302c' },
      },
    },
  },
})
