import { isOnOtherHost, schemeOf } from '../addresses.js'
import { imageKinds, type ValueRule } from '../rule.js'

/** The default policy of oCIS 6 and later. */
export const foreignImage: ValueRule = {
  code: 'image-other-host',
  kinds: imageKinds,
  concerns: ({ target, isBehindServer }) => isBehindServer && target.blocksForeignImages,
  check: (text) =>
    schemeOf(text) === 'https' || isOnOtherHost(text)
      ? 'The server’s default content security policy (since oCIS 6) blocks images from other hosts. Put the image into the theme’s folder on the server and write its path, or allow the host in the policy.'
      : undefined,
}
