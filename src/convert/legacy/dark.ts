import { isDarkColor } from '../../document/colors.js'
import { type JsonObject, own, ownObject } from '../../document/json.js'
import { DARK_KEY, LIGHT_KEY } from '../../formats/named-clients.js'
import { report } from '../work.js'
import { type Step, write } from './draft.js'
import type { Placed } from './source.js'

/** What the old client took a theme for, by its key. */
const knownModes = new Map([
  [LIGHT_KEY, false],
  [DARK_KEY, true],
])

const darkWords = /dark|night|black|dunkel|nacht|noir/i

/** Says of every theme whether it is a dark one: as the old client chose, else by its background, else by its name. */
export const judgeDarkness: Step = (draft) => {
  for (const { source, output, pointer } of draft.themes) {
    const known = knownModes.get(source.key)
    const background = backgroundOf(source)
    const byColor = background === undefined ? undefined : isDarkColor(background)
    const isDark = known ?? byColor ?? darkWords.test(source.key)
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
}

function backgroundOf(source: Placed<JsonObject>): string | undefined {
  const tokens = ownObject(source.value, 'designTokens')
  const palette = tokens && ownObject(tokens, 'colorPalette')
  const background = palette && own(palette, 'background-default')
  return typeof background === 'string' && background !== '' ? background : undefined
}
