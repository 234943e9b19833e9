import { formatOfName } from '../validate/image-formats.js'
import { brandingFile, type Instance, isPlanned } from './instance.js'
import { isIn } from './plan.js'
import type { Draft } from './plan-draft.js'

/** Whether a symbolic link, or a folder or file that can't be read, may be a theme or contain one. */
export function mayHoldTheme(place: string): boolean {
  return /^themes(?:\/|$)/.test(place) && formatOfName(place) === undefined
}

/** The places that may be themes, or contain some, and that can't be looked into. */
function hiddenPlaces({ links, closed }: Instance): string[] {
  return [...links, ...closed.keys()].filter(mayHoldTheme)
}

/**
 * The themes that the server serves, the branding, and the places of either whose content isn't known. No conclusion may
 * be drawn from what the other files don't say.
 *
 * @returns the place of the theme in use first
 */
export function unseenThemes(instance: Instance, active: Draft['active']): string[] {
  const { themes, branding } = instance
  const unread = themes.filter((theme) => theme.diagnostics.length > 0 && isPlanned({ active }, theme))
  const unseen = [
    ...unread.map(({ path }) => path),
    ...(branding !== undefined && branding.diagnostics.length > 0 ? [brandingFile] : []),
    ...hiddenPlaces(instance),
  ]
  const isInUse = (place: string) => isIn(active.file, place)
  return [...unseen.filter(isInUse), ...unseen.filter((place) => !isInUse(place))]
}

/** Whether every file that may name an image of this server was read: any JSON file may be a theme. */
export function isAllSeen({ instance, options, active }: Draft): boolean {
  const { themes } = instance
  return (
    themes.every(({ diagnostics }) => diagnostics.length === 0) &&
    unseenThemes(instance, active).length === 0 &&
    (options.unreachable ?? []).length === 0 &&
    active.host === undefined
  )
}
