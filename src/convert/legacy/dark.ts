import { own } from '../../document/json.js'
import { DARK_KEY, LIGHT_KEY } from '../../formats/named-clients.js'
import { backgroundOf, isDarkBackground, isDarkByName } from '../darkness.js'
import { report } from '../work.js'
import { type Step, write } from './draft.js'

/** What the old client took a theme for, by its key. */
const knownModes = new Map([
  [LIGHT_KEY, false],
  [DARK_KEY, true],
])

/** Says of every theme whether it is a dark one: as the old client chose, else by its background, else by its name. */
export const judgeDarkness: Step = (draft) => {
  for (const { source, output, pointer } of draft.themes) {
    const known = knownModes.get(source.key)
    const background = backgroundOf(source.value)
    const byColor = isDarkBackground(background)
    const isDark = known ?? byColor ?? isDarkByName(source.key, own(source.value, 'theme-name'))
    const reason =
      known !== undefined
        ? `the old client showed the theme "${source.key}" to users who prefer ${known ? 'dark' : 'light'} themes`
        : byColor !== undefined
          ? `judged by its background-default ${background}`
          : 'judged by its name, as it sets no background-default'
    write(draft, output, 'isDark', pointer, { value: isDark, from: null, action: 'added', reason })
    if (known !== undefined && byColor !== undefined && known !== byColor) {
      report(
        draft,
        'dark-mode-doubtful',
        `${source.pointer}/designTokens/colorPalette/background-default`,
        `The theme "${source.key}" is the ${known ? 'dark' : 'light'} one by its name, and the old client took it so, but its background ${background} is ${byColor ? 'dark' : 'light'}. Look at "isDark" of the theme ${JSON.stringify(output['name'])}.`,
      )
    }
  }
  reportNewlyDark(draft)
}

/**
 * The old client showed the theme "default" on dark systems too where there was no "default-dark"; new clients
 * show the first dark one.
 */
const reportNewlyDark: Step = (draft) => {
  const [first] = draft.themes
  if (first?.source.key !== LIGHT_KEY || draft.themes.some(({ source }) => source.key === DARK_KEY)) return
  const dark = draft.themes.find(({ output }) => output['isDark'] === true)
  if (dark === undefined) return
  report(
    draft,
    'dark-mode-doubtful',
    dark.source.pointer,
    `The old client showed the theme "${LIGHT_KEY}" on all systems, because there was no "${DARK_KEY}". New clients show the theme ${JSON.stringify(dark.output['name'])} on dark systems, because it is a dark one. Set its "isDark" to false if nobody should see it unless they choose it.`,
  )
}
