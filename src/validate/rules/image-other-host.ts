import { isOnOtherHost, schemeOf } from '../../css/addresses.js'
import { good, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'image-other-host': { severity: 'warning', title: 'Image on another host' },
} as const satisfies Metas

/** The default content security policy of oCIS 6 and later. */
export const foreignImage: ValueRule = {
  code: 'image-other-host',
  rank: 13,
  kinds: imageKinds,
  concerns: ({ target, isBehindServer }) => isBehindServer && target.blocksForeignImages,
  check: (text) =>
    schemeOf(text) === 'https' || isOnOtherHost(text)
      ? "The server's default content security policy (since oCIS 6) blocks images from other hosts. Put the image into the theme's folder on the server and write its path, or allow the host in the policy."
      : undefined,
}

export const description = (): Descriptions<typeof meta> => ({
  'image-other-host': {
    why: "The server's default content security policy allows only images from the site itself.",
    since: 'oCIS 6',
    wrong: { change: { at: topbar, value: 'https://cdn.example/logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
})
