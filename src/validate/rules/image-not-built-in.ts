import { localFile } from '../../css/addresses.js'
import { ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'
import { builtIn, misleading } from './assets.js'

export const meta = {
  'image-not-built-in': { severity: 'info', title: 'Image not built into the server' },
} as const satisfies Metas

/**
 * Without an assets folder, the administrator may have put any image beside those that are built into the server, so only a
 * name that is nearly one of those, or that of another release or product, is an info.
 */
export const imageNotBuiltIn: ValueRule = {
  code: 'image-not-built-in',
  rank: 26,
  kinds: imageKinds,
  concerns: ({ assets, isBehindServer }) => assets === undefined && isBehindServer,
  check(text, _, target) {
    const path = localFile(text)
    if (path === undefined || builtIn(target).includes(path)) return undefined
    const said = misleading(path, target)
    return said && `Nothing shows here unless the assets folder has this image.${said}`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'image-not-built-in': {
    why: 'The path is nearly that of an image that is built into the server, or that of an image which only other releases or the other product have built in, such as themes/owncloud/assets/logo.svg for OpenCloud. Checked only without an assets folder; with one, image-missing says it for sure.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'themes/owncloud/assets/lgoo.svg' } },
    right: { change: { at: topbar, value: 'themes/owncloud/assets/logo.svg' } },
  },
})
