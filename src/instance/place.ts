import { localFile } from '../css/addresses.js'
import { eachLeaf } from '../json/pointer.js'
import type { Json } from '../json/value.js'
import type { ThemeOf } from '../targets/define-theme.js'
import type { TargetId } from '../targets/index.js'
import { type ActiveTheme, settingFor } from './active.js'
import { hiddenBy, isThemeFile } from './instance.js'
import { addFinding, type Draft } from './plan-draft.js'

/** The names of folders that the servers use themselves. */
const taken = new Set(['owncloud', 'opencloud', '_branding'])

/**
 * Where the theme in use belongs: from oCIS 6 on the server adds the share roles and the branding only to
 * `themes/<name>/theme.json`.
 *
 * @returns the new path; `undefined` for a theme that stays
 */
export function newPlace(draft: Draft, file: string, theme: ThemeOf<TargetId>): string | undefined {
  const { target, active, instance } = draft
  if (!target.serverReadsThemes || isThemeFile(file) || active.host !== undefined) return undefined
  const to = `themes/${nameFor(file, theme)}/theme.json`
  const why = reasonFor(target, file)
  if (draft.files.has(to) || hiddenBy(instance, to) !== undefined) {
    const message = `${why} It belongs at ${to}, where another file is: move the right one there, and then ${lower(settingFor(active, to))}.`
    addFinding(draft, 'theme-misses-merge', file, message)
    return undefined
  }
  reportMoved(draft, active, file, to)
  return to
}

/** Adds the finding about a theme that moves to where the server merges themes. */
export function reportMoved(draft: Draft, active: ActiveTheme, file: string, to: string): void {
  const message = `${reasonFor(draft.target, file)} It moves to ${to}. ${settingFor(active, to)} before you start the server.`
  addFinding(draft, 'theme-misses-merge', file, message)
}

const reasonFor = ({ title }: Draft['target'], file: string) =>
  `${title} adds the share roles and the branding only to themes/<name>/theme.json; at /${file} clients reject a theme without share roles.`

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** The name of a theme's folder: that of its own folder, else of its images, else one made from the product's name. */
export function nameFor(file: string, theme: ThemeOf<TargetId>): string {
  const own = /^themes\/([^/]+)\//.exec(file)?.[1]
  if (own !== undefined && own !== '_branding') return own
  const folders = new Set<string>()
  eachLeaf(theme as Json, '', (_, leaf) => {
    const image = typeof leaf === 'string' ? localFile(leaf) : undefined
    const folder = image === undefined ? undefined : /^themes\/([^/]+)\//.exec(image)?.[1]
    if (folder !== undefined && !taken.has(folder)) folders.add(folder)
  })
  const [only, second] = folders
  if (only !== undefined && second === undefined) return only
  const plain = (theme.common?.name ?? '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain === '' || taken.has(plain) ? 'custom' : plain
}
