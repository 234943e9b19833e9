import { quoted } from '../json/quoted.js'
import { settingFor } from './active.js'
import { brandingFile, hiddenBy, isThemeFile, uploadedTheme } from './instance.js'
import { inventoryOf } from './inventory.js'
import { type Draft, say } from './plan-draft.js'

/** Compares what the settings say with what is there. */
export function checkSettings(draft: Draft): void {
  const { options, target, active } = draft
  checkHost(draft)
  for (const problem of [
    ...(options.unreachable ?? []),
    ...(options.web?.problem === undefined ? [] : [options.web.problem]),
  ]) {
    say(draft, 'out-of-reach', '', problem)
  }
  const inventory = inventoryOf(draft)
  const unread = new Set(draft.instance.unread?.map(({ theme }) => theme.path))
  for (const { file, isRight, reason } of inventory) {
    if (isRight || !unread.has(file)) continue
    say(
      draft,
      'theme-not-active',
      file,
      `The server doesn’t read this file: ${reason}. Move it to where the server reads themes, or delete it.`,
    )
  }
  for (const entry of inventory) {
    const { file, isRight, reason } = entry
    if (isRight || !draft.files.has(file) || file === brandingFile || file === active.file) continue
    if (!isThemeFile(file) && !file.endsWith('.json')) {
      say(draft, 'theme-misnamed', file, `The server doesn’t read this file: ${reason}. Rename or delete it.`)
      continue
    }
    const cure = `Unless it is "/${file}", the server shows nobody this theme.`
    const isMisnamed = /^nothing/.test(reason)
    say(
      draft,
      isMisnamed ? 'theme-misnamed' : 'theme-not-active',
      file,
      isMisnamed
        ? `The server doesn’t read this file: ${reason}. Rename or delete it.`
        : `${sentence(reason)}. ${cure}`,
    )
  }
  checkPath(draft)
  const { assets, themes } = options.settings
  if (assets !== undefined && themes === undefined && target.servedAssets !== '') {
    say(
      draft,
      'asset-path-gone',
      '',
      `WEB_ASSET_PATH has no effect on ${target.title}. Set WEB_ASSET_THEMES_PATH=${assets.replace(/\/+$/, '')}/themes instead.`,
    )
  }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function checkHost(draft: Draft): void {
  const { host, setting } = draft.active
  if (host === undefined) return
  const cause = setting === 'WEB_UI_THEME_PATH' ? 'WEB_UI_THEME_SERVER or WEB_UI_THEME_PATH' : setting
  say(
    draft,
    'theme-on-other-host',
    '',
    host.isKnown
      ? `Users get their theme from ${host.address} (${cause}), not from this folder: nothing done here changes what they see. Convert the theme there.`
      : `${cause} names ${host.address}, and nothing says whether that is this server. Unless it is, nothing done here changes what users see: then convert the theme there; else give the server’s own address as OCIS_URL.`,
  )
}

function checkPath(draft: Draft): void {
  const { active, instance, files, target } = draft
  const { value, setting, file, host } = active
  if (value === undefined || host !== undefined) return
  if (!value.endsWith('.json')) {
    say(
      draft,
      'active-theme-missing',
      '',
      `${setting} is ${quoted(value)}. Clients load nothing but addresses that end with ".json", and show their stock theme. ${settingFor(active, 'themes/<name>/theme.json')}.`,
    )
    return
  }
  const isThere = files.has(file) || hiddenBy(instance, file) !== undefined
  const isLeaving = instance.files.includes(file)
  if (isThere || isLeaving || file === uploadedTheme) return
  const [other, second] = [...draft.documents.keys()].filter(isThemeFile)
  const cure =
    other !== undefined && second === undefined
      ? `${settingFor(active, other)} to show the theme that is there, or remove the setting to show the server’s own theme.`
      : 'Correct it, or remove it to show the server’s own theme.'
  say(
    draft,
    'active-theme-missing',
    '',
    `${setting} is ${quoted(value)}, where there is no theme${file.startsWith(target.servedAssets) ? '' : `, and ${target.title} serves nothing outside ${target.servedAssets}`}. ${cure}`,
  )
}
