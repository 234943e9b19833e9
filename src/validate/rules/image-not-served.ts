import { isAddress, pathBelowRoot } from '../../css/addresses.js'
import { good, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'image-not-served': { severity: 'warning', title: 'Image path that the server does not serve' },
} as const satisfies Metas

/** Paths of a disk, not of a site. */
const DISK = /^\/(?:etc|home|mnt|opt|srv|usr|var|web\/assets)\//

/** A path with a leading slash may be meant for another server behind the same proxy. */
export const imageNotServed: ValueRule = {
  code: 'image-not-served',
  rank: 24,
  kinds: imageKinds,
  concerns: ({ target, isBehindServer }) => isBehindServer && target.servedAssets !== '',
  check(text, kind, { title, servedAssets }) {
    const address = text.trim()
    const mayBeElsewhere = isAddress(address) || (/^[/\\]/.test(address) && !DISK.test(address))
    const path = mayBeElsewhere ? undefined : pathBelowRoot(address)
    if (path === undefined || path.startsWith(servedAssets)) return undefined
    const file = path.slice(path.lastIndexOf('/') + 1)
    return `${title} serves images of themes below "${servedAssets}" only: the path starts at the root of the site, not at this file. Put the image there, and write a path such as ${quoted(`${kind === 'background' ? '/' : ''}${servedAssets}acme/assets/${file}`)}.`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'image-not-served': {
    why: 'Paths start at the root of the site, not at the theme file. From oCIS 6 on, and in OpenCloud, the server has nothing of a theme outside of "themes/"; "branding/" was served up to oCIS 5.',
    since: 'oCIS 6',
    wrong: { change: { at: topbar, value: 'assets/logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
})
