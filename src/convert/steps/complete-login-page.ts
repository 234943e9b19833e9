import { quoted } from '../../json/quoted.js'
import { type Draft, made, put, report, type Step } from '../draft.js'
import { inheritFromFirst, isRequired, shipped } from './logos.js'

const BACKGROUND = 'login.background'
const AUTO_REDIRECT = 'login.autoRedirect'

/** Completes the login page of every theme: its background, and `autoRedirect` for targets that read it. */
export const completeLoginPage: Step = (draft) => {
  inheritFromFirst(draft, BACKGROUND)
  const isSkipped = absenceMeant(draft)
  for (const theme of draft.themes) {
    if (theme.spots.has(AUTO_REDIRECT) && !theme.values.has(AUTO_REDIRECT)) {
      const reason = 'meaning of the missing value to the old client'
      put(theme, made(AUTO_REDIRECT, isSkipped, 'fallback', reason))
    }
    if (theme.values.has(BACKGROUND) || !isRequired(draft, BACKGROUND)) continue
    const value = shipped(draft, BACKGROUND)
    put(theme, value)
    report(
      draft,
      'fallback-used',
      `${theme.from}/loginPage`,
      `The theme ${quoted(theme.values.get('theme.name')?.value)} has no background for its login page, which ${draft.target.title} requires. Using the default ${quoted(value.value)}; replace it if needed.`,
    )
  }
}

/** A missing `autoRedirect` meant true up to Web 4.9, and false in Web 5.0 to 7.1. */
function absenceMeant({ generation, isForFirstNamedClients }: Draft): boolean {
  return generation === 'flat' || isForFirstNamedClients
}
