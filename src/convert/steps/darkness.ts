import { isDarkColor } from '../../css/colors.js'
import { DARK_KEY, LIGHT_KEY } from '../../formats/named-clients.js'
import { quoted } from '../../json/quoted.js'
import type { Json } from '../../json/value.js'
import type { SetToken } from '../colors/palette-to-roles.js'
import { type Draft, inputPointerOf, made, put, report, type Scope, type Step, type Theme } from '../draft.js'
import { tokenIn } from './token-groups.js'

const IS_DARK = 'theme.isDark'

/** Sets `isDark` of every theme: as the old client used it, else by its background, else by its name. */
export const judgeDarkness: Step = (draft) => {
  for (const theme of draft.themes) {
    if (theme.values.has(IS_DARK)) continue
    if (draft.hasLegacyThemes) judgeByKey(draft, theme)
    else judge(draft, theme)
  }
  reportNewlyDark(draft)
}

/** Whether the old client used a theme as the dark one, by its key. */
const knownModes = new Map<string | undefined, boolean>([
  [LIGHT_KEY, false],
  [DARK_KEY, true],
])

function judgeByKey(draft: Draft, theme: Theme): void {
  const { key = '', values } = theme
  const known = knownModes.get(key)
  const { text, from = null } = backgroundOf([theme]) ?? {}
  const byColor = isDarkBackground(text)
  const name = values.get('theme.name')?.value
  const isDark = known ?? byColor ?? isDarkByName(key, name, unusedTitle(theme))
  const reason =
    known !== undefined
      ? `the old client showed the theme "${key}" to users who prefer ${known ? 'dark' : 'light'} themes`
      : byColor !== undefined
        ? `judged by its background-default ${text}`
        : 'judged by its name, as it sets no background-default'
  put(theme, made(IS_DARK, isDark, 'added', reason))
  if (known === undefined || byColor === undefined || known === byColor) return
  report(
    draft,
    'dark-mode-doubtful',
    from,
    `The theme "${key}" is the ${known ? 'dark' : 'light'} one by its name, and the old client used it so, but its background ${text} is ${byColor ? 'dark' : 'light'}. Check "isDark" of the theme ${quoted(name)}.`,
  )
}

/** The display name of a theme that isn't used as its name. */
function unusedTitle({ unknownKeys }: Theme): Json | undefined {
  for (const { known, value } of unknownKeys.values()) if (known?.place === 'theme.name') return value
  return undefined
}

/** Without "default-dark", the old client showed "default" on dark systems too; new clients show the first dark theme. */
const reportNewlyDark: Step = (draft) => {
  const { themes } = draft
  if (themes[0]?.key !== LIGHT_KEY || themes.some(({ key }) => key === DARK_KEY)) return
  const dark = themes.find(({ values }) => values.get(IS_DARK)?.value === true)
  if (dark === undefined) return
  report(
    draft,
    'dark-mode-doubtful',
    dark.from,
    `The old client showed the theme "${LIGHT_KEY}" on all systems, because there was no "${DARK_KEY}". New clients show the theme ${quoted(dark.values.get('theme.name')?.value)} on dark systems, because it is dark. Set its "isDark" to false to show it only to users who choose it.`,
  )
}

function judge(draft: Draft, theme: Theme): void {
  const name = theme.values.get('theme.name')?.value
  const isDark = isDarkBackground(backgroundOf([theme, draft.defaults])?.text) ?? isDarkByName(name)
  put(
    theme,
    made(IS_DARK, isDark, 'fallback', 'clients require it; judged by the background, else by the name'),
  )
  report(
    draft,
    'fallback-used',
    inputPointerOf(theme, IS_DARK),
    `The theme ${quoted(name)} has no "isDark"; it was converted as a ${isDark ? 'dark' : 'light'} theme. Check "isDark".`,
  )
}

const darkWords = /dark|night|black|dunkel|nacht|noir/i

/** Whether a theme is a dark one by any of its names. */
function isDarkByName(...names: readonly (Json | undefined)[]): boolean {
  return names.some((name) => typeof name === 'string' && darkWords.test(name))
}

/** The background of the pages of a theme, which is a role in OpenCloud 2.0 and later. */
export function backgroundOf(layers: readonly Scope[]): SetToken | undefined {
  return (
    tokenIn(layers, 'tokens.roles', 'surface') ?? tokenIn(layers, 'tokens.colorPalette', 'background-default')
  )
}

/** Whether a background is dark; `undefined` for none, or one that is no plain colour. */
export function isDarkBackground(background: string | undefined): boolean | undefined {
  return background === undefined ? undefined : isDarkColor(background)
}
