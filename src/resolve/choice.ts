import { quoted } from '../json/quoted.js'
import { isObject, type Json, own } from '../json/value.js'
import { modeOf } from '../targets/modes.js'
import type { Consumer } from '../targets/target.js'
import type { Choice, ResolveOptions } from './resolution.js'

interface Candidate {
  readonly index: number
  readonly title: string | undefined
  readonly isDark: boolean
}

/**
 * The theme that a client shows: the requested one, else as its release chooses.
 *
 * @param themes `clients.<client>.themes` as they reach the client
 * @param below the layers below a theme, highest first
 * @returns `undefined` if there is no theme to show
 */
export function chooseTheme(
  themes: readonly Json[],
  target: Consumer,
  options: ResolveOptions,
  below: readonly Json[] = [],
): Choice | undefined {
  const { titleKey, isTitleMerged, unknownStored } = target.choice
  const titleOf = (theme: Json): string | undefined => {
    const layers = isTitleMerged === true ? [theme, ...below] : [theme]
    const title = layers.flatMap((layer) => (isObject(layer) ? (own(layer, titleKey) ?? []) : []))[0]
    return typeof title === 'string' ? title : undefined
  }
  if (typeof options.theme === 'number') {
    const theme = themes[options.theme]
    if (theme === undefined) return undefined
    return { index: options.theme, name: titleOf(theme) ?? '', reason: 'requested' }
  }
  const all = themes.map((theme, index): Candidate => {
    return {
      index,
      title: titleOf(theme),
      isDark: isObject(theme) && own(theme, 'isDark') === true,
    }
  })
  const chosen = ({ index, title }: Candidate, reason: string): Choice => ({
    index,
    name: title ?? '',
    reason,
  })
  if (options.theme !== undefined) {
    const asked = all.find(({ title }) => options.theme === title)
    return asked && chosen(asked, 'requested')
  }
  // Clients that know the vault (Web 12.4 and later) ignore the themes of the other mode.
  const mode = options.mode ?? 'regular'
  const candidates = target.modes.includes('vault')
    ? all.filter(({ index }) => modeOf(themes[index] as Json) === mode)
    : all
  const [first] = candidates
  if (first === undefined) return undefined
  const { stored } = options
  if (stored !== undefined) {
    const found = candidates.find(({ title }) => title === stored)
    if (found !== undefined) return chosen(found, `the browser stored its name ${quoted(stored)}`)
    if (unknownStored === 'first') {
      return chosen(first, `first theme: none has the stored name ${quoted(stored)}`)
    }
  }
  const prefers = options.prefers ?? 'light'
  const fitting = candidates.find(({ isDark }) => isDark === (prefers === 'dark'))
  return fitting === undefined
    ? chosen(first, `first theme: none fits a system that prefers ${prefers} themes`)
    : chosen(fitting, `first theme that fits a system that prefers ${prefers} themes`)
}
