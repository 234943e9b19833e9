import { diagnostic } from '../findings/diagnostic.js'
import { optionWords } from '../findings/option-words.js'
import { openCloudNames } from '../settings/across-products.js'
import { type Environment, isSet } from '../settings/settings.js'
import { settingFor } from './active.js'
import type { PlanOptions } from './plan.js'
import { addFinding, type Draft } from './plan-draft.js'

/** What is known of the settings of the old server. */
interface KnownSettings extends Pick<PlanOptions, 'settings'> {
  readonly variables: Environment
  readonly isWhole: boolean
}

/** Adds findings about settings that the new server reads under another name, or in another way. */
export function checkTransferSettings(draft: Draft, { settings, variables, isWhole }: KnownSettings): void {
  const { product } = draft.target.family
  const renamed = openCloudNames.filter(([old, now]) => isSet(variables, old) && !isSet(variables, now))
  for (const [old, now] of renamed) {
    const cure = old.endsWith('_PATH')
      ? `Set ${now} to the folder of the new server, or leave it out for the default.`
      : `Rename it to ${now}.`
    addFinding(draft, 'setting-differs', '', `${product} doesn't read ${old}. ${cure}`)
  }
  if (renamed.length === 0 && !isWhole) {
    const names = openCloudNames.map(([old, now]) => `${old} is ${now}`).join(', ')
    note(
      draft,
      `On ${product} some settings have other names: ${names}. Those that start with WEB_ keep theirs. Pass the settings of the old server with ${optionWords('settings')} to see which are set.`,
    )
  }
  if (isSet(variables, 'WEB_ASSET_THEMES_PATH')) {
    const message = `${product} reads WEB_ASSET_THEMES_PATH too, and would show the old themes. Leave it out, or set it to the themes folder of the new server.`
    addFinding(draft, 'setting-differs', '', message)
  }
  if (settings.assets !== undefined) {
    const message = `WEB_ASSET_PATH has no effect on ${product}. Leave it out: themes are in web/assets/themes of the data folder.`
    addFinding(draft, 'asset-path-gone', '', message)
  }
  if (isSet(variables, 'OC_ASSET_THEMES_PATH')) {
    const message = `${product} reads its themes from the folder of OC_ASSET_THEMES_PATH, and these steps write to web/assets/themes. Leave the setting out, or move the files there afterwards.`
    addFinding(draft, 'setting-differs', '', message)
  }
  const { active } = draft
  if (active.value !== undefined && active.host === undefined && draft.files.has(active.file)) {
    note(draft, `${settingFor(active, active.file)} on ${product} too, so that it shows this theme.`)
  }
}

function note(draft: Draft, message: string): void {
  draft.findings.push({ file: '', ...diagnostic('setting-differs', '', message), severity: 'info' })
}
