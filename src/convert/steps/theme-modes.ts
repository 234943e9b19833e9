import { quoted } from '../../json/quoted.js'
import { find, lose, renumber, report, type Step, valuesOf } from '../draft.js'

/** Drops themes of a mode that the target doesn't have: it would offer them to all users. */
export const dropThemesOfOtherModes: Step = (draft) => {
  const { target, themes } = draft
  draft.themes = themes.filter((theme) => {
    const mode = find(theme, 'theme.mode')?.value === 'vault' ? 'vault' : 'regular'
    if (target.modes.includes(mode)) return true
    const reason = `${target.title} has no ${mode} and would offer this theme to all users`
    for (const value of valuesOf(theme)) lose(draft, value, 'dropped', reason)
    const name = quoted(theme.values.get('theme.name')?.value ?? null)
    report(
      draft,
      'theme-dropped',
      theme.from,
      `The theme ${name} is for the ${mode}, which ${target.title} does not have: it would be offered to all users. It was dropped.`,
    )
    return false
  })
  if (draft.themes.length < themes.length) renumber(draft)
}
