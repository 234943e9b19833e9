import { localFile } from '../../css/addresses.js'
import { ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'
import { builtIn, hint } from './assets.js'

export const meta = {
  'image-not-built-in': { severity: 'info', title: 'Possibly misspelt built-in image' },
} as const satisfies Metas

/**
 * Without an assets folder, the administrator may have put any image beside those that are built into the server, so only a
 * name that is nearly one of those is an info.
 */
export const imageNotBuiltIn: ValueRule = {
  code: 'image-not-built-in',
  rank: 26,
  kinds: imageKinds,
  concerns: ({ assets, isBehindServer }) => assets === undefined && isBehindServer,
  check(text, _, target) {
    const path = localFile(text)
    if (path === undefined || builtIn(target).includes(path)) return undefined
    const said = hint(path, target)
    return said.endsWith('?')
      ? `Nothing shows here unless the assets folder has this image.${said}`
      : undefined
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'image-not-built-in': {
    why: 'The path is nearly that of an image that is built into the server. Checked only without an assets folder; with one, image-missing says it for sure.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'themes/owncloud/assets/lgoo.svg' } },
    right: { change: { at: topbar, value: 'themes/owncloud/assets/logo.svg' } },
  },
})
